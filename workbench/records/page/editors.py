"""An event as an editor's dossier in Markdown: what is open and whom to ask, what holds and who chose it.

The words stand in footnotes, so that the text above them can be read through and pasted anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.records.agreement import SIGNS
from workbench.records.dossier import ArticleInfo
from workbench.records.page.briefs import Attribute, Brief, Difference, Entry, Value
from workbench.records.page.headings import facts_of, title_of
from workbench.records.page.markup import escape, table
from workbench.records.page.overviews import Overview
from workbench.records.page.quoting import Quoted
from workbench.records.said import publisher
from workbench.told import told
from workbench.told.dates import moment, publication_date
from workbench.told.deciding import decision_phrase
from workbench.told.signs import SEVERITIES, VERDICTS
from workbench.words import _, ngettext

CITED = 3
"""Passages of one value that are cited of one article; the others are counted."""
_SEPARATOR = " · "


class Notes:
    """The footnotes of one event, numbered as they are cited, on from those of the events before."""

    def __init__(self, passages: Iterable[Quoted], first: int) -> None:
        self._passages = {one.number: one for one in passages}
        self._first = first
        self._cited: dict[int, int] = {}

    def cite(self, numbers: Sequence[int]) -> str:
        """The marks of these passages, and how many more there are."""
        marks = "".join(f"[^{self._number(number)}]" for number in numbers[:CITED])
        left = len(numbers) - CITED
        more = ngettext("and {n} more passage", "and {n} more passages", left).format(n=left)
        return f"{marks} ({more})" if left > 0 else marks

    def _number(self, passage: int) -> int:
        return self._cited.setdefault(passage, self._first + len(self._cited))

    @property
    def following(self) -> int:
        """The number of the next event's first."""
        return self._first + len(self._cited)

    def lines(self) -> Iterator[str]:
        """The footnotes, a line each."""
        for passage, number in self._cited.items():
            yield f"[^{number}]: {_footnote(self._passages[passage])}"


def head(about: Overview) -> list[str]:
    """The lines before the first event."""
    tally = _SEPARATOR.join(f"{number} {words}" for number, words in about.tally)
    facts = [f"- {name}: {escape(fact)}" for name, fact in about.facts]
    return [f"# {escape(about.title)}", "", escape(about.lede), "", tally, "", *facts]


def event(brief: Brief, first: int) -> tuple[list[str], int]:
    """The lines of one event, and the number of the next footnote; `first` is that of its first."""
    notes = Notes((one for attribute in brief.attributes for one in attribute.passages), first)
    facts = [f"- {name}: {escape(fact)}" for name, fact in _facts(brief)]
    sections = (
        (_("Still open"), _open(brief, notes)),
        (_("What holds"), _settled(brief, notes)),
        (_("Told by one source"), _single(brief, notes)),
        (_("Log of decisions"), [_entry(one) for one in brief.log]),
    )
    lines = [f"## {escape(title_of(brief))}", "", *facts]
    for name, found in sections:
        if found:
            lines += ["", f"### {name}", "", *found]
    footnotes = list(notes.lines())
    return [*lines, *([""] if footnotes else []), *footnotes], notes.following


def _facts(brief: Brief) -> list[tuple[str, str]]:
    waiting, decided = len(brief.waiting), len(brief.decided)
    state = [
        ngettext("{n} open", "{n} open", waiting).format(n=waiting) if waiting else "",
        _("{number} decided").format(number=decided) if decided else "",
    ]
    when = brief.when or _("no date")
    return [
        (_("Date"), when),
        (_("State"), ", ".join(filter(None, state)) or _("nothing open")),
        *facts_of(brief),
    ]


def _open(brief: Brief, notes: Notes) -> list[str]:
    lines: list[str] = []
    for one in brief.waiting:
        lines += _waiting(one, notes)
        lines += _by_policy(brief, one)
    return lines


def _waiting(one: Difference, notes: Notes) -> list[str]:
    severity, verdict = SEVERITIES[one.of.severity], VERDICTS[one.of.verdict]
    grave = f"{severity.sign} {severity.word}, {verdict.sign} {verdict.word}"
    lines = [f"- **{escape(one.subject)}** ({grave}): {escape(one.why)}"]
    for side in one.sides:
        told = _each_article(side.passages, notes)
        lines.append(f"    - {escape(side.label)}: {told}")
    lines.append(f"    - {_('To ask:')} {escape(one.question)}")
    if one.suggestion:
        lines.append(f"    - {escape(one.suggestion)}")
    if one.decision:
        lines.append(f"    - {_decided(Entry(one.decision, stands=True))}")
    return lines


