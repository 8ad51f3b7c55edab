"""The command that counts: articles, claims, events, differences, decisions, bytes."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import DAY, Session, pass_session
from workbench.visible import one_line, visible

if TYPE_CHECKING:
    from workbench.store.overview import Overview
    from workbench.store.statistics import Statistics

_WIDTH = 80
_NAME = 20
"""Characters of the names in front."""
_MOST = 12
"""Numbers that are listed of one thing; of the rest it is said how many they are."""
_STATUSES = ("open", "reopened", "resolved", "dismissed", "deferred")


@click.command()
@click.option("--since", type=DAY, metavar="DATE", help="Only articles and decisions of this day or later.")
@click.option("--until", type=DAY, metavar="DATE", help="Only articles and decisions up to this day.")
@click.option("--json", "as_json", is_flag=True, help="Print all numbers as one JSON object.")
@pass_session
def stats(session: Session, since: datetime | None, until: datetime | None, as_json: bool) -> None:
    """Count what the database holds, and how the review goes.

    The period chooses articles with their claims by the day of publication, and decisions by the reviewer's
    own day; events, differences and sizes are of the whole database. How long readers waited and how often
    the suggestion was followed are counted as in the desk's overview.

    \b
    Examples:
      workbench stats
      workbench stats --since 2025-05-01 --until 2025-05-31
      workbench stats --json | jq .decisions
    """
    from workbench.store.statistics import Period

    period = Period(*(f"{day:%Y-%m-%d}" if day else "" for day in (since, until)))
    with session.open() as store, store.standing_still():
        numbers = store.statistics(period)
        review = store.overview(date.today())
    if as_json:
        click.echo(json.dumps(_as_object(numbers, review), indent=1, ensure_ascii=True))
        return
    for line in _lines(numbers, review):
        click.echo(line)


def _lines(numbers: Statistics, review: Overview) -> Iterator[str]:
    """The numbers, at most 80 columns wide."""
    from workbench.tui.sizes import in_bytes

    yield from _head("articles", numbers.articles, {"taken out": numbers.removed})
    yield from _listed("language", _named_languages(numbers.languages))
    yield from _listed("publisher", numbers.publishers)
    yield from _listed("kind of publisher", _kinds(numbers.publishers))
    yield from _listed("format", numbers.formats)
    yield from _listed("related", {"near copies": numbers.copies, "in several versions": numbers.versions})
    yield from _head("claims", numbers.claims, {"corrected by reviewers": numbers.corrected})
    yield from _listed("type", _spaced(numbers.types))
    yield from _listed("modality", numbers.modalities)
    once = {"told by one origin": numbers.told_once, "stages of another": numbers.stages}
    yield from _head("events", numbers.events, once)
    yield from _head("differences", sum(one.number for one in review.counts), {})
    yield from _differences(review)
    yield from _decisions(numbers, review)
    yield from _head("size", in_bytes(numbers.size), {})
    yield from _listed("held by", {what: in_bytes(number) for what, number in numbers.sizes.items()})


def _head(name: str, number: object, beside: Mapping[str, int]) -> Iterator[str]:
    said = ", ".join(f"{count} {what}" for what, count in beside.items() if count)
    yield f"{name:<{_NAME}}  {number}{f' ({said})' if said else ''}"


def _listed(name: str, numbers: Mapping[str, object]) -> Iterator[str]:
    """The numbers behind a name, each line as long as fits; what is not known comes as such."""
    shown = [f"{one_line(what) or 'not known'} {number}" for what, number in numbers.items() if number]
    if len(shown) > _MOST:
        shown[_MOST:] = [f"{len(shown) - _MOST} others"]
    if shown:
        yield from _wrapped(name, shown)


def _wrapped(name: str, parts: Iterable[str]) -> Iterator[str]:
    first, rest = f"  {name:<{_NAME - 2}}  ", " " * (_NAME + 2)
    # Numbers stay with their names, where a line has room for both.
    room = _WIDTH - len(rest) - len(",")
    text = ", ".join(part.replace(" ", "\xa0") if len(part) <= room else part for part in parts)
    for line in textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest):
        yield line.replace("\xa0", " ")


def _differences(review: Overview) -> Iterator[str]:
    """A line for each attribute and verdict, a column for each status."""
    found: Counter[tuple[str, str, str]] = Counter()
    for one in review.counts:
        found[one.attribute, one.verdict, one.status] += one.number
    if not found:
        return
    yield " " * 28 + "".join(f"{status:>10}" for status in _STATUSES)
    for attribute, verdict in sorted({key[:2] for key in found}):
        counts = (found[attribute, verdict, status] for status in _STATUSES)
        cells = "".join(f"{number or '·':>10}" for number in counts)
        yield f"  {attribute:<14}{verdict:<12}{cells}"


def _decisions(numbers: Statistics, review: Overview) -> Iterator[str]:
    total = sum(sum(kinds.values()) for kinds in numbers.entries.values())
    yield from _head("decisions", total, {"taken back": numbers.undone})
    for reviewer, kinds in numbers.entries.items():
        yield from _listed(one_line(reviewer), _spaced(kinds))
    followed = [f"{visible(one.reviewer)} {one.followed} of {one.chosen}" for one in review.agreement]
    if followed:
        yield from _wrapped("as suggested", followed)
    if numbers.pace:
        seconds = f"{numbers.pace.median_seconds:.0f} s"
        yield from _wrapped("from one to next", [f"{seconds} in the median of {numbers.pace.decisions}"])
    if review.waiting:
        days = f"{review.waiting.median_days:g} days"
        said = f"{days} from publication, in the median of {review.waiting.decisions} of the last 30 days"
        yield from _wrapped("readers waited", [said])


def _spaced(numbers: Mapping[str, int]) -> dict[str, int]:
    return {name.replace("_", " "): number for name, number in numbers.items()}


def _named_languages(numbers: Mapping[str, int]) -> dict[str, int]:
    from workbench.phrases.tongues import language_name

    return {language_name(code): number for code, number in numbers.items()}


def _kinds(numbers: Mapping[str, int]) -> dict[str, int]:
    """Articles by what their publishers are, as far as the table of publishers knows them."""
    from workbench.publishers import publisher_of

    found: Counter[str] = Counter()
    for name, number in numbers.items():
        known = publisher_of(None, name) if name else None
        found[known.kind.replace("_", " ") if known else ""] += number
    return dict(found.most_common())


def _as_object(numbers: Statistics, review: Overview) -> dict[str, Any]:
    told = asdict(numbers)
    beside = ("articles", "removed", "languages", "publishers", "formats", "copies", "versions")
    waited = review.waiting
    return {
        "articles": {
            "number": told["articles"],
            **{name: told[name] for name in beside[1:]},
            "publisher_kinds": _kinds(numbers.publishers),
        },
        "claims": {
            "number": told["claims"],
            "corrected": told["corrected"],
            "types": told["types"],
            "modalities": told["modalities"],
        },
        "events": {"number": told["events"], "stages": told["stages"], "told_once": told["told_once"]},
        "discrepancies": [asdict(one) for one in review.counts],
        "decisions": {
            "in_effect": told["entries"],
            "undone": told["undone"],
            "pace": told["pace"],
            "waiting": asdict(waited) if waited else None,
            "agreement": [asdict(one) for one in review.agreement],
        },
        "size": {"bytes": told["size"], "held_by": told["sizes"]},
    }
