"""Numbers as the core writes them ("1000", "6.5", "10,000,000", "1.5 million"), in the reader's language."""

from __future__ import annotations

import re

from workbench.words import N_, _

_SAMPLE = N_("1,234.5")
"""Its translation shows what stands between thousands and before decimals."""
_SIZES = (N_("million"), N_("billion"), N_("trillion"))
_SCALES = tuple(zip((1e12, 1e9, 1e6), reversed(_SIZES), strict=True))
_NUMBER = re.compile(r"(-?)(\d[\d,]*)(?:\.(\d+))?(?: (million|billion|trillion))?")
_POWER = re.compile(r"\d(?:\.\d+)?e\+\d\d")


def number(text: str) -> str:
    """A number; what is none as it is."""
    return read_number(text) or text


def read_number(text: str) -> str | None:
    """The same; None for what is none."""
    match = _NUMBER.fullmatch(_in_words(text) if _POWER.fullmatch(text) else text)
    if match is None:
        return None
    sign, whole, decimals, size = match.groups()
    sample = _(_SAMPLE)
    said = sign + f"{int(whole.replace(',', '')):,}".replace(",", sample[1])
    if decimals:
        said += sample[-2] + decimals
    return f"{said} {_(size)}" if size else said


def _in_words(power: str) -> str:
    """ "63.4 billion" for "6.34e+10": the core writes some large numbers so."""
    value = float(power)
    scale, size = next(((s, name) for s, name in _SCALES if value >= s), (1.0, ""))
    return f"{value / scale:.10g} {size}".strip()
