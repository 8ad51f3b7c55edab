"""The files that fitting reads its start from and writes its outcome to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tools.fitting.judging import Fit

WEIGHTS = Path(__file__).resolve().parents[2] / "workbench" / "events" / "weights.toml"
PRIOR = Path(__file__).resolve().parent / "prior.toml"
_PRIOR_HEAD = """\
# The weights set by hand, around which `make weights` fits those of workbench/events/weights.toml.
# To say what a level ought to weigh, say it here. A new outcome is taken over from weights.toml by itself.
"""
_MARK = "# Fitted on "


def start(weights: Path = WEIGHTS, prior: Path = PRIOR) -> Fit:
    """The hand-set weights of all outcomes of weights.toml; one that is new starts as it is there.

    Where weights.toml was never fitted, what it says is set by hand.
    """
    shipped = _read(weights)
    said = _read(prior) if prior.exists() and fitted_on(weights) else shipped
    return Fit(said.threshold, {name: said.parts.get(name, weight) for name, weight in shipped.parts.items()})


def write_prior(fit: Fit, prior: Path = PRIOR) -> None:
    prior.write_text(f"{_PRIOR_HEAD}threshold = {fit.threshold}\n\n{_parts(fit.parts)}", encoding="utf-8")


def write_weights(fit: Fit, how: str, mark: str, weights: Path = WEIGHTS) -> None:
    """Writes the threshold, the parts and what they were fitted on; whatever else the file says stays.

    Raises ValueError where the file has no threshold, or something after its parts.
    """
    text = weights.read_text(encoding="utf-8")
    head, threshold, rest = re.split(r"^(threshold = .*\n)", text, maxsplit=1, flags=re.MULTILINE)
    tables, found, parts = rest.partition("[parts]\n")
    if not threshold or not found or re.search(r"^\[", parts, re.MULTILINE):
        raise ValueError(f"{weights.name}: `threshold` has to come first and [parts] last")
    kept = "".join(
        line for line in head.splitlines(keepends=True) if not line.startswith(("# Fitted", "# by "))
    )
    fitted = f"{_MARK}{mark} (the half to fit on: tools/fitting/halves.toml)\n# by `make weights`: {how}.\n"
    weights.write_text(
        f"{kept}{fitted}threshold = {fit.threshold}\n{tables}{_parts(fit.parts)}", encoding="utf-8"
    )


def fitted_on(weights: Path = WEIGHTS) -> str | None:
    """The fingerprint of what the weights were fitted on, or None where they were not."""
    found = re.search(rf"^{_MARK}(\S+)", weights.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else None


def standing(read: str, weights: Path = WEIGHTS) -> str:
    """What to think of the shipped weights, given the fingerprint of what is read and compared today."""
    match fitted_on(weights):
        case None:
            return "weights: set by hand (make weights)"
        case mark if mark == read:
            return "weights: fitted on what is read today"
        case mark:
            return f"weights: stale, fitted on {mark}, while {read} is read today (make weights)"


def _read(path: Path) -> Fit:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return Fit(found["threshold"], found["parts"])


def _parts(parts: Mapping[str, float]) -> str:
    return "[parts]\n" + "".join(f"{name} = {weight}\n" for name, weight in parts.items())
