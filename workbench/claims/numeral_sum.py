"""Adding up the words of one number ("iki" "bin" "üç" "yüz")."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["digits", "small", "hundred", "scale", "half", "fraction", "point", "ordinal"]


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word or group of digits of a number, with its ending."""

    kind: Kind
    value: float
    start: int
    end: int
    stop: int
    suffix: str
    grouped: bool = False
    decimals: bool = False


class Sum:
    """Adds the words of one number up for as long as they make one."""

    def __init__(self, bare: frozenset[float]) -> None:
        self.bare = bare
        self.total = 0.0
        self.current: float | None = None
        self.scale = float("inf")
        self.half = 0.0
        self.room = float("inf")
        self.point: str | None = None

    @property
    def value(self) -> float:
        current = (self.current or 0.0) + self.half
        if self.point is not None:
            current = float(f"{int(current)}.{self.point or 0}")
        return self.total + current

    def add(self, token: Token, first: bool) -> bool:
        """Whether the token carries the number on; nothing is changed where it does not."""
        if self.half and token.kind != "scale":
            return False
        if self.point is not None and token.kind != "scale":
            return self._decimals(token)
        return bool(getattr(self, f"_{token.kind}")(token, first))

    def _digits(self, token: Token, first: bool) -> bool:
        if not first and (self.current is not None or token.value >= self.scale or token.decimals):
            return False
        self.current, self.room = token.value, 0.0
        return True

    def _small(self, token: Token, first: bool) -> bool:
        value = token.value
        if self.current is None:
            self.current = value
        elif value < self.room and value > 0:
            self.current += value
        else:
            return False
        self.room = 10.0 if value >= 20 or value == 10 else 0.0
        return True

    def _hundred(self, token: Token, first: bool) -> bool:
        if self.current is None:
            self.current = 100.0
        elif 0 < self.current < 100 and self.current == int(self.current):
            self.current *= 100
        else:
            return False
        self.room = 100.0
        return True

    def _scale(self, token: Token, first: bool) -> bool:
        if token.value >= self.scale:
            return False
        if self.current is None and token.value not in self.bare and not first:
            return False
        had = self.value - self.total
        if self.current is None and not self.half:
            had = 1.0
        if token.value < 1000 and self.total:
            return False
        self.total += had * token.value
        self.current, self.half, self.point = None, 0.0, None
        self.scale, self.room = token.value, float("inf")
        return True

    def _half(self, token: Token, first: bool) -> bool:
        if first or self.current is None:
            return False
        self.half = token.value
        return True

    def _fraction(self, token: Token, first: bool) -> bool:
        if first:
            self.current, self.room = token.value, 0.0
        elif self.current is not None and self.current >= 1:
            self.half = token.value
        else:
            return False
        return True

    def _point(self, token: Token, first: bool) -> bool:
        if first or self.current is None or self.current >= 1000:
            return False
        self.point = ""
        return True

    def _ordinal(self, token: Token, first: bool) -> bool:
        return self._small(token, first)

    def _decimals(self, token: Token) -> bool:
        assert self.point is not None
        if token.kind not in ("small", "digits") or len(self.point) > 6:
            return False
        written = str(int(token.value))
        if len(self.point) == 2 and self.point.endswith("0") and len(written) == 1 and self.point != "00":
            self.point = self.point[:-1] + written
        else:
            self.point += written
        return True
