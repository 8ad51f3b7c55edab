"""How an article was had from the network: shown, and written as a WARC file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, pass_session, source_ids
from workbench.errors import EXIT_PARTIAL, SourceError, UsageError

if TYPE_CHECKING:
    from workbench.models import Retrieval

_TARGET = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("source")
@click.option("--warc", type=_TARGET, help="Write the records to this WARC file (.warc.gz).")
@click.option("--page", type=_TARGET, help="Write the body as it was had, the latest one, to this file.")
@click.option("--force", is_flag=True, help="Overwrite these files where they are there.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line and retrieval.")
@pass_session
def evidence(
    session: Session, source: str, warc: Path | None, page: Path | None, force: bool, as_json: bool
) -> None:
    """Show when and where an article was had, what its server said, and the hash of it.

    SOURCE is a file name or address as `workbench sources` lists it, or the beginning of an id. Exit code 1
    where what is kept does not give its hash.

    \b
    Examples:
      workbench sources evidence s3f9a
      workbench sources evidence https://haber.example/1 --warc 1.warc.gz
      workbench sources evidence s3f9a --page as-it-was.html
    """
    with session.open() as store:
        found = source_ids(store.sources(), source)
        # Versions of an article share its address: they are told in the order in which they were had.
        had = sorted(
            ((one, key) for key in found for one in store.retrievals(key)), key=lambda pair: pair[0].at
        )
    retrievals = [one for one, _ in had]
    if not retrievals:
        detail = f"{source} did not come from the network"
        raise SourceError("No evidence", detail, "`workbench import URL` keeps some.")
    from workbench.fetching.evidence import file_of

    if warc:
        _write(warc, file_of([one.warc for one in retrievals], warc.name), force=force)
    if page:
        _write(page, _body(retrievals), force=force)
    tell = print_json if as_json else print_retrieval
    whole = [tell(one, key) for one, key in had]
    if not all(whole):
        click.get_current_context().exit(EXIT_PARTIAL)


def print_retrieval(retrieval: Retrieval, source: str) -> bool:
    """Prints a retrieval of an article, by its id, for a reader; false where it does not give its hash."""
    from workbench.fetching.evidence import records_in
    from workbench.visible import visible

    whole = is_whole(retrieval)
    told = "still the same, says its server" if retrieval.status == 304 else "the document"
    said = "gives this hash" if whole else "does NOT give this hash"
    click.echo(f"{visible(retrieval.url)}  {source}")
    for one in list(records_in(retrieval.warc))[:-1]:
        click.echo(f"  led on      {visible(one.url)} ({one.status})")
    click.echo(f"  came from   {visible(retrieval.final_url)}")
    click.echo(f"  at          {retrieval.at}")
    click.echo(f"  answer      {retrieval.status}: {told}")
    click.echo(f"  sha256      {retrieval.sha256}; what is kept {said}")
    for name, value in retrieval.headers:
        click.echo(f"  {visible(name)}: {visible(value)}")
    return whole


def print_json(retrieval: Retrieval, source: str) -> bool:
    """Prints a retrieval of an article, by its id, for a program; false where it does not give its hash."""
    import json

    whole = is_whole(retrieval)
    told = {
        "source": source,
        "url": retrieval.url,
        "final_url": retrieval.final_url,
        "at": retrieval.at,
        "status": retrieval.status,
        "sha256": retrieval.sha256,
        "whole": whole,
        "headers": retrieval.headers,
    }
    click.echo(json.dumps(told, ensure_ascii=True))
    return whole


def is_whole(retrieval: Retrieval) -> bool:
    """Whether the kept answer gives the hash it was kept with; a 304 has nothing that could."""
    if retrieval.status == 304:
        return True
    return hashlib.sha256(_last_body(retrieval)).hexdigest() == retrieval.sha256


def _last_body(retrieval: Retrieval) -> bytes:
    from workbench.fetching.evidence import records_in

    body = b""
    for one in records_in(retrieval.warc):
        body = one.body
    return body


def _body(retrievals: Sequence[Retrieval]) -> bytes:
    had = [one for one in retrievals if one.status != 304]
    if not had:
        raise SourceError("No evidence", "the body itself was not had", "--warc writes what was.")
    return _last_body(had[-1])


def _write(path: Path, data: bytes, *, force: bool) -> None:
    """Writes a file whole or not at all. Raises UsageError where it is there, or may not be written."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.exists() and not force:
            raise UsageError("File exists", str(path), "--force overwrites it.")
        beside.write_bytes(data)
        os.replace(beside, path)  # noqa: PTH105
    except OSError as error:
        raise UsageError("Cannot write", f"{path}: {error.strerror}", "Name another file.") from error
