"""Copies and light rewrites of one text, as other sites print it: the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec


class Wire(msgspec.Struct, frozen=True):
    """One agency text, what sites do with it, and reports of the same event by other hands."""

    code: str
    title: str
    paragraphs: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...]
    titles: tuple[str, ...]
    furniture: tuple[str, ...]
    endings: tuple[str, ...]
    independent: tuple[str, ...]
    rewrites: tuple[str, ...] = ()
    """Rewritten by hand, title first."""

    def __str__(self) -> str:
        return self.code

    @property
    def text(self) -> str:
        return "\n\n".join((self.title, *self.paragraphs))

    def copies(self, number: int) -> Iterator[tuple[str, str]]:
        """That many copies, each with what was done to it: from nothing at all to everything at once."""
        acts = ("furniture", "title", "ending", "order", "words", "shortened")
        for at in range(number):
            draw = random.Random(at)
            done = [act for act in acts if draw.random() < min(1.0, at / (number * 0.7))]
            yield self._rewritten(done, draw), f"{self.code}-{at}-" + ("+".join(done) or "verbatim")

    def _rewritten(self, done: list[str], draw: random.Random) -> str:
        paragraphs = list(self.paragraphs)
        title = self.title
        if "words" in done:
            paragraphs = [_replaced(text, self.synonyms, draw) for text in paragraphs]
        if "shortened" in done:
            kept = sorted(draw.sample(range(len(paragraphs)), draw.randint(3, len(paragraphs) - 1)))
            paragraphs = [paragraphs[at] for at in kept]
        if "order" in done:
            draw.shuffle(paragraphs)
        if "title" in done:
            title = draw.choice(self.titles)
        if "ending" in done:
            paragraphs.append(draw.choice(self.endings))
        if "furniture" in done:
            return "\n\n".join((self.furniture[0], title, *paragraphs, draw.choice(self.furniture[1:])))
        return "\n\n".join((title, *paragraphs))


def _replaced(text: str, synonyms: tuple[tuple[str, str], ...], draw: random.Random) -> str:
    """The text with three quarters of the words that have synonyms replaced."""
    for old, new in synonyms:
        if draw.random() < 0.75:
            text = text.replace(old, new)
    return text


def wires(name: str) -> tuple[Wire, ...]:
    """The stories of `wires/NAME.toml`, one a language."""
    data = (Path(__file__).parent / "wires" / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(data, type=dict[str, tuple[Wire, ...]])["wires"]
