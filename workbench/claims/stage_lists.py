"""What one sentence tells stage by stage ("ilk gün 318, ikinci gün 292", "307 in the second stage").

Each stage with its number is a statement of its own; what counts the whole before them is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.claims.aspects import last_stages
from workbench.claims.reading import Reading
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

Span = tuple[int, int]
STAGES = frozenset({"day", "stage", "round", "week"})
"""Series whose ordinals tell the stages of one event apart."""
_COLON = re.compile(r":\s")


def stage_markers(lowered: str, reading: Reading, language: Language) -> list[Span]:
    """Where the sentence says which stage it speaks of, in order."""
    numbered = [(o.start, o.end) for o in reading.ordinals if o.of in STAGES]
    last = last_stages(lowered, reading.start, reading.end, language)
    return sorted({*numbered, *(span for span in last if not any(_meet(span, one) for one in numbered))})


def stage_cuts(
    lowered: str, sentence: Span, stages: Sequence[Span], values: Sequence[Span], language: Language
) -> set[int]:
    """Where one stage with its number ends and the next begins; nothing where fewer than two have one."""
    start, end = sentence
    cuts: set[int] = set()
    begin = start
    for match in re.finditer(any_of(language.speech.separators), lowered[start:end]):
        first, last = start + match.start(), start + match.end()
        left = _holds((begin, first), stages) and _holds((begin, first), values)
        if left and _opens_with_both(lowered, (last, end), stages, values):
            cuts.add(first + (lowered[first] in ",;"))
            begin = last
    if cuts:
        cuts |= _behind_whole(lowered, start, stages, values)
    return cuts


def _behind_whole(lowered: str, start: int, stages: Sequence[Span], values: Sequence[Span]) -> set[int]:
    """Behind the colon that sets the stages off from the whole ("870'e ulaştı: ilk gün ...")."""
    first = stages[0][0]
    colon = next((match for match in _COLON.finditer(lowered, start, first)), None)
    return {colon.end()} if colon and _holds((start, colon.start()), values) else set()


def _opens_with_both(lowered: str, stretch: Span, stages: Sequence[Span], values: Sequence[Span]) -> bool:
    """True where no comma parts the first stage named in a stretch from the first number in it."""
    stage = next((span for span in stages if stretch[0] <= span[0]), None)
    value = next((span for span in sorted(values) if stretch[0] <= span[0]), None)
    if stage is None or value is None or max(stage[1], value[1]) > stretch[1]:
        return False
    one, other = sorted((stage, value))
    return not any(mark in lowered[one[1] : other[0]] for mark in ",;")


def _holds(stretch: Span, spans: Sequence[Span]) -> bool:
    return any(stretch[0] <= first and last <= stretch[1] for first, last in spans)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
