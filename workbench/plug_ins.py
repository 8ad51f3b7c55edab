"""What others add to the workbench: entry points of one group each, asked through pluggy.

A plug-in that cannot be loaded, or breaks when it is asked or at its work, is named and left out; the others
go on. What broke is kept for the whole process, so that whoever has done something can say it, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import entry_points
from itertools import chain
from typing import Any, TypeVar

import pluggy

from workbench.errors import WorkbenchError
from workbench.phrases import notes

PROJECT = "workbench"
"""What pluggy's markers of hooks are made for."""
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class PlugIn:
    """One entry point: its group and name, the package that brings it ("" where that is not known).

    ``things`` is what it offers, empty where it is left out: ``error`` says why then.
    """

    group: str
    name: str
    package: str
    things: tuple[Any, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Breakage:
    """A plug-in that broke: while it was loaded (it is left out) or at its work (that was passed over)."""

    group: str
    name: str
    why: str
    loading: bool

    @property
    def words(self) -> str:
        """What is said of it to the user, behind its name."""
        return (notes.BROKEN_PLUG_IN if self.loading else notes.PLUG_IN_BROKE)(text=self.why)


@dataclass(frozen=True, slots=True)
class Offered:
    """The plug-ins of a group, in the order of their names."""

    plug_ins: tuple[PlugIn, ...]

    @property
    def named(self) -> Iterator[tuple[PlugIn, Any]]:
        """All that is offered, each with the plug-in that offers it."""
        return ((one, thing) for one in self.plug_ins for thing in one.things)


_broken: dict[tuple[str, str, bool], Breakage] = {}
_said: set[tuple[str, str, bool]] = set()


def offered(
    group: str, specifications: type, hook: str, fit: Callable[[Any], str] = lambda _thing: ""
) -> Offered:
    """Asks every entry point of the group `group` for its hook `hook`, which `specifications` describes.

    `fit` says what a thing that is offered lacks ("": nothing); a plug-in that offers one is left out.
    """
    entries = sorted(entry_points(group=group), key=lambda one: one.name)
    return Offered(tuple(_asked(entry, group, specifications, hook, fit) for entry in entries))


def _asked(entry: Any, group: str, specifications: type, hook: str, fit: Callable[[Any], str]) -> PlugIn:
    package = f"{entry.dist.name} {entry.dist.version}" if getattr(entry, "dist", None) else ""
    # One manager each: a plug-in that breaks takes no other with it.
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(specifications)
    try:
        manager.register(entry.load())
        if not getattr(manager.hook, hook).get_hookimpls():
            raise TypeError(f"it has no hook {hook}")
        things = tuple(chain.from_iterable(getattr(manager.hook, hook)()))
        unfit = next((words for words in map(fit, things) if words), "")
        if unfit:
            raise TypeError(unfit)
    except (Exception, SystemExit) as error:
        # A script that was named by mistake leaves the program as soon as it is imported.
        why = described(error)
        note(Breakage(group, entry.name, why, loading=True))
        return PlugIn(group, entry.name, package, error=why)
    return PlugIn(group, entry.name, package, things)


def lacks(thing: Any, names: Iterable[str], tuples: Iterable[str] = ()) -> str:
    """Which of these attributes a thing lacks, or which of `tuples` is no tuple of texts; "" where all fits.

    A text in a tuple's stead, for want of a comma, would be taken for its letters.
    """
    kind, held = type(thing).__name__, tuple(tuples)
    if missing := [name for name in (*names, *held) if not hasattr(thing, name)]:
        return f"{kind} has no {', '.join(missing)}"
    other = [name for name in held if not _are_texts(getattr(thing, name))]
    return f"{', '.join(other)} of {kind}: not a tuple of texts" if other else ""


def _are_texts(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(one, str) for one in value)


def described(error: BaseException) -> str:
    """What went wrong in code of others: the kind of the error and its words."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def broke(plug_in: PlugIn, error: Exception) -> None:
    """Keeps that a plug-in broke at its work; that it did so again is no news."""
    note(Breakage(plug_in.group, plug_in.name, described(error), loading=False))


def note(one: Breakage) -> None:
    """Keeps what broke, here or in another process."""
    _broken.setdefault((one.group, one.name, one.loading), one)


def broken() -> tuple[Breakage, ...]:
    """All that has broken so far, in its order."""
    return tuple(_broken.values())


def unsaid() -> list[Breakage]:
    """What has broken and was not given by this function yet: whoever asks says it."""
    fresh = [key for key in _broken if key not in _said]
    _said.update(fresh)
    return [_broken[key] for key in fresh]


def forget() -> None:
    """Forgets what broke, as if the process had just begun."""
    _broken.clear()
    _said.clear()


@contextmanager
def guarded(plug_in: PlugIn, failed: Callable[[str], WorkbenchError]) -> Iterator[None]:
    """Within, whatever the plug-in raises becomes the error that `failed` makes of what went wrong.

    Errors of the workbench itself, and memory that ran out, are what they are.
    """
    try:
        yield
    except (WorkbenchError, MemoryError):
        raise
    except Exception as error:
        broke(plug_in, error)
        raise failed(described(error)) from error


def each_of(kinds: tuple[type[Any], ...], things: Iterable[Thing]) -> Iterator[Thing]:
    """These things. Raises TypeError at one of another kind, before anything else breaks on it."""
    for one in things:
        if not isinstance(one, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"{type(one).__name__} was given where {wanted} is expected")
        yield one
