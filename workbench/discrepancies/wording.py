"""Two renderings of one speaker's one quotation, and what word changed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz import fuzz

from workbench.discrepancies.view import EventView, discrepancy
from workbench.folding import fold
from workbench.models import AttributeValue, Claim, Discrepancy, Quote

_LEAST = 60.0
_MIN_WORDS = 6
_WORD = re.compile(r"\w+")


def detect_wording(seen: EventView) -> list[Discrepancy]:
    """Quotations of one speaker in different sources that are alike but not the same."""
    quoted = [(c, q) for c in seen.claims for q in c.quotes if len(_WORD.findall(q.text)) >= _MIN_WORDS]
    found: list[Discrepancy] = []
    done: set[frozenset[tuple[str, int]]] = set()
    for (a, quote_a), (b, quote_b) in combinations(quoted, 2):
        pair = frozenset({(a.source, quote_a.start), (b.source, quote_b.start)})
        if a.source == b.source or pair in done or (a.speaker and b.speaker and a.speaker != b.speaker):
            continue
        done.add(pair)
        if _rendered_differently(quote_a.text, quote_b.text):
            found.append(_discrepancy(seen, a, quote_a, b, quote_b))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _rendered_differently(a: str, b: str) -> bool:
    left, right = _words(a), _words(b)
    if left == right or " ".join(left) in " ".join(right) or " ".join(right) in " ".join(left):
        return False
    return fuzz.token_sort_ratio(" ".join(left), " ".join(right)) >= _LEAST


def changed(a: str, b: str) -> list[tuple[str, str]]:
    """The stretches of words in which two renderings differ, as (in a, in b)."""
    left, right = _WORD.findall(a), _WORD.findall(b)
    matcher = SequenceMatcher(None, [fold(w) for w in left], [fold(w) for w in right], autojunk=False)
    return [
        (" ".join(left[i:j]), " ".join(right[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _discrepancy(seen: EventView, a: Claim, quote_a: Quote, b: Claim, quote_b: Quote) -> Discrepancy:
    first = next((pair for pair in changed(quote_a.text, quote_b.text) if all(pair)), ("", ""))
    difference = f"“{first[0]}” against “{first[1]}”" if all(first) else "words are left out in one"
    values = [
        AttributeValue(c.id, c.source, q.text, q.text, q.text, _short(q.text), q.text, q.start, q.end)
        for c, q in ((a, quote_a), (b, quote_b))
    ]
    key = "-".join(sorted((f"{a.source}.{quote_a.start}", f"{b.source}.{quote_b.start}")))
    return discrepancy(
        seen,
        "wording",
        key,
        "tension",
        values,
        f"Both print it in quotation marks as one speaker's words, and the words differ: {difference}.",
    )


def _short(text: str, width: int = 60) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[: width - 1].rstrip() + "…"
