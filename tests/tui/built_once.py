"""Databases that many tests begin with: made once in a process, then copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Concatenate, ParamSpec

Given = ParamSpec("Given")
Build = Callable[Concatenate[Path, Given], Path]


def built_once(build: Build[Given]) -> Build[Given]:
    """Makes each database that `build` gives for its arguments once; at another path it is copied."""
    kept: dict[str, bytes] = {}

    @wraps(build)
    def copy(path: Path, /, *args: Given.args, **kwargs: Given.kwargs) -> Path:
        given = repr((args, kwargs))
        if given not in kept:
            with TemporaryDirectory() as folder:
                kept[given] = build(Path(folder) / "made.db", *args, **kwargs).read_bytes()
        path.write_bytes(kept[given])
        return path

    return copy
