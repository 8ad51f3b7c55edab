"""What the fields of exported rows hold and mean, for formats whose columns have types.

A row (`workbench.records.rows`) is checked against these in the tests, so that no key is without its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.records.rows import What

Kind = Literal["text", "whole", "number", "flag", "day", "either", "texts", "object", "objects", "named"]
"""``day`` is a day as ISO 8601 text, ``either`` a number or text, ``texts`` a list of text, ``object`` a
dictionary with the keys of `Field.parts`, ``objects`` a list of such, ``named`` a dictionary of names to
such."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a row, or of an object in it; all but flags may be None."""

    name: str
    kind: Kind
    meaning: str
    parts: tuple[Field, ...] = ()


def _text(name: str, meaning: str) -> Field:
    return Field(name, "text", meaning)


def _whole(name: str, meaning: str) -> Field:
    return Field(name, "whole", meaning)


def _either(name: str, meaning: str) -> Field:
    return Field(name, "either", meaning)


def _words(what: str) -> tuple[Field, ...]:
    return (
        _text("expr", f"the words of the {what}"),
        _whole("start", "their first character in the article's text, counted in code points from 0"),
        _whole("end", "the character behind their last"),
    )


_SOURCE = (
    _text("id", "the article"),
    _text("file", "the name of its file"),
    _text("title", "its title"),
    _text("publisher", "who published it"),
    Field("published", "day", "when it was published"),
    _text("language", "the code of its language"),
    _text("url", "its address"),
    _text("sha256", "the hash of the bytes that were imported"),
)
_DATE = (
    Field("start", "day", "the first day"),
    Field("end", "day", "the last day"),
    _text("precision", "how exact it is: day, range, week, month, year and more"),
    _text("expr", "the words that say it"),
    _whole("expr_start", "their first character in the article's text"),
    _whole("expr_end", "the character behind their last"),
    _text("basis", "how the days follow from the words"),
    _whole("weekday", "the weekday that the words name, 0 for Monday, where the day's is another"),
)
_QUANTITY = (
    Field("value", "number", "the number"),
    Field("low", "number", "the least that the words commit to; nothing where it is open"),
    Field("high", "number", "the most"),
    _text("unit", "its unit"),
    _text("counted", "what is counted"),
    _text("side", "for which side; each where it holds for every one"),
    _text("scope", "event, or running_total for a sum up to the time of telling"),
    _text("modifier", "exactly, at_least, about and more"),
    *_words("number"),
    Field("part", "flag", "whether it is a part of another number of the claim"),
    Field("total", "flag", "whether the words say that it is a sum"),
    _text("qualifier", "words that narrow what is counted"),
)
_TIME = (
    _text("value", "HH:MM in 24 hours"),
    _text("zone", "the zone as the text has it"),
    _text("modifier", "exactly, about and more"),
    *_words("time"),
)
_ORDINAL = (_whole("value", "which one"), _text("of", "of what"), *_words("ordinal"))
_PLACED = (
    _text("text", "the words"),
    _whole("start", "their first character in the article's text"),
    _whole("end", "the character behind their last"),
)
_MENTION = (
    *_PLACED,
    _text("kind", "person, state, organisation, place or other"),
    _text("canonical", "the name in one spelling"),
)
_ATTRIBUTE = (
    _either("best", "the value that holds; nothing while it is open"),
    _either("low", "the lowest value"),
    _either("high", "the highest value"),
    _text("unit", "their unit"),
    _text("modality", "how far it got"),
    _text("rule", "who or what chose the value"),
    Field("claims", "texts", "the claims that tell of it"),
    _text("decision", "the decision that it rests on"),
    Field("for", "texts", "the claims behind what holds"),
    Field("against", "texts", "the claims against it"),
    _whole("origins_for", "how many independent origins stand behind it"),
    _whole("origins_against", "how many stand against it"),
    Field("open", "texts", "the values between which nobody has decided, as a reader sees them"),
    Field("discrepancies", "texts", "the differences on it"),
)
_POLICY = _text("policy", "the policy that chose values where nobody decided")
_VALUE = (
    _text("claim", "the claim that gives the value"),
    Field("source", "object", "its article", _SOURCE),
    _either("value", "the value"),
    _text("low", "its lower bound, as text"),
    _text("high", "its upper bound, as text"),
    _text("label", "the value as a reader sees it; claims that agree share it"),
    _text("quote", "the words that give it"),
    _whole("start", "their first character in the article's text, counted in code points from 0"),
    _whole("end", "the character behind their last"),
    _text("origin", "the article in which the statement is first known"),
)
_CHOSEN = (
    _text("label", "the value that was chosen, for a reader"),
    _either("value", "the value that was chosen"),
    _either("low", "its lower bound"),
    _either("high", "its upper bound"),
)
_DECISION = (
    _text("id", "the decision"),
    _text("kind", "what was decided: accept, enter, range, dismiss and more"),
    *_CHOSEN,
    _text("note", "the reason given"),
    Field("until", "day", "the day up to which it defers"),
    _text("reviewer", "who decided"),
    _text("at", "when: an ISO 8601 time with zone"),
)
_UNDONE = (
    _text("id", "the undo"),
    _text("reviewer", "who took it back"),
    _text("at", "when: an ISO 8601 time with zone"),
    _text("note", "the reason given"),
)

