"""What changed between two versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, one_source, pass_session
from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.discrepancies.versions import Step
    from workbench.models import Source, Version
    from workbench.revisions import Changed, Revision
    from workbench.store import Store

_SIGNS = {"removed": ("−", "red"), "added": ("+", "green")}
_MOST = 20
"""Words that are listed as standing for each other; a sentence in which more differ is another one."""


@click.command()
@click.argument("source")
@click.argument("other", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@pass_session
def diff(session: Session, source: str, other: str | None, as_json: bool) -> None:
    """Show what changed between two versions of an article.

    Without OTHER, SOURCE is held against the version before it (the first one against the second). With it,
    any two articles are: first what they claim otherwise, numbers and days before all, then the sentences.
    What is no longer said has a minus, what is said anew a plus. Both are a file name or the beginning of an
    id.

    \b
    Examples:
      workbench sources diff s3f9a
      workbench sources diff before.html after.html
      workbench sources diff s3f9a --json
    """
    from workbench.revisions import revision

    with session.open() as store:
        first = one_source(store.sources(), source)
        old, new = (first, one_source(store.sources(), other)) if other else _neighbours(store, first, source)
        found = revision(store, old, new)
    if as_json:
        click.echo(_as_json(found))
        return
    for line in _lines(found):
        click.echo(line)


def _neighbours(store: Store, source: str, named: str) -> tuple[str, str]:
    version = store.version(source)
    if version is None or version.of < 2:
        raise UsageError(
            "There is but one version", named, "name another article: workbench sources diff A B"
        )
    ordered = store.versions(version.article)
    at = max(ordered.index(source), 1)
    return ordered[at - 1], ordered[at]


def _lines(found: Revision) -> Iterator[str]:
    for sign, source, version in zip("−+", (found.old, found.new), found.versions, strict=True):
        yield from _wrapped(f"{sign} {_which(source, version)}", "  ")
    yield ""
    if found.nothing:
        yield "Both say the same."
        return
    yield from _wrapped(_says_so(found), "")
    if found.claims:
        yield ""
        yield "Changed claims"
        for step in found.claims:
            yield from _claim(step)
    if found.sentences:
        yield ""
        yield "Changed sentences"
        for one in found.sentences:
            yield from _sentence(one)


def _says_so(found: Revision) -> str:
    """Whether the later text says that it was changed, and what kind of change it is."""
    from workbench.visible import visible

    parts = []
    if found.only_wording:
        parts.append("Only the wording changed: no claim gives another value.")
    elif not found.sentences:
        parts.append("Nothing but the order of the sentences changed.")
    if found.mark:
        parts.append(f"It says that it was changed: {visible(found.mark)}")
    elif found.claims:
        parts.append("It does not say that it was changed.")
    if found.moved and found.sentences:
        parts.append(f"{found.moved} sentences stand in another place.")
    return " ".join(parts)


def _which(source: Source, version: Version | None) -> str:
    from workbench.visible import visible

    parts = [visible(source.title or source.file), f"({source.id}, {visible(source.file)})"]
    if version and version.of > 1:
        time = version.time.replace("T", " ") or "of an unknown time"
        parts.append(f"version {version.number} of {version.of}, {time}")
    return " ".join(parts)


def _claim(step: Step) -> Iterator[str]:
    from workbench.subjects import subject
    from workbench.visible import visible

    change = f"{step.old.label} → {step.new.label}"
    yield from _wrapped(visible(f"{subject(step.attribute, step.key)}: {change}"), "    ", "  ")


def _sentence(one: Changed) -> Iterator[str]:
    from workbench.visible import visible

    for kind, text in (("removed", one.old), ("added", one.new)):
        sign, colour = _SIGNS[kind]
        if text:
            yield from (
                click.style(line, fg=colour) for line in _wrapped(f"{sign} {visible(text)}", "    ", "  ")
            )
    words = one.words() if one.kind == "changed" else []
    if 0 < len(words) <= _MOST:
        said = ", ".join(f"{a or '(nothing)'} → {b or '(nothing)'}" for a, b in words)
        yield from _wrapped(visible(said), "      ", "      ")


def _wrapped(text: str, behind: str, before: str = "") -> list[str]:
    import shutil
    import textwrap

    width = max(shutil.get_terminal_size().columns, 40)
    return textwrap.wrap(text, width, initial_indent=before, subsequent_indent=behind) or [""]


def _as_json(found: Revision) -> str:
    import json

    sources = [
        {
            "id": source.id,
            "file": source.file,
            "title": source.title,
            "version": version and version.number,
            "of": version and version.of,
            "time": version and version.time,
        }
        for source, version in zip((found.old, found.new), found.versions, strict=True)
    ]
    became = {
        "old": sources[0],
        "new": sources[1],
        "mark": found.mark,
        "claims": [
            {
                "attribute": step.attribute,
                "key": step.key,
                "old": {"label": step.old.label, "claim": step.old.claim},
                "new": {"label": step.new.label, "claim": step.new.claim},
            }
            for step in found.claims
        ],
        "sentences": [{"kind": one.kind, "old": one.old, "new": one.new} for one in found.sentences],
        "moved": found.moved,
    }
    return json.dumps(became, ensure_ascii=True, indent=1)
