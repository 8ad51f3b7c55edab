"""What a command and the processes that it begins take of memory and of processor time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.2
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, and bytes held at most (proportional set size), of all processes together.

    ``printed`` is what the command wrote, `code` its exit code.
    """

    computed: float
    memory: float
    code: int
    printed: str


def watched(command: Sequence[str]) -> Cost:
    """Runs a command to its end. Where the system tells nothing of processes, the figures are 0."""
    most, computed = 0.0, dict[int, float]()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=subprocess.STDOUT, text=True) as process:
        while process.poll() is None:
            family = list(_family(process.pid))
            most = max(most, sum(map(_held, family)))
            computed |= {one: spent for one in family if (spent := _computed(one))}
            time.sleep(_LOOK)
        printed = process.stdout.read() if process.stdout else ""
    return Cost(sum(computed.values()), most, process.returncode, printed)


def _computed(number: int) -> float:
    """Seconds of processor time that a process has taken; 0 where the system tells not."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _family(number: int) -> Iterator[int]:
    yield number
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            inside = children.read_text().split()
        except OSError:
            continue
        for child in inside:
            yield from _family(int(child))


def _held(number: int) -> float:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0.0)
