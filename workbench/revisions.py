"""What two texts of an article differ in: sentence by sentence, and in what they claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from workbench.discrepancies.versions import Step, changes
from workbench.models import Source, Version
from workbench.store import Store

_ITS_OWN = frozenset({"title", "heading", "date_heading", "paragraph"})
_ALIKE = 0.55
"""Share of the words that two sentences have in common from which on one is the other, changed."""
_FIRST = ("count", "date", "time", "place")
Kind = Literal["changed", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that one text has and the other has not, or not so; "" where it is in one alone."""

    old: str
    new: str

    @property
    def kind(self) -> Kind:
        return "changed" if self.old and self.new else "removed" if self.old else "added"

    def words(self) -> list[tuple[str, str]]:
        """The runs of words that stand for each other: "66" and "76"; "" where one text has none there."""
        old, new = self.old.split(), self.new.split()
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [(" ".join(old[a:b]), " ".join(new[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


@dataclass(frozen=True)
class Revision:
    """How one article differs from another, or a later version of it from an earlier one."""

    old: Source
    new: Source
    versions: tuple[Version | None, Version | None]
    claims: tuple[Step, ...]
    """What is given otherwise: numbers and days first."""
    sentences: tuple[Changed, ...]
    moved: int
    """Sentences that both have in another order."""
    mark: str
    """The words in which the later text says that it was changed, and the earlier did not; else ""."""

    @cached_property
    def nothing(self) -> bool:
        """True where both say the same in the same order."""
        return not (self.claims or self.sentences or self.moved)

    @cached_property
    def only_wording(self) -> bool:
        """True where sentences are worded otherwise, and nothing is claimed otherwise, more or less."""
        return (
            bool(self.sentences) and not self.claims and all(one.kind == "changed" for one in self.sentences)
        )


def revision(store: Store, old: str, new: str) -> Revision:
    """How two sources differ, given by their ids."""
    from workbench.sources.imprints import imprint

    before, after = store.source(old), store.source(new)
    versions = store.version(old), store.version(new)
    found = changes(store.claims(source=old), store.claims(source=new), versions[1])
    ordered = sorted(
        found, key=lambda one: _FIRST.index(one.attribute) if one.attribute in _FIRST else len(_FIRST)
    )
    sentences, moved = _compared(list(_sentences(before)), list(_sentences(after)))
    marks = imprint(before).mark, imprint(after).mark
    mark = marks[1] if marks[1] != marks[0] else ""
    return Revision(before, after, versions, tuple(_once(ordered)), tuple(sentences), moved, mark)


def _once(steps: Sequence[Step]) -> list[Step]:
    """A title and a sentence that change alike are told once."""
    return list(
        {(one.attribute, one.key, one.old.label, one.new.label): one for one in reversed(steps)}.values()
    )[::-1]


def _sentences(source: Source) -> Iterator[str]:
    from workbench.claims.sentences import sentences
    from workbench.languages.loader import LANGUAGES, load

    language = load(source.language if source.language in LANGUAGES else LANGUAGES[0])
    for block in source.blocks:
        if block.kind in _ITS_OWN:
            for start, end in sentences(source.text, block.start, block.end, language):
                yield " ".join(source.text[start:end].split())


def _compared(old: Sequence[str], new: Sequence[str]) -> tuple[list[Changed], int]:
    """The sentences that differ, in the order of the later text, and how many only stand elsewhere."""
    at, moved = _equal(old, new)
    taken = set(at.values())
    left_old = [one for one in range(len(old)) if one not in at]
    left_new = [one for one in range(len(new)) if one not in taken]
    changed = _alike(old, new, left_old, left_new)
    shown = [(to, 1, Changed(old[one], new[to])) for one, to in changed.items()]
    shown += [(to, 2, Changed("", new[to])) for to in left_new if to not in changed.values()]
    before = -1
    for one in range(len(old)):
        if one in at or one in changed:
            before = at.get(one, changed.get(one, before))
        else:
            shown.append((before, 3, Changed(old[one], "")))
    return [one for *_, one in sorted(shown, key=lambda each: each[:2])], moved


def _equal(old: Sequence[str], new: Sequence[str]) -> tuple[dict[int, int], int]:
    """Sentences of the one at their places in the other, and how many of them stand in another order."""
    places: dict[str, list[int]] = defaultdict(list)
    for to in reversed(range(len(new))):
        places[new[to]].append(to)
    at = {one: places[text].pop() for one, text in enumerate(old) if places.get(text)}
    order = [at[one] for one in sorted(at)]
    in_order = SequenceMatcher(None, order, sorted(order), autojunk=False).get_matching_blocks()
    return at, len(order) - sum(block.size for block in in_order)


def _alike(
    old: Sequence[str], new: Sequence[str], left_old: Sequence[int], left_new: Sequence[int]
) -> dict[int, int]:
    """The sentences left over, paired with those that they were changed into; the most alike first."""
    scored = sorted(
        (-ratio, one, to)
        for one in left_old
        for to in left_new
        if (ratio := _ratio(old[one].split(), new[to].split())) >= _ALIKE
    )
    pairs: dict[int, int] = {}
    for _, one, to in scored:
        if one not in pairs and to not in pairs.values():
            pairs[one] = to
    return pairs


def _ratio(a: Sequence[str], b: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return (
        matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0
    )
