"""Ships in an article, by the numbers of the International Maritime Organization."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.models import Claim, Mention, Source
from workbench.plug_ins import hookimpl

_NUMBER = re.compile(r"\bIMO[: ]?(\d{7})\b")


class Ships:
    """Adds each ship to the claims that name it; a line that is in no claim becomes one."""

    name = "ships"

    def extract(self, source: Source, claims: Sequence[Claim]) -> Iterable[Claim]:
        """Claims with their ships, and new claims for ships that stand in none."""
        for found in _NUMBER.finditer(source.text):
            if not _is_number(found[1]):
                continue
            ship = Mention(found[0], found.start(), found.end(), "other", f"IMO {found[1]}")
            around = [one for one in claims if one.start <= ship.start and ship.end <= one.end]
            for claim in around:
                # An article may name two ships in one claim: both are given with it.
                given = [m for m in _ships(source, claim) if m not in claim.mentions]
                yield replace(claim, mentions=(*claim.mentions, *given))
            if not around:
                yield _line(source, ship)


def _ships(source: Source, claim: Claim) -> list[Mention]:
    return [
        Mention(m[0], m.start(), m.end(), "other", f"IMO {m[1]}")
        for m in _NUMBER.finditer(source.text, claim.start, claim.end)
        if _is_number(m[1])
    ]


def _line(source: Source, ship: Mention) -> Claim:
    """A claim of the line that the ship stands in. Its id is made by the workbench."""
    start = source.text.rfind("\n", 0, ship.start) + 1
    end = source.text.find("\n", ship.end)
    end = len(source.text) if end < 0 else end
    return Claim(
        id="",
        source=source.id,
        start=start,
        end=end,
        text=source.text[start:end],
        speaker=None,
        event_type="other",
        modality="occurred",
        date=None,
        mentions=(ship,),
    )


def _is_number(digits: str) -> bool:
    """The last digit checks the others: each times 7 to 2, added up."""
    total = sum(int(digit) * factor for digit, factor in zip(digits, range(7, 1, -1), strict=False))
    return total % 10 == int(digits[-1])


@hookimpl
def workbench_extractors() -> list[Ships]:
    """Asked by the workbench."""
    return [Ships()]
