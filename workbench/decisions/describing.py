"""What reviewers say of an article: that it is out, and what is known of it otherwise than its import told.

The article follows from what its import told and from these entries alone, so that they survive every
reading and no order of acts matters but that of the log. An entry's `key` is the article's id, its `value`
compact JSON (docs/formats.md): the file and, of a description, what its fields `was` and are `now`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

from workbench.decisions.claim_fields import date_text, dated
from workbench.decisions.entries import on_claims
from workbench.decisions.log import READING, REMARKS, in_effect
from workbench.decisions.telling import word
from workbench.errors import DecisionError
from workbench.models import Claim, Decision, DecisionKind, Publication, Source
from workbench.phrases.decisions import BRING_IT_BACK, DESCRIBED_IT, REMOVED_IT, SO_LONG
from workbench.visible import one_line

Field = Literal["title", "publisher", "author", "published", "language"]
FIELDS: tuple[Field, ...] = get_args(Field)
READ_BY: tuple[Field, ...] = ("published", "language", "publisher")
"""Fields from which it follows how an article is read or matched; the others are only shown."""
LONGEST = 300
"""Characters of a title or a name."""
_SHOWN = 60
_NOTHING = ("", "-", "–")
_FIRST_DAY = date(1600, 1, 1)
Values = Mapping[Field, str | None]


@dataclass(frozen=True, slots=True)
class Description:
    """What the `value` of an entry on an article says; a removal has no fields."""

    file: str
    was: Values = field(default_factory=dict)
    now: Values = field(default_factory=dict)


def description_of(decision: Decision) -> Description:
    """What an entry of one of the kinds `ON_ARTICLES` says."""
    content = json.loads(str(decision.value))
    return Description(str(content["file"]), content.get("was", {}), content.get("now", {}))


def removal(log: Sequence[Decision]) -> Decision | None:
    """The entry by which an article is out, or None; `log` has the entries on it."""
    return next((one for one in reversed(in_effect(log)) if one.kind == "remove"), None)


def said(log: Sequence[Decision]) -> dict[Field, tuple[str | None, Decision]]:
    """What the entries in effect on an article say of each field, and which entry says it."""
    found: dict[Field, tuple[str | None, Decision]] = {}
    for entry in in_effect(log):
        if entry.kind == "describe":
            found |= {name: (value, entry) for name, value in description_of(entry).now.items()}
    return found


def given(source: Source, name: Field) -> str | None:
    """What is known of an article, as it can be typed; None where nothing is."""
    if name == "published":
        return None if source.published is None else date_text(source.published)
    value: str | None = getattr(source, name)
    return value


def typed(name: Field, text: str, *, today: date) -> str | None:
    """Reads what was typed for a field; DecisionError says what is expected.

    "-" or nothing says that it is not known. A day lies neither before 1600 nor after tomorrow.
    """
    tidy = " ".join(text.split())
    if not tidy.isprintable() or len(tidy) > LONGEST:
        hint = SO_LONG(number=str(LONGEST))
        raise DecisionError("This value cannot be entered", ascii(tidy[:_SHOWN]), hint)
    if name == "language":
        code = tidy.lower()
        if not re.fullmatch(r"[a-z]{2,3}", code):
            raise DecisionError("This value cannot be entered", tidy, "Type its code, such as tr or en.")
        return code
    if tidy in _NOTHING:
        return None
    if name == "published":
        span = dated(tidy)
        # Somebody may read it where the next day has begun.
        if span.end > today + timedelta(days=1) and span.start > today:
            raise DecisionError("This day is yet to come", tidy, "Type the day on which it was published.")
        if span.start < _FIRST_DAY:
            raise DecisionError("No article is so old", tidy, "Type the day on which it was published.")
        return date_text(span)
    return tidy


def publication(value: str | None, by: Decision) -> Publication | None:
    """The day of publication that a reviewer has set; None where they say that nobody knows it."""
    if value is None:
        return None
    span = dated(value)
    precision = span.precision
    return Publication(
        span.start, span.start, span.end, precision, "stated", "Stated: a reviewer set it.", word(by)
    )


def describe(
    source: Source,
    changed: Values,
    claims: Iterable[str],
    *,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """These fields of the article are otherwise; `claims` are those that are read otherwise by it.

    DecisionError where nothing differs.
    """
    now = {name: value for name, value in changed.items() if given(source, name) != value}
    if not now:
        raise DecisionError("Nothing is changed", one_line(source.file), "Give another value of some field.")
    was: Values = {name: given(source, name) for name in now}
    told = ", ".join(f"{name} {shown(was[name])} → {shown(value)}" for name, value in now.items())
    content = {"file": source.file, "was": was, "now": now}
    return _entry("describe", source, content, f"{source.file}: {told}", claims, reviewer, at, note)


def remove(
    source: Source, claims: Iterable[Claim], *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The article is out: it gives no claims any more. `claims` are those that it has."""
    label = f"{source.file}: {shown(source.title)}" if source.title else source.file
    named = [claim.id for claim in claims]
    return _entry("remove", source, {"file": source.file}, label, named, reviewer, at, note)


def shown(value: str | None) -> str:
    """A field's value for one line; "-" where nothing is known."""
    text = value or "-"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def refuse_overtaken(source: Source, decision: Decision, log: Sequence[Decision]) -> None:
    """Raises DecisionError where the article is no more what the entry's reviewer had before them.

    `source` is the article as it stands; the detail names who has changed it.
    """
    refuse_removed(source.file, log)
    was = description_of(decision).was
    other = [name for name, value in was.items() if given(source, name) != value]
    if other:
        by = said(log).get(other[0])
        file = one_line(source.file)
        told = DESCRIBED_IT(file=file, name=by[1].reviewer, id=by[1].id) if by else file
        raise DecisionError("The article has changed meanwhile", told, "Look at it again.")


def refuse_removed(file: str, log: Sequence[Decision]) -> None:
    """Raises DecisionError where the article is out; the detail says by whom."""
    by = removal(log)
    if by:
        told = REMOVED_IT(file=one_line(file), name=by.reviewer, id=by.id)
        raise DecisionError("This article is removed", told, BRING_IT_BACK(id=by.key))


def resting_on(log: Sequence[Decision], claims: Iterable[str]) -> list[Decision]:
    """The decisions in effect that were taken on any of these claims and say more than how they are read."""
    wanted = set(claims)
    kinds = (*READING, *REMARKS, "keep", "undo")
    return [one for one in in_effect(log) if one.kind not in kinds and not wanted.isdisjoint(one.claims)]


def same_fields(one: Decision, other: Decision) -> bool:
    """Whether two entries describe one article and share a field."""
    if one.kind != "describe" or other.kind != "describe" or one.key != other.key:
        return False
    return not set(description_of(one).now).isdisjoint(description_of(other).now)


def reads_anew(entry: Decision) -> bool:
    """Whether claims may be others by an entry on an article."""
    return entry.kind == "remove" or not set(READ_BY).isdisjoint(description_of(entry).now)


def _entry(
    kind: DecisionKind,
    source: Source,
    content: Mapping[str, object],
    label: str,
    claims: Iterable[str],
    reviewer: str,
    at: str,
    note: str | None,
) -> Decision:
    return on_claims(
        kind,
        "source",
        sorted(claims),
        (),
        key=source.id,
        label=label,
        value=json.dumps(content, ensure_ascii=False, separators=(",", ":")),
        reviewer=reviewer,
        at=at,
        note=note,
    )
