"""Commands that say how an article is to be read: reject a claim, correct it, make one of a passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.cli_base import Session, counted, now, one_source, pass_session, stored_id
from workbench.cli_decide import carry_out
from workbench.errors import DecisionError, UsageError

if TYPE_CHECKING:
    from workbench.models import Claim, Source
    from workbench.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
_NOTE = click.option("--note", metavar="TEXT", help="Why; kept in the log.")
_HINT = "`workbench event` and `workbench search` print claims with their ids"
_PLAIN = ("event_type", "modality", "speaker", "place", "date", "participants")


def _fields(command: Command) -> Command:
    """The options that give a field of a claim."""
    for option in reversed(
        (
            click.option("--event-type", metavar="KIND", help="What happened, such as prisoner_exchange."),
            click.option(
                "--modality", metavar="HOW", help="occurred, agreed, proposed, planned, expected or denied."
            ),
            click.option("--speaker", metavar="NAME", help='Who says it; "-" for the article itself.'),
            click.option("--place", metavar="NAME", help='Where; "-" for nowhere.'),
            click.option("--date", metavar="DATE", help="2025-05-16, 2025-05, 2025, or two with a slash."),
            click.option("--participants", metavar="NAMES", help='Who took part, with ";" between them.'),
            click.option(
                "--count", metavar="NUMBER", help='390, 390-400, "~390", ">390", "<390"; "-": none.'
            ),
            click.option("--counted", metavar="WORD", help="What it counts, such as prisoner_of_war."),
            click.option(
                "--side", metavar="NAME", help='Whose they are; "each" where it holds for every side.'
            ),
            click.option(
                "--words", metavar="TEXT", help="The words of the number, where the claim has several."
            ),
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("claim")
@click.option("--yes", is_flag=True, help="Also where decisions rest on it.")
@_NOTE
@pass_session
def reject(session: Session, claim: str, yes: bool, note: str | None = None) -> None:
    """Say that a claim says nothing that can be checked, or was misread; matches again.

    It stays away however often the article is read again. Refused where decisions rest on it, unless --yes
    is given: they stay in the log, without this claim.

    \b
    Examples:
      workbench reject c71c0e2
      workbench reject c71c0e2 --yes --note "a caption of another article"
    """
    from workbench.cli_output import describe_decision
    from workbench.decisions import corrections

    with session.open() as store:
        one = _claim(store, claim)
        resting = corrections.resting_on(store.decisions_on_claims([one.id]), one.id)
        if resting and not yes:
            raise DecisionError(
                f"{counted(len(resting), 'decision')} on this claim",
                "; ".join(map(describe_decision, resting)),
                "Reject it nevertheless with --yes.",
            )
        events = store.events_of_claims([one.id])
        carry_out(store, corrections.reject(one, events, reviewer=session.reviewer, at=now(), note=note))


@click.command()
@click.argument("claim")
@_fields
@click.option("--extent", metavar="START-END", help="Other offsets; what stands there is read anew.")
@_NOTE
@pass_session
def correct(session: Session, /, claim: str, note: str | None = None, **given: str | None) -> None:
    """Correct what was read of a claim; matches again.

    What is not named stays as it is read. The correction holds however often the article is read again.

    \b
    Examples:
      workbench correct c71c0e2 --modality agreed --date 2025-05-16
      workbench correct c71c0e2 --count 390 --counted prisoner_of_war --side each
      workbench correct c71c0e2 --words "about 40" --count "-"
    """
    from workbench.decisions import corrections

    with session.open() as store:
        one = _claim(store, claim)
        base = _at_extent(store, one, given.pop("extent"))
        changed = _edited(base or one, given)
        events = store.events_of_claims([one.id])
        entry = corrections.correct(
            one, changed, events, reviewer=session.reviewer, at=now(), note=note, base=base
        )
        carry_out(store, entry)


@click.command()
@click.argument("source")
@click.argument("passage", nargs=-1, required=True)
@_fields
@_NOTE
@pass_session
def claim(
    session: Session, /, source: str, passage: tuple[str, ...], note: str | None = None, **given: str | None
) -> None:
    """Make a claim of a passage that was overlooked; matches again.

    PASSAGE is its first and its last offset, or its words, which must stand once in the article. Its numbers,
    dates and names are read in it; the options give what is to be otherwise.

    \b
    Examples:
      workbench claim report.txt 120 164
      workbench claim report.txt "390 prisoners came home" --modality occurred --date 2025-05-16
    """
    from workbench.correcting import draft_claim
    from workbench.decisions import corrections

    with session.open() as store:
        article = _article(store, source)
        draft, beside = draft_claim(store, article, *_offsets(article, passage))
        made = _edited(draft, given)
        carry_out(
            store, corrections.make(draft, made, beside, reviewer=session.reviewer, at=now(), note=note)
        )


def _claim(store: Store, given: str) -> Claim:
    key = stored_id(store, given, "claims", "claim", _HINT)
    return store.claims_by_id([key])[key]


def _article(store: Store, named: str) -> Source:
    return store.source(one_source(store.sources(), named))


def _offsets(source: Source, passage: tuple[str, ...]) -> tuple[int, int]:
    if len(passage) == 2 and all(part.isdecimal() for part in passage):
        return int(passage[0]), int(passage[1])
    words = " ".join(passage)
    found = source.text.count(words) if words.strip() else 0
    if found != 1:
        times = f"{found} times" if found else "nowhere"
        raise UsageError("The words do not name one passage", f"they stand there {times}", "give its offsets")
    start = source.text.index(words)
    return start, start + len(words)


def _at_extent(store: Store, claim: Claim, extent: str | None) -> Claim | None:
    """What is read at the new extent, or None where the claim keeps its own."""
    from workbench.correcting import read_passages
    from workbench.decisions.corrections import passage

    if extent is None:
        return None
    start, _, end = extent.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise UsageError("Not an extent", extent, "give two offsets: 120-164")
    source = store.source(claim.source)
    span = passage(source, store.claims(source=source.id), int(start), int(end))
    return read_passages(source, [span])[span]


def _edited(claim: Claim, given: dict[str, str | None]) -> Claim:
    """The claim with what the options give."""
    from workbench.decisions.claim_fields import put, typed

    for field in _PLAIN:
        text = given[field]
        if text is not None:
            claim = put(claim, field, typed(field, text))
    number = {name: text for name in ("count", "counted", "side") if (text := given[name]) is not None}
    return _with_number(claim, given["words"], number) if number else claim


def _with_number(claim: Claim, words: str | None, given: dict[str, str]) -> Claim:
    from workbench.decisions.claim_fields import edited_number, put, quantity_field
    from workbench.decisions.claim_fields import given as said

    field = quantity_field(*_number_at(claim, words))
    value = said(claim, field)
    for part, text in given.items():
        value = edited_number(value, part, text)
    return put(claim, field, value)


def _number_at(claim: Claim, words: str | None) -> tuple[int, int]:
    """The offsets of the number that is meant."""
    if words is None:
        if len(claim.quantities) != 1:
            numbers = ", ".join(one.expr for one in claim.quantities) or "none was read"
            raise UsageError("Which number is meant?", numbers, "give its words with --words")
        return claim.quantities[0].start, claim.quantities[0].end
    if not words.strip() or claim.text.count(words) != 1:
        raise UsageError("These words do not name one number", words, "give words that the claim has once")
    start = claim.start + claim.text.index(words)
    inside = [one for one in claim.quantities if one.start < start + len(words) and start < one.end]
    return (inside[0].start, inside[0].end) if len(inside) == 1 else (start, start + len(words))
