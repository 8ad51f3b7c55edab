"""The claims of an article as reviewers left them: what is read, with what they said of it.

A claim is found by its id. Where it is read no more, the one at almost the same characters that says the
same of what was corrected stands for it, as for any other decision (`standing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.decisions.claim_fields import EXTENT, Value, given, offsets_of, put, quantity_field
from workbench.decisions.corrections import Correction, Span, correction_of, corrections_in_effect
from workbench.decisions.standing import ALMOST, Displaced, How, likeness
from workbench.models import Claim, Decision, Source


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claims of an article by their place, and the corrections whose claims are not what they were."""

    claims: tuple[Claim, ...]
    displaced: tuple[Displaced, ...] = ()


def passages(source: Source, log: Sequence[Decision]) -> set[Span]:
    """The passages that must be read for `corrected`: of claims that reviewers made, and of new extents."""
    found = set()
    for entry in corrections_in_effect(log):
        said = correction_of(entry)
        by = _moved_by(source, said)
        span = (said.start, said.end) if entry.kind == "claim" else said.extent
        if span and by is not None:
            found.add((span[0] + by, span[1] + by))
    return found


def corrected(
    source: Source, claims: Iterable[Claim], log: Sequence[Decision], read: Mapping[Span, Claim]
) -> Corrected:
    """The claims with the corrections in effect, in the order of the log.

    `claims` are those that are read in the article, `log` the entries on it, and `read` has what stands in
    each of `passages`.
    """
    making = _Making(source, {claim.id: claim for claim in claims}, read)
    for entry in corrections_in_effect(log):
        making.take(entry)
    standing = sorted(making.standing.values(), key=lambda one: (one.start, one.end, one.id))
    return Corrected(tuple(standing), tuple(making.displaced))


@dataclass(slots=True)
class _Making:
    """The claims while entries are applied one after the other."""

    source: Source
    standing: dict[str, Claim]
    read: Mapping[Span, Claim]
    said: dict[str, list[tuple[str, Value]]] = field(default_factory=dict)
    """What was said of each claim's fields so far."""
    known_as: dict[str, str] = field(default_factory=dict)
    """The claims that are read under another id since."""
    displaced: list[Displaced] = field(default_factory=list)

    def take(self, entry: Decision) -> None:
        """Applies one entry, or notes that it has nothing to be applied to."""
        said = correction_of(entry)
        if entry.kind == "claim":
            self._make(entry, said)
            return
        claim, by = self._find(said)
        if claim is None:
            self._displace(entry, said, "gone", self._at_its_place(said))
            return
        if claim.id != said.claim:
            self._displace(entry, said, "taken_over", claim)
        elif not _says_same(claim, said, by):
            self._displace(entry, said, "read_otherwise", claim)
        if entry.kind == "reject":
            del self.standing[claim.id]
        else:
            self._correct(entry, claim, said, by)

    def _make(self, entry: Decision, said: Correction) -> None:
        by = _moved_by(self.source, said)
        draft = None if by is None else self.read.get((said.start + by, said.end + by))
        if by is None or draft is None:
            self._displace(entry, said, "gone", self._at_its_place(said))
            return
        # What is read there since gives way to what a person said of the same words.
        for other in list(self.standing.values()):
            known = other.id in said.beside or other.corrected_by
            if not known and likeness(other, draft, moved=False) >= ALMOST:
                del self.standing[other.id]
        made = replace(draft, id=said.claim, corrected_by=(entry.id,))
        self._put(made, _shifted(said.now, by))

    def _correct(self, entry: Decision, claim: Claim, said: Correction, by: int) -> None:
        fields = _shifted(said.now, by)
        span = fields.pop(EXTENT, None)
        if isinstance(span, list):
            draft = self.read.get((int(span[0]), int(span[1])))
            if draft is not None:
                earlier = dict(self.said.get(claim.id, ()))
                claim = replace(draft, id=claim.id, corrected_by=claim.corrected_by)
                fields = {**earlier, **fields}
        self._put(replace(claim, corrected_by=(*claim.corrected_by, entry.id)), fields)

    def _put(self, claim: Claim, fields: Mapping[str, Value]) -> None:
        for name, value in fields.items():
            offsets = offsets_of(name)
            if offsets is None or (claim.start <= offsets[0] and offsets[1] <= claim.end):
                claim = put(claim, name, value)
        self.standing[claim.id] = claim
        self.said.setdefault(claim.id, []).extend(fields.items())

    def _find(self, said: Correction) -> tuple[Claim | None, int]:
        """The claim that stands for the one that was corrected, and by how far its text has moved."""
        moved = _moved(self.source, said)
        key = self.known_as.get(said.claim, said.claim)
        own = self.standing.get(key)
        if own is not None and (not moved or own.text.split() == said.text.split()):
            return own, own.start - said.start if moved else 0
        old = _as_claim(self.source, said)
        near = [
            (likeness(old, new, moved=moved), new)
            for new in self.standing.values()
            if not new.corrected_by and _says_same(new, said, new.start - said.start if moved else 0)
        ]
        near = [(share, new) for share, new in near if share >= ALMOST]
        if not near:
            return None, 0
        _, best = min(
            near, key=lambda one: (-one[0], abs(one[1].start - said.start), one[1].start, one[1].id)
        )
        self.known_as[said.claim] = best.id
        return best, best.start - said.start if moved else 0

    def _at_its_place(self, said: Correction) -> Claim | None:
        old, moved = _as_claim(self.source, said), _moved(self.source, said)
        shares = [(likeness(old, new, moved=moved), new) for new in self.standing.values()]
        return max((one for one in shares if one[0] > 0), key=lambda one: one[0], default=(0, None))[1]

    def _displace(self, entry: Decision, said: Correction, how: How, now: Claim | None) -> None:
        self.displaced.append(Displaced(entry, _as_claim(self.source, said), now, how))


def _says_same(claim: Claim, said: Correction, by: int) -> bool:
    """Whether the claim says of what was corrected what it said then, or what it was corrected to."""
    was, now = _shifted(said.was, by), _shifted(said.now, by)
    was.pop(EXTENT, None)
    return all(given(claim, name) in (value, now.get(name, value)) for name, value in was.items())


def _shifted(fields: Mapping[str, Value], by: int) -> dict[str, Value]:
    """The fields with their offsets moved."""
    found: dict[str, Value] = {}
    for name, value in fields.items():
        offsets = offsets_of(name)
        moved = quantity_field(offsets[0] + by, offsets[1] + by) if offsets else name
        span = name == EXTENT and isinstance(value, list)
        found[moved] = [int(at) + by for at in value] if span and isinstance(value, list) else value
    return found


def _moved(source: Source, said: Correction) -> bool:
    return source.text[said.start : said.end] != said.text


def _moved_by(source: Source, said: Correction) -> int | None:
    """How far the words of a passage stand from where they stood; None where they are gone or not clear."""
    if not _moved(source, said):
        return 0
    at = source.text.find(said.text)
    if at < 0 or source.text.find(said.text, at + 1) >= 0:
        return None
    return at - said.start


def _as_claim(source: Source, said: Correction) -> Claim:
    """The claim as far as the log keeps it."""
    return Claim(
        said.claim, source.id, said.start, said.end, said.text, None, str(said.was.get("event_type", "")),
        "occurred", None,
    )  # fmt: skip
