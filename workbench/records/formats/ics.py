"""iCalendar (RFC 5545) for a desk calendar: an all-day entry for each event whose days are known.

What is still to come, or only said to have been agreed, is tentative; an event that is denied, or has no
day, has no place in a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, get_args

from workbench.models import Attribute, Discrepancy
from workbench.phrases import values as labels
from workbench.records import now
from workbench.records.dossier import Dossier
from workbench.records.record import RecordAttribute, number
from workbench.records.rows import SourceInfo, What
from workbench.records.web import web_address
from workbench.records.writing import Export, Refusal
from workbench.told import attribute_name, event_label, event_type, label, subject, told
from workbench.told.dates import publication_date, span
from workbench.told.naming import key_part, unit
from workbench.told.numbers import number as in_figures
from workbench.visible import visible
from workbench.words import _, speaking

if TYPE_CHECKING:
    from icalendar import Event

STATUS: Mapping[str, str] = {
    "occurred": labels.CARRIED_OUT(),
    "agreed": labels.AGREED(),
    "proposed": labels.PROPOSED(),
    "planned": labels.PLANNED(),
    "expected": labels.EXPECTED(),
    "denied": labels.DENIED(),
}
"""How far an event got, as records name it and as differences say it."""
_ATTRIBUTES = frozenset(get_args(Attribute))
_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
_LINE_END = b"\r\n"


class Calendar:
    """A calendar of the events."""

    name = "ics"
    ending = ".ics"
    media_type = "text/calendar"
    whats: tuple[What, ...] = ("events",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """The head, then each piece a whole entry."""
        begin, end = _frame(export)
        yield begin
        for dossier in export.dossiers:
            with speaking(export.settings.language):
                entry = _entry(dossier, export)
            if isinstance(entry, Refusal):
                export.refused.append(entry)
            else:
                yield entry.to_ical()
        yield end


def _frame(export: Export) -> tuple[bytes, bytes]:
    """What stands before and behind the entries."""
    from icalendar import Calendar as Whole

    whole = Whole()
    whole.add("prodid", f"-//{export.made.tool}//workbench//{export.settings.language.upper()}")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    end = b"END:VCALENDAR" + _LINE_END
    return whole.to_ical().removesuffix(end), end


def _entry(dossier: Dossier, export: Export) -> Event | Refusal:
    from icalendar import Event as Entry

    record = dossier.record
    when, far = now.days(record), now.how_far(dossier)
    if when is None:
        return Refusal(record.id, event_label(record.label), _("no day is known"))
    if far.modality == "denied":
        return Refusal(record.id, event_label(record.label), _("it is denied that it took place"))
    entry = Entry()
    entry.add("uid", f"{record.id}@workbench")
    entry.add("dtstamp", _stamp(dossier, export))
    entry.add("dtstart", when.start)
    if when.end < date.max:  # no day is behind that one; without an end an entry is of its first day
        entry.add("dtend", when.end + timedelta(days=1))
    entry.add("summary", visible(event_label(record.label)))
    entry.add("status", "CONFIRMED" if far == now.HowFar("occurred") else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [visible(event_type(record.event_type)), _state(dossier)])
    if place := now.place(record):
        entry.add("location", visible(place))
    if address := _first_address(dossier):
        entry.add("url", address)
    entry.add("description", "\n".join(_description(dossier, when, far)))
    return entry


def _stamp(dossier: Dossier, export: Export) -> datetime:
    """When what is exported was last changed by anybody; else when the newest article came out."""
    if export.made.at:
        return datetime.fromisoformat(export.made.at).astimezone(UTC)
    published = [found for one in dossier.record.sources if (found := dossier.sources[one].published)]
    return max((datetime.combine(one.best, time(), UTC) for one in published), default=_BEFORE_ALL)


def _state(dossier: Dossier) -> str:
    return _("something is open") if dossier.record.state == "open" else _("nothing is open")


def _first_address(dossier: Dossier) -> str | None:
    """The address of the article that told of it first, else of any."""
    record = dossier.record
    order = [*([record.first_source] if record.first_source else []), *record.sources]
    urls = (dossier.sources[one].url for one in order)
    return next((found for url in urls if (found := web_address(url))), None)


def _description(dossier: Dossier, when: now.Days, far: now.HowFar) -> Iterator[str]:
    """What is known, what is open, and who says so, a line each."""
    yield _("On: {days}").format(days=span(when.start, when.end)) + _how_exact(dossier, when)
    if far.is_denied:
        yield _("Whether it took place is open: a source denies it.")
    for name, one in dossier.record.attributes.items():
        if name not in ("date", "place"):
            yield visible(f"{_named(name)}: {_held(name, one)}")
    for open_one in now.undecided(dossier):
        yield visible(_("Open: {what}").format(what=_open(open_one)))
    for key in dossier.record.sources:
        yield visible(_("Source: {source}").format(source=_source(dossier.sources[key])))


def _how_exact(dossier: Dossier, when: now.Days) -> str:
    if when.is_open:
        return " " + _("(sources differ)")
    known = dossier.record.date
    exact = known is None or known.precision in ("day", "range") or when.number == 1
    return "" if exact else " " + _("(which day is not known)")


def _named(name: str) -> str:
    """An attribute of a record in a reader's words ("prisoner of war, each")."""
    first, *others = name.split(":")
    said = attribute_name(first) if first in _ATTRIBUTES else key_part(first, first=True)
    return ", ".join([said, *(key_part(one, first=False) for one in others)])


def _held(name: str, one: RecordAttribute) -> str:
    """The value that holds, or the bounds where none does, and who or what chose it."""
    best, low, high = (_shown(value) for value in (one.best, one.low, one.high))
    if best is None:
        best = f"{low or '…'} – {high or '…'}" if low or high else _("open")
    own = one.unit if one.unit not in (None, "person", name.partition(":")[0]) else None
    return " ".join([best, *([unit(own)] if own else []), f"({told(one.rule)})"])


def _shown(value: float | str | None) -> str | None:
    if isinstance(value, str):
        return label(STATUS.get(value, value))
    return None if value is None else in_figures(f"{number(value):,}")


def _open(one: Discrepancy) -> str:
    values = " | ".join(label(value, one.attribute) for value in one.labels)
    return f"{subject(one.attribute, one.key)}: {values}"


def _source(source: SourceInfo) -> str:
    day = publication_date(source.published) if source.published else None
    known = (source.publisher, source.title, day, web_address(source.url) or source.file)
    return ", ".join(one for one in known if one)


WRITER = Calendar()
