"""How fast articles are read, in megabytes of UTF-8 text a second of processor time on one core.

The texts are the real articles beside the checkout, else the project's own samples. The large article is
made from them, once as many paragraphs and once as one line: reading is linear where a character costs
there what it costs in the articles themselves. Articles that are read again find all their words known; in
the made-up ones (`newsroom.py`), each read once behind others, words come that no text had before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks import newsroom
from workbench.claims import read_claims
from workbench.sources import article_paths, source_from_bytes

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT.parent / "shared" / "sources", ROOT / "sources")
"""Where articles are looked for; the first folder that is there is taken."""
LARGE = 5_000_000
"""Bytes of the large article."""
REPEATS = 7
NEW_ARTICLES = 60
"""Made-up articles that are read once, behind as many others."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Megabytes a second of making a source from bytes, of reading its claims, and of both."""

    sourcing: float
    claims: float

    @property
    def both(self) -> float:
        """One after the other."""
        return 1 / (1 / self.sourcing + 1 / self.claims)


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """What was measured, and on how many articles."""

    folder: Path
    articles: int
    small: Speed
    new: Speed
    paragraphs: Speed
    one_line: Speed

    @property
    def paragraphs_ratio(self) -> float:
        """How many times longer a character takes in a large article of many paragraphs."""
        return self.small.claims / self.paragraphs.claims

    @property
    def one_line_ratio(self) -> float:
        """How many times longer a character takes in a large article of one line."""
        return self.small.claims / self.one_line.claims


def articles() -> tuple[Path, list[bytes]]:
    """The folder that the articles are taken from, and their bytes."""
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    return folder, [path.read_bytes() for path in article_paths([folder])]


def speed(texts: Sequence[bytes], repeats: int = REPEATS) -> Speed:
    """The speed on `texts`, the best of so many runs: the first of several loads patterns and words."""
    size = sum(map(len, texts)) / 1e6
    sources = [source_from_bytes(data, "article.txt") for data in texts]
    sourcing = _best(lambda: [source_from_bytes(data, "article.txt") for data in texts], repeats)
    claims = _best(lambda: [read_claims(source) for source in sources], repeats)
    return Speed(size / sourcing, size / claims)


def speed_of_new(number: int = NEW_ARTICLES) -> Speed:
    """The speed on made-up articles that bring words of their own, behind as many others."""
    texts = [newsroom.article(one).encode() for one in range(2 * number)]
    speed(texts[:number], 1)
    return speed(texts[number:], 1)


def _best(step: Callable[[], object], repeats: int) -> float:
    taken = []
    for _ in range(repeats):
        begun = process_time()
        step()
        taken.append(process_time() - begun)
    return min(taken)


def measure(large: int = LARGE) -> ReadingSpeed:
    """The speed of reading the articles, and one article of `large` bytes made from them."""
    folder, texts = articles()
    whole = "\n\n".join(text.decode() for text in texts)
    times = max(1, large // len(whole.encode()))
    paragraphs = "\n\n".join([whole] * times).encode()
    line = " ".join(whole.split())
    one_line = " ".join([line] * times).encode()
    small = speed(texts)
    large_ones = speed([paragraphs], 1), speed([one_line], 1)
    return ReadingSpeed(folder, len(texts), small, speed_of_new(), *large_ones)


def report(measured: ReadingSpeed) -> str:
    """The figures in lines for a reader."""
    rows = [
        (f"{measured.articles} articles", measured.small, ""),
        (f"{NEW_ARTICLES} new articles", measured.new, f"{measured.new.both / 0.009:.0f} of 9 kB a second"),
        ("large, paragraphs", measured.paragraphs, f"{measured.paragraphs_ratio:.2f} times the time a byte"),
        ("large, one line", measured.one_line, f"{measured.one_line_ratio:.2f} times the time a byte"),
    ]
    lines = [f"reading, MB/s on one core, articles of {measured.folder}"]
    for name, one, ratio in rows:
        figures = f"source {one.sourcing:5.2f}  claims {one.claims:5.2f}  both {one.both:5.2f}"
        lines.append(f"{name:<20} {figures}  {ratio}".rstrip())
    return "\n".join(lines)