def _by_policy(brief: Brief, one: Difference) -> list[str]:
    """What a policy chose where nobody has decided."""
    about = next((found for found in brief.attributes if one.of in found.row.discrepancies), None)
    if about is None or about.row.holds.best is None or about.row.holds.decision:
        return []
    return [f"    - {escape(told(about.row.holds.rule))}: **{escape(about.held)}**"]


def _each_article(passages: Sequence[Quoted], notes: Notes) -> str:
    """The articles of these passages, each once with the marks of its passages."""
    by_article: dict[str, tuple[ArticleInfo, list[int]]] = {}
    for one in passages:
        by_article.setdefault(one.article.id, (one.article, []))[1].append(one.number)
    told = (f"{_named(article)}{notes.cite(numbers)}" for article, numbers in by_article.values())
    return "; ".join(told)


def _named(article: ArticleInfo) -> str:
    return escape(f"{publisher(article)}, {publication_date(article.published)}")


def _settled(brief: Brief, notes: Notes) -> list[str]:
    found = [one for one in brief.attributes if not one.row.undecided and not _is_single(one)]
    if not found:
        return []
    rows = (
        [escape(one.name), f"**{escape(one.held)}**", _by(brief, one), *_sides(brief, one, notes)]
        for one in found
    )
    return table([_("Attribute"), _("What holds"), _("By"), _("For"), _("Against")], rows)


def _is_single(attribute: Attribute) -> bool:
    telling = [values for values in attribute.values.values() if values]
    return len(telling) < 2 and not attribute.row.discrepancies


def _by(brief: Brief, attribute: Attribute) -> str:
    """Who or what chose it: with a reviewer the time and the note."""
    taken = next((one for one in brief.dossier.decisions if one.id == attribute.row.holds.decision), None)
    if taken is None:
        return escape(attribute.rule)
    note = f": “{escape(taken.note)}”" if taken.note else ""
    return f"{escape(attribute.rule)}, {moment(taken.at)}{note}"


def _sides(brief: Brief, attribute: Attribute, notes: Notes) -> list[str]:
    """The articles that agree with what holds, and those that do not, with what they say instead."""
    agreeing: list[str] = []
    others: list[str] = []
    for article in brief.articles:
        for value in attribute.values[article.id]:
            if value.agreement == "agrees":
                agreeing.append(f"{escape(publisher(article))}{notes.cite(value.passages)}")
            else:
                others.append(f"{_signed(value)}: {escape(publisher(article))}{notes.cite(value.passages)}")
    return ["; ".join(agreeing), "; ".join(others)]


def _signed(value: Value) -> str:
    return f"{SIGNS[value.agreement].sign} {escape(value.label)}"


def _single(brief: Brief, notes: Notes) -> list[str]:
    rows = [
        [escape(one.name), escape(one.held), f"{_named(article)}{_values(one.values[article.id], notes)}"]
        for one in brief.attributes
        if _is_single(one) and not one.row.undecided
        for article in brief.articles
        if one.values[article.id]
    ]
    return table([_("Attribute"), _("Value"), _("Source")], rows) if rows else []


def _values(values: Sequence[Value], notes: Notes) -> str:
    """The marks of what one article gives; where that is several values, each with its own."""
    if len(values) == 1:
        return notes.cite(values[0].passages)
    return ": " + ", ".join(f"{escape(one.label)}{notes.cite(one.passages)}" for one in values)


def _entry(entry: Entry) -> str:
    said = _decided(entry)
    return f"- {said}" if entry.stands else f"- ~~{said}~~ ({_('taken back')})"


def _decided(entry: Entry) -> str:
    decision = entry.decision
    note = f": “{escape(decision.note)}”" if decision.note else ""
    return f"{moment(decision.at)} {escape(decision.reviewer)}: {escape(decision_phrase(decision))}{note}"


def _footnote(one: Quoted) -> str:
    """The very words, their sentence, and where they stand."""
    words = "".join(piece.text for piece in (one.value or one.pieces) if piece.kind == "value")
    sentence = "".join(piece.text for piece in one.pieces)
    said = [f"**“{escape(words)}”**"] if words.strip() else []
    if sentence.strip() != words.strip():
        said.append(f"“{escape(sentence)}”")
    place = [
        f"{_('Said by:')} {escape(one.speaker)}" if one.speaker else "",
        ", ".join(one.facts),
        _named(one.article),
        escape(one.article.file) if one.article.publisher else "",
        _("characters {start} to {end}").format(start=one.start, end=one.end),
        f"SHA-256 {one.article.sha256[:16]}",
    ]
    if one.origin:
        place.append(f"{_('first known from:')} {_named(one.origin)}")
    return f"{' – '.join(said)} – {_SEPARATOR.join(filter(None, place))}"
