"""Fuzzes one format for some seconds: `python -m tools.fuzz.one FORMAT SECONDS FOLDER`.

Hypothesis damages a real document of the format; where atheris is installed, it drives hypothesis by what
of our code each damage reaches, else hypothesis goes by chance. The last document is left in the
folder as `FORMAT-last`: it is what broke where the exit code is not 0.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

try:
    import atheris
except ImportError:
    from tools.fuzz.checking import faults

    atheris = None
else:
    with atheris.instrument_imports(include=["workbench.sources", "workbench.importing"]):
        from tools.fuzz.checking import faults

from tools.fuzz.seeds import name_of, seeds
from workbench.sources.documents import Document

_TOKENS = (
    b"<",
    b">",
    b"&",
    b'"',
    b"\0",
    b"\n\n",
    b"\xff",
    b"{",
    b"]",
    b"<!--",
    b"]]>",
    b"--b\r\n",
    b"PK\3\4",
)


@st.composite
def damaged(draw: st.DrawFn, real: bytes) -> bytes:
    """The document with some bytes put in, taken out, repeated, or its end cut off."""
    data = bytearray(real)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from((0, 0, 1, 2, 8, 64)))
        what = draw(st.one_of(st.binary(max_size=12), st.sampled_from(_TOKENS)))
        times = draw(st.sampled_from((1, 1, 1, 1, 40, 2000)))
        data[at : at + length] = what * times
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def main() -> None:
    """Fuzzes until the time is over or something breaks."""
    wanted, seconds, folder = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3])
    real = dict(seeds())[wanted]
    until, last = time.monotonic() + seconds, folder / f"{wanted}-last"

    @settings(
        max_examples=10_000_000,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(damaged(real))
    def holds(data: bytes) -> None:
        if atheris is None and time.monotonic() > until:
            raise KeyboardInterrupt
        # Whatever ends this process, the document that it was at is left.
        last.write_bytes(data)
        assert faults(Document(name_of(wanted), data)) == []

    if atheris is None:
        with suppress(KeyboardInterrupt):
            holds()
        last.unlink(missing_ok=True)
        return
    options = [f"-max_total_time={seconds:.0f}", "-timeout=30", "-rss_limit_mb=1500"]
    fuzz = holds.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/{wanted}-"], fuzz)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
