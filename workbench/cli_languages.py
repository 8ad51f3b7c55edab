"""The command that lists the language packs and tries them."""

from __future__ import annotations

import click

from workbench.errors import EXIT_USAGE, UsageError


@click.command()
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--check", is_flag=True, help="Try every word, pattern and name, and print each fault.")
@click.pass_context
def languages(ctx: click.Context, codes: tuple[str, ...], check: bool) -> None:
    """List the languages that are read, or try their packs.

    WORKBENCH_LANGUAGES names a folder with further packs; docs/languages.md says how to write one.
    Exit code with --check: 2 where a pack has a fault.

    \b
    Examples:
      workbench languages
      workbench languages --check
      workbench languages --check de
    """
    from workbench.languages.checks import faults
    from workbench.languages.loader import FOLDERS, PACKS_VARIABLE, further_packs, load
    from workbench.visible import visible

    if unknown := [code for code in codes if code not in FOLDERS]:
        raise UsageError("No such language", ", ".join(unknown), f"there are: {', '.join(FOLDERS)}")
    further = further_packs()
    if further is not None and not further.is_dir():
        raise UsageError("No such folder of language packs", str(further), f"unset {PACKS_VARIABLE}")
    chosen = codes or tuple(FOLDERS)
    if not check:
        for code in chosen:
            pack = load(code)
            counts = f"{len(pack.nouns.nouns)} nouns, {len(pack.names.states)} states"
            click.echo(visible(f"{code}  {pack.core.name}  {counts}  {FOLDERS[code]}"))
        return
    found = [fault for code in chosen for fault in faults(code, FOLDERS[code])]
    for fault in found:
        click.echo(visible(str(fault)))
    if found:
        ctx.exit(EXIT_USAGE)
    click.echo(f"{', '.join(chosen)}: whole")
