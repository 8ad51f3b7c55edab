"""The command that keeps importing what feeds name."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import SHORT_ID, Session, counted, pass_session, stop_on_interrupt
from workbench.cli_fetching import fetching_options
from workbench.errors import EXIT_FAILED, EXIT_OK, EXIT_PARTIAL, UsageError

if TYPE_CHECKING:
    from workbench.fetching.rules import Rules
    from workbench.models import Feed
    from workbench.watching.news import News


@click.command()
@click.argument("feeds", metavar="[FEED...]", nargs=-1)
@click.option(
    "--every", default="15m", show_default=True, metavar="TIME", help="How often to ask: 90s, 15m, 2h, 1d."
)
@click.option("--once", is_flag=True, help="Ask each feed once and end, as for cron.")
@click.option("--json", "as_json", is_flag=True, help="Print each thing as one JSON object a line.")
@click.option("--list", "listing", is_flag=True, help="Print what is watched, and end.")
@click.option("--forget", is_flag=True, help="Watch these feeds no more; what came in by them stays.")
@fetching_options
@pass_session
def watch(
    session: Session,
    feeds: tuple[str, ...],
    every: str,
    once: bool,
    as_json: bool,
    listing: bool,
    forget: bool,
    rules: Rules,
) -> None:
    """Keep importing the articles that feeds, sitemaps or pages name.

    States each article that comes in, each difference that there was not before and each failure, a line
    each. Without FEED, all that have been watched in this database. A feed that does not answer is asked
    less and less often, once a day at least. Ctrl-C ends it after the article that is being read; the next
    time it goes on from there.

    Exit codes: 0 stopped, or with --once all feeds answered and all in them came in; 1 with --once, something
    failed; 3 with --once, no feed answered; 130 stopped at once by a second Ctrl-C.

    \b
    Examples:
      workbench watch https://haber.example/rss.xml https://ajans.example/sitemap.xml
      workbench watch --every 1h
      workbench watch --once --json | jq -r 'select(.what == "differs").labels[]'
      workbench watch --list
      workbench watch --forget https://haber.example/rss.xml
    """
    from workbench.watching.schedule import span

    interval = span(every)
    with session.open(create=not (listing or forget)) as store:
        if listing:
            for feed in store.feeds():
                _print_feed(feed, as_json=as_json)
            return
        if forget:
            _forget(store.forget_feed, feeds)
            return
        from workbench.fetching.web import Web
        from workbench.watching.rounds import Watch, known_feeds

        told = _Told(as_json=as_json)
        named = known_feeds(store, feeds)
        with Web(rules, store) as web, stop_on_interrupt(signal.SIGTERM) as stop:
            watching = Watch(store, web, interval, told, stop=stop, now=lambda: datetime.now(UTC))
            if not once:
                click.echo(f"watching {counted(len(named), 'feed')}; Ctrl-C ends it", err=True)
                watching.on(named)
                return
            answered, silent = watching.once(named)
    if silent and not answered:
        click.get_current_context().exit(EXIT_FAILED)
    click.get_current_context().exit(EXIT_PARTIAL if silent or told.failures else EXIT_OK)


def _forget(drop: Callable[[str], bool], feeds: tuple[str, ...]) -> None:
    from workbench.fetching.addresses import web_address

    if not feeds:
        raise UsageError("No feed is named", "", "`workbench watch --list` lists them.")
    for url in feeds:
        if not drop(str(web_address(url))):
            raise UsageError("Not watched", url, "`workbench watch --list` lists what is.")


class _Told:
    """Prints what there is to say as it comes, and counts what failed."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.failures = 0

    def __call__(self, news: News) -> None:
        from workbench.watching.news import Looked

        if isinstance(news, Looked):
            self.failures += news.failed
        if self._as_json:
            click.echo(_json(news))
        elif line := _line(news):
            click.echo(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}  {line}")


def _line(news: News) -> str:
    """One thing in words; "" where there is nothing to say of it."""
    from workbench.visible import one_line
    from workbench.watching.news import Came, Differs, Failed

    match news:
        case Came():
            title = f'"{one_line(news.title)}"' if news.title else "without a title"
            return f"new      {one_line(news.file)}  {title}, {counted(news.claims, 'claim')}"
        case Differs():
            values = " | ".join(one_line(label) for label in news.labels)
            about = f"{news.severity} {news.verdict} in {one_line(news.event)}: {news.attribute} {values}"
            return f"differs  {about} (workbench show {news.discrepancy[:SHORT_ID]})"
        case Failed():
            return f"failed   {one_line(str(news.error))}"
        case _ if not news.answered:
            return f"silent   {one_line(news.feed)}; next {_local(news.due)}"
        case _ if news.added or news.failed:
            counts = f"{news.added} new, {news.unchanged} in already, {news.failed} failed"
            return f"looked   {one_line(news.feed)}: {counts}; next {_local(news.due)}"
    return ""


def _json(news: News) -> str:
    import json
    from dataclasses import fields

    from workbench.errors import WorkbenchError

    told: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="seconds")}
    told["what"] = type(news).__name__.lower()
    for one in fields(news):
        value = getattr(news, one.name)
        if isinstance(value, WorkbenchError):
            told |= {"title": value.title, "detail": value.detail, "hint": value.hint}
        else:
            told[one.name] = value
    return json.dumps(told, ensure_ascii=True)


def _print_feed(feed: Feed, *, as_json: bool) -> None:
    import json
    from dataclasses import asdict

    from workbench.visible import one_line

    if as_json:
        click.echo(json.dumps(asdict(feed), ensure_ascii=True))
        return
    seen = f"answered {_local(feed.seen)}" if feed.seen else "has not answered yet"
    silent = f", {counted(feed.failures, 'failure')} since" if feed.failures else ""
    due = f"; next {_local(feed.due)}" if feed.due else ""
    click.echo(f"{one_line(feed.url)}  {seen}{silent}{due}")


def _local(moment: str) -> str:
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
