"""How far an import is and what came of it, in lines. Pure: a run's standing in, content out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from textual.content import Content

from workbench.errors import WorkbenchError
from workbench.pipeline import Failure, Removed
from workbench.reviewing import Told
from workbench.told import event_label, of_error, told
from workbench.told.numbers import number
from workbench.tui.importing_run import ImportRun, Result, Standing
from workbench.tui.sizes import count
from workbench.visible import visible
from workbench.words import _, ngettext

_LISTED = 200
"""Files of one kind that are listed."""
_MINUTE = 60


def duration(seconds: float) -> str:
    """A time as people tell it: "40 s", "3 min"."""
    if seconds < _MINUTE:
        return _("{n} s").format(n=max(round(seconds), 1))
    return _("{n} min").format(n=round(seconds / _MINUTE))


def bar(standing: Standing, width: int) -> Content:
    """How much is behind, as a bar of `width` columns."""
    share = standing.done / standing.total if standing.total else 0.0
    full = round(share * width)
    return Content.assemble(("━" * full, "$primary"), ("─" * (width - full), "$faint"))


def phase_line(run: ImportRun) -> str:
    """What is being done, how much of it is behind, how fast it goes, what is left."""
    now = run.standing
    if run.error:
        return _("The import has failed.")
    if run.result is None and now.phase == "matching":
        return _("Comparing claims, {time}").format(time=duration(run.seconds))
    place = _("{i} of {n}").format(i=count(now.done), n=count(now.total))
    if run.result is not None:
        return _finished(run.result, now)
    parts = [_("Reading {place}").format(place=place)]
    if now.rate:
        parts.append(_("{n} a second").format(n=number(f"{now.rate:.1f}")))
    if now.left is not None:
        parts.append(_("about {time} left").format(time=duration(now.left)))
    if run.stopping:
        parts.append(_("stopping behind this article"))
    return " · ".join(parts)


def _finished(result: Result, now: Standing) -> str:
    place = _("{i} of {n}").format(i=count(now.done), n=count(now.total))
    time = duration(result.seconds)
    if result.not_read:
        return _("Stopped at {place}, after {time}").format(place=place, time=time)
    return _("Done in {time}").format(time=time)


def sign_line(run: ImportRun) -> str:
    """The import in a few words, for the top line of other screens."""
    now = run.standing
    if run.error:
        return _("⇣ import failed")
    if run.result is not None:
        new = run.result.new
        return ngettext("⇣ imported, {n} new", "⇣ imported, {n} new", new).format(n=count(new))
    if now.phase == "matching":
        return _("⇣ comparing")
    return _("⇣ importing {i} of {n}").format(i=count(now.done), n=count(now.total))


def report(run: ImportRun) -> Content:
    """Everything else there is to say: counts, what failed and why, notes, what is new."""
    now = run.standing
    lines = [_counts(now)]
    if run.error:
        lines += [Content(""), _failed_line(run.error)]
    if run.result is not None:
        lines += _outcome(run.result)
    failed = run.result.failed if run.result else now.failed
    lines += _listing(_("Failed"), [_failure(one) for one in failed])
    if run.result is not None:
        lines += _listing(_("Notes"), [*_notes(run.result), *(_left_out(one) for one in run.result.removed)])
    return Content("\n").join(lines)


def _counts(now: Standing) -> Content:
    added = ngettext("{n} article added", "{n} articles added", now.added).format(n=count(now.added))
    claims = ngettext("{n} claim", "{n} claims", now.claims).format(n=count(now.claims))
    same = _("{n} unchanged").format(n=count(now.unchanged))
    failed = _("{n} failed").format(n=count(len(now.failed)))
    return Content.assemble(
        (f"✓ {added}", "$success" if now.added else "$muted"),
        f"  {claims}   ",
        (f"= {same}   ", "$muted"),
        (f"✕ {failed}", "bold $error" if now.failed else "$muted"),
    )


def _outcome(result: Result) -> list[Content]:
    lines = [Content("")]
    if result.not_read:
        number = len(result.not_read)
        words = ngettext("{n} article was not read", "{n} articles were not read", number)
        lines += [
            Content.styled(words.format(n=count(number)), "bold $warning"),
            Content(_("The first of them: {file}").format(file=visible(_last(result.not_read[0])))),
            Content(_("Nothing is lost: import the same again to go on. What is in is not read twice.")),
            Content(""),
        ]
    if result.new:
        words = ngettext("≠ {n} new difference waits", "≠ {n} new differences wait", result.new)
        lines.append(Content.styled(words.format(n=count(result.new)), "bold $primary"))
        lines.append(Content.styled(_("n goes to the queue."), "$muted"))
    else:
        lines.append(Content(_("No new differences.")))
    if result.matching and result.matching.left:
        left = count(result.matching.left)
        lines.append(Content(_("Events of {n} more claims might change too: workbench match").format(n=left)))
    return [*lines, *_touched(result.touched)]


def _touched(touched: Sequence[Told]) -> list[Content]:
    lines = [
        Content.assemble(
            (f"  {visible(event_label(one.label) or one.change.decision.event)}: ", "bold"),
            "; ".join(visible(told(sentence)) for sentence in one.sentences),
        )
        for one in touched[:_LISTED]
    ]
    title = ngettext(
        "{n} decision stands on an event that has changed",
        "{n} decisions stand on events that have changed",
        len(touched),
    )
    return _listing(title.format(n=count(len(touched))), lines)


def _listing(title: str, lines: Sequence[Content]) -> list[Content]:
    if not lines:
        return []
    shown = [Content(""), Content.styled(title, "bold"), *lines[:_LISTED]]
    if len(lines) > _LISTED:
        shown.append(Content.styled("  " + _("and {n} more").format(n=count(len(lines) - _LISTED)), "$muted"))
    return shown


def _failure(failure: Failure) -> Content:
    return Content.assemble(
        ("  ✕ ", "$error"), (visible(_last(failure.file)), "bold"), "  ", _reason(failure.error)
    )


def _failed_line(error: WorkbenchError) -> Content:
    return Content.assemble(("✕ ", "$error"), _reason(error))


def _reason(error: WorkbenchError) -> str:
    title, rest = of_error(error)
    return visible(": ".join(part for part in (title, rest) if part))


def _notes(result: Result) -> Iterator[Content]:
    for one in result.added:
        if one.notes:
            yield _note(one.file, one.notes)
    for known in result.known:
        yield _note(known.file, (known.words,))
    for note in result.notes:
        yield _note(note.about, (note.words,))


def _note(file: str, notes: Sequence[str]) -> Content:
    words = visible("; ".join(map(told, notes)))
    return Content.assemble(("  ! ", "$warning"), (visible(file), "bold"), "  ", words)


def _left_out(one: Removed) -> Content:
    return Content.assemble(("  ⊟ ", "$warning"), (visible(one.file), "bold"), "  ", visible(told(one.note)))


def _last(file: str) -> str:
    return Path(file).name or file
