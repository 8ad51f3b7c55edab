"""The options of commands that fetch from the network."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

_OPTIONS = (
    click.option(
        "--allow-private", is_flag=True, help="Fetch from addresses that are not on the public internet, too."
    ),
    click.option("--ignore-robots", is_flag=True, help="Fetch what robots.txt keeps programs from, too."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True, max=3600),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="The longest that fetching one document may take.",
    ),
)


def fetching_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say how things are fetched; the command is given them as `rules`."""

    @wraps(command)
    def with_rules(
        *words: Any, allow_private: bool, ignore_robots: bool, timeout: float, **others: Any
    ) -> Any:
        from workbench.fetching.rules import Rules

        rules = Rules(
            allow_private=allow_private,
            ignore_robots=ignore_robots,
            refresh=bool(others.pop("refresh", False)),
            total=timeout,
        )
        return command(*words, rules=rules, **others)

    for option in reversed(_OPTIONS):
        with_rules = option(with_rules)
    return with_rules


refresh_option = click.option(
    "--refresh", is_flag=True, help="Ask again for addresses that are in already: have they changed?"
)
