"""Two renderings of one speaker's one quotation, and what word changed.

Only quotations of one language are compared word by word: a translation has other words by nature.
Where one article prints a part of what the other prints, the part is held against its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz import fuzz

from workbench.discrepancies.around import week_of
from workbench.discrepancies.view import EventView, discrepancy
from workbench.folding import fold
from workbench.models import AttributeValue, Claim, Discrepancy, Quote
from workbench.phrases import differences as phrases

_LEAST = 60.0
"""Likeness, 0 to 100, from which two quotations are taken for one."""
_LEAST_OF_A_PART = 80.0
"""The same for a part of a longer quotation: many parts are tried."""
_MIN_WORDS = 6
_MUCH_LONGER = 1.5
_WORD = re.compile(r"\w+")

_WEEKS = 9
"""Weeks before in which the same words may have been printed with another event."""

Quoted = tuple[Claim, Quote]
Words = list[re.Match[str]]
Block = tuple[str, int, int, int, int]


def detect_wording(seen: EventView) -> list[Discrepancy]:
    """Quotations of one speaker in different sources that are alike but not the same."""
    quoted = quotations(seen)
    found: list[Discrepancy] = []
    done: set[frozenset[tuple[str, int]]] = set()
    for (a, quote_a), (b, quote_b) in (*combinations(quoted, 2), *_told_elsewhere(seen, quoted)):
        pair = frozenset({(a.source, quote_a.start), (b.source, quote_b.start)})
        if pair in done or not _comparable(seen, a, b):
            continue
        done.add(pair)
        blocks = renderings(quote_a.text, quote_b.text)
        if blocks:
            found.append(_discrepancy(seen, (a, quote_a), (b, quote_b), blocks))
    return found


def quotations(seen: EventView) -> list[Quoted]:
    """Each quotation of the event's claims that is long enough to be known again."""
    return _long_enough(seen.claims)


def _long_enough(claims: Iterable[Claim]) -> list[Quoted]:
    return [(c, q) for c in claims for q in c.quotes if len(_WORD.findall(q.text)) >= _MIN_WORDS]


def _told_elsewhere(seen: EventView, quoted: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """What the same speaker is quoted with in events told in the weeks before, with each own quotation.

    Later reports print old words beside other events; the difference is kept with the one told last.
    """
    for claim, quote in quoted:
        told = seen.world.told_day(claim)
        if claim.speaker is None or told is None:
            continue
        weeks = range(week_of(told) - _WEEKS, week_of(told) + 1)
        for event in seen.world.events_quoting(claim.speaker, weeks):
            if event.id == seen.event.id:
                continue
            for other in _long_enough(seen.world.claims_of(event)):
                early = other[0]
                if early.speaker == claim.speaker and _order(seen, early) < _order(seen, claim):
                    yield other, (claim, quote)


def _order(seen: EventView, claim: Claim) -> tuple[str, str, int]:
    return seen.told(claim), claim.source, claim.start


def _comparable(seen: EventView, a: Claim, b: Claim) -> bool:
    sources = seen.world.sources
    if a.source == b.source or sources[a.source].language != sources[b.source].language:
        return False
    return not (a.speaker and b.speaker) or a.speaker == b.speaker


def same_words(a: str, b: str) -> bool:
    """True where two quotations are one and the same, or one is a part of the other."""
    left, right = (" ".join(fold(m.group()) for m in _WORD.finditer(text)) for text in (a, b))
    return left in right or right in left


def renderings(a: str, b: str) -> list[Block]:
    """The stretches of words in which two renderings of one quotation differ; none where they are not that.

    Each is (kind, from and to in the words of `a`, from and to in those of `b`). Words that one prints
    more at its beginning or end are no difference.
    """
    left, right = ([fold(m.group()) for m in _WORD.finditer(text)] for text in (a, b))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    within = _within(blocks)
    if not any(tag != "equal" for tag, *_ in within):
        return []
    parts = (
        [w for _, i, j, _, _ in within for w in left[i:j]],
        [w for *_, k, m in within for w in right[k:m]],
    )
    much_longer = max(len(left), len(right)) > _MUCH_LONGER * min(len(left), len(right))
    compared, least = (parts, _LEAST_OF_A_PART) if much_longer else ((left, right), _LEAST)
    alike = fuzz.token_sort_ratio(" ".join(compared[0]), " ".join(compared[1])) >= least
    long_enough = min(map(len, compared)) >= _MIN_WORDS
    return [block for block in within if block[0] != "equal"] if alike and long_enough else []


def _within(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without what only one of the two prints before the first or behind the last shared word."""
    first, last = 0, len(blocks)
    while first < last and blocks[first][0] in ("insert", "delete"):
        first += 1
    while first < last and blocks[last - 1][0] in ("insert", "delete"):
        last -= 1
    return list(blocks[first:last])


def changed(a: str, b: str) -> list[tuple[str, str]]:
    """The stretches of words in which two texts differ, as (in a, in b)."""
    left, right = _WORD.findall(a), _WORD.findall(b)
    matcher = SequenceMatcher(None, [fold(w) for w in left], [fold(w) for w in right], autojunk=False)
    return [
        (" ".join(left[i:j]), " ".join(right[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _discrepancy(
    seen: EventView, a: tuple[Claim, Quote], b: tuple[Claim, Quote], blocks: Sequence[Block]
) -> Discrepancy:
    words = [list(_WORD.finditer(quote.text)) for _, quote in (a, b)]
    said = [(_joined(words[0][i:j]), _joined(words[1][k:m])) for _, i, j, k, m in blocks]
    values = [
        _value(*a, words[0], blocks[0][1], blocks[-1][2]),
        _value(*b, words[1], blocks[0][3], blocks[-1][4]),
    ]
    key = "-".join(sorted((f"{a[0].source}.{a[1].start}", f"{b[0].source}.{b[1].start}")))
    return discrepancy(seen, "wording", key, "tension", values, _why(said))


def _why(said: Sequence[tuple[str, str]]) -> str:
    """What a reader is told of the stretches in which two renderings differ."""
    first = next((pair for pair in said if all(pair)), None)
    left_out = next((x or y for x, y in said), "")
    differ = phrases.AGAINST(one=first[0], other=first[1]) if first else phrases.LEFT_OUT(words=left_out)
    if len(said) > 2:
        return phrases.WORDS_DIFFER_OFTEN(difference=differ, number=str(len(said) - 1))
    return (phrases.WORDS_DIFFER_TWICE if len(said) > 1 else phrases.WORDS_DIFFER)(difference=differ)


def _joined(words: Words) -> str:
    return " ".join(word.group() for word in words)


def _value(claim: Claim, quote: Quote, words: Words, first: int, last: int) -> AttributeValue:
    """The part of a quotation from its first changed word to its last, with a word on either side."""
    start = words[max(first - 1, 0)].start()
    end = words[min(max(last, first + 1), len(words) - 1)].end()
    text = quote.text[start:end]
    return AttributeValue(
        claim.id, claim.source, text, text, text, _short(text), text, quote.start + start, quote.start + end
    )


def _short(text: str, width: int = 60) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[: width - 1].rstrip() + "…"