_SEAL = (
    _text("export", "what it was made from: program, format, schema and fingerprint of the database"),
    _text("seal", "shows whether the row was changed since"),
)

FIELDS: Mapping[What, tuple[Field, ...]] = {
    "events": (
        _text("id", "the event"),
        _text("label", "its name for a reader"),
        _text("event_type", "what kind of happening it is"),
        Field("date", "object", "when it happened", _DATE),
        _text("place", "where"),
        Field("participants", "texts", "who took part, in one spelling each"),
        Field("attributes", "named", "its attributes with the values that hold", _ATTRIBUTE),
        Field("claims", "texts", "its claims"),
        Field("sources", "texts", "the articles that tell of it"),
        _whole("origins", "how many independent origins tell of it"),
        Field("discrepancies", "texts", "the differences found on it"),
        Field("decisions", "texts", "the decisions in force on it"),
        _text("state", "reconciled where nothing is open, else open"),
        _text("first_source", "the article that is known to have told of it first"),
        _text("parent", "the larger event of which it is a stage"),
        _POLICY,
        *_SEAL,
    ),
    "attributes": (
        _text("event", "the event"),
        _text("event_label", "its name for a reader"),
        _text("name", "the attribute, as prisoner_of_war:each"),
        *_ATTRIBUTE,
        _POLICY,
        *_SEAL,
    ),
    "claims": (
        _text("id", "the claim"),
        Field("source", "object", "the article that makes it", _SOURCE),
        _whole("start", "its first character in the article's text, counted in code points from 0"),
        _whole("end", "the character behind its last"),
        _text("text", "its words"),
        _text("speaker", "who says so; nothing where the article itself does"),
        _text("event_type", "what kind of happening it tells of"),
        _text("modality", "how far it got: occurred, agreed, proposed, planned, expected, denied"),
        Field("date", "object", "when it happened", _DATE),
        Field("dates", "objects", "all dates of the claim", _DATE),
        _text("place", "where"),
        Field("participants", "texts", "who took part, in one spelling each"),
        Field("quantities", "objects", "its numbers", _QUANTITY),
        _text("event", "the event that it was put in"),
        Field("times", "objects", "its times of day", _TIME),
        Field("ordinals", "objects", "which ones of a series it names", _ORDINAL),
        Field("mentions", "objects", "the names in it", _MENTION),
        Field("quotes", "objects", "what stands in quotation marks", _PLACED),
        Field("heading", "flag", "whether it is made of a title or subheading"),
        _text("evidence", "reported where the words pass it on as hearsay"),
        Field("corrected_by", "texts", "the decisions by which it stands as it does"),
        *_SEAL,
    ),
    "discrepancies": (
        _text("id", "the difference"),
        _text("event", "the event"),
        _text("attribute", "on what its claims differ"),
        _text("verdict", "conflict, tension or superseded"),
        _text("severity", "high, medium or low"),
        _text("status", "open, resolved, dismissed, deferred or reopened"),
        Field("values", "objects", "what each claim gives", _VALUE),
        _text("why", "the values and the rule, for a reader"),
        Field("decision", "object", "the decision in force", _DECISION),
        _text("key", "what narrows the attribute"),
        _text("suggestion", "the value that the machine would choose"),
        _text("rule", "why it would"),
        _text("severity_why", "what makes it so severe"),
        _text("slip", "the mistake of writing that explains the values"),
        Field("disagreement", "objects", "what reviewers decided without knowing of each other", _DECISION),
        *_SEAL,
    ),
    "decisions": (
        _text("id", "the entry of the log"),
        _text("at", "when it was written: an ISO 8601 time with zone"),
        _text("reviewer", "who wrote it"),
        _text("kind", "what was decided: accept, enter, range, dismiss, undo and more"),
        Field("undone", "object", "what takes it back now", _UNDONE),
        _text("discrepancy", "the id that its difference had then"),
        _text("event", "the event in which its claims stand today"),
        _text("event_label", "its name for a reader"),
        _text("attribute", "what it is about"),
        _text("key", "what narrows that, or the article"),
        *_CHOSEN,
        Field("until", "day", "the day up to which it defers"),
        _text("note", "the reason given"),
        _text("undoes", "the entry that it takes back"),
        Field("claims", "texts", "the claims it was taken on, as they are today"),
        _text("entry", "the entry as it was written, as JSON, for another database to take over"),
        *_SEAL,
    ),
}
"""The keys of the rows of each kind, in their order."""


def dotted(fields: tuple[Field, ...], above: str = "") -> Iterator[tuple[str, Field]]:
    """The fields by their dotted paths (`workbench.records.formats.csv.COLUMNS`), parts behind the whole."""
    for one in fields:
        path = f"{above}{one.name}"
        yield path, one
        yield from dotted(one.parts, f"{path}.")
