"""The pieces of a page, from templates that escape everything but themselves.

What the templates print passes `finalised` first, so that no character of an article steers, hides or
reorders what stands around it; markup in it is text (docs/decisions/0039-what-people-read.md).
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workbench import words
from workbench.records.agreement import SIGNS
from workbench.records.dossier import ArticleInfo
from workbench.records.page.briefs import Brief
from workbench.records.page.calendars import Line
from workbench.records.page.charts import charts
from workbench.records.page.headings import facts_of, title_of
from workbench.records.page.overviews import Counted, overview
from workbench.records.said import publisher
from workbench.records.writing import Made
from workbench.told import dates
from workbench.told.dates import publication_date
from workbench.told.deciding import decision_phrase
from workbench.told.outlets import outlet_kind
from workbench.told.signs import SEVERITIES, STATUSES, VERDICTS
from workbench.visible import one_line
from workbench.words import _, ngettext

_ODD = re.compile(r"[^\w-]", re.ASCII)


def finalised(value: object) -> object:
    """What a template prints: our own markup as it is, all else with no character that acts."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else one_line(str(value))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("workbench.records.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalised,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals |= {
        "_": _,
        "ngettext": ngettext,
        "anchor": anchor,
        "source_anchor": lambda article: anchor(f"s-{article.id}"),
        "publisher": publisher,
        "published": lambda article: publication_date(article.published),
        "day": _day,
        "whose": _whose,
        "moment": dates.moment,
        "decision_phrase": decision_phrase,
        "month_of": _month_of,
        "signs": SIGNS,
        "severities": SEVERITIES,
        "verdicts": VERDICTS,
        "statuses": STATUSES,
        "agreements": [(name, one) for name, one in SIGNS.items() if name != "silent"],
    }
    return environment


def anchor(key: str) -> str:
    """An id of ours as the name of a place on the page."""
    return _ODD.sub("_", key)


def _day(article: ArticleInfo) -> str:
    return dates.numeric(article.published.best) if article.published else "—"


def _whose(article: ArticleInfo) -> str:
    facts = (publisher(article), outlet_kind(article.publisher, article.url))
    return " · ".join(fact for fact in facts if fact)


def _month_of(line: Line) -> str:
    """ "May 2025", or "2025"."""
    return dates.month(date(line.year, line.month, 1)) if line.month else str(line.year)


def event(brief: Brief, *, opened: bool) -> str:
    """One event."""
    return (
        _environment()
        .get_template("event.html")
        .render(
            brief=brief, title=title_of(brief), facts=facts_of(brief), charts=charts(brief), opened=opened
        )
    )


def group(heading: str) -> str:
    """A heading over events."""
    return str(Markup("<h3>{}</h3>\n").format(one_line(heading)))


def head(counted: Counted, made: Made) -> str:
    """Everything up to the first event."""
    style = Markup(_style())
    return (
        _environment()
        .get_template("head.html")
        .render(
            language=words.in_force(),
            style=style,
            style_hash=style_hash(),
            made=made,
            about=overview(counted, made),
            months=[dates.month(date(2000, number, 1), year=False)[:3] for number in range(1, 13)],
        )
    )


def foot(counted: Counted) -> str:
    """Everything behind the last event."""
    articles = sorted(counted.articles.values(), key=lambda one: (_published_first(one), one.file, one.id))
    return _environment().get_template("foot.html").render(articles=articles)


def _published_first(article: ArticleInfo) -> tuple[bool, str]:
    return (article.published is None, str(article.published.best) if article.published else "")


@cache
def _style() -> str:
    return files("workbench.records.page").joinpath("templates/page.css").read_text(encoding="utf-8")


def style_hash() -> str:
    """What the page's policy allows: this one style sheet and no other."""
    digest = hashlib.sha256(_style().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
