"""Fuzzes every reader: `python -m tools.fuzz [SECONDS] [FORMAT ...]` (default: 600 seconds, all of them).

The time is shared among the formats, as many at once as there are cores. What breaks a reader is kept in
`fuzz-findings/`, with what it said; the exit code is 1 where there is any.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.fuzz.seeds import seeds
from workbench.cores import cores

SECONDS = 600.0
FINDINGS = Path("fuzz-findings")
_GRACE = 60.0


def main() -> None:
    """Fuzzes, and says for each format how it went."""
    total = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    formats = sys.argv[2:] or [name for name, _ in seeds()]
    FINDINGS.mkdir(exist_ok=True)
    each = total * cores() / len(formats)

    def fuzz(name: str) -> tuple[str, int | str]:
        command = [sys.executable, "-m", "tools.fuzz.one", name, str(each), str(FINDINGS)]
        log = FINDINGS / f"{name}.log"
        with log.open("wb") as told:
            try:
                return name, subprocess.run(
                    command, stdout=told, stderr=told, timeout=each + _GRACE, check=False
                ).returncode
            except subprocess.TimeoutExpired:
                return name, "hung"

    broken: list[Path] = []
    with ThreadPoolExecutor(cores()) as workers:
        for name, code in workers.map(fuzz, formats):
            fine = code == 0
            print(f"{name:<10} {each:>5.0f} s  {'held' if fine else f'broke ({code})'}", flush=True)  # noqa: T201
            if fine:
                (FINDINGS / f"{name}-last").unlink(missing_ok=True)
            else:
                broken.append(FINDINGS / f"{name}-last")
    print("\n".join(map(str, broken)))  # noqa: T201
    sys.exit(1 if broken else 0)


main()
