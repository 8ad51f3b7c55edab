"""What an article that comes in has to do with those that are in, in words for the user."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.discrepancies.versions import changes
from workbench.importing.report import Known
from workbench.phrases import notes as words
from workbench.store import Store, Traced

_NEARLY = 0.8
"""Share of the shorter text that stands in the other, from which on two are nearly the same."""

_MOST = 8
"""Changed values that are told; `workbench sources diff` shows all."""


def relations(store: Store, traced: Traced) -> Iterator[str]:
    """Of which article it is a version, and of which other article a copy."""
    version = traced.version
    if version.of > 1:
        others = store.versions(version.article)
        other = others[version.number - 2] if version.number > 1 else others[1]
        phrase = words.NEW_VERSION if version.current else words.OLDER_VERSION
        yield phrase(number=str(version.number), all=str(version.of), file=store.file_of(other))
        if version.number > 1:
            yield _changed(store, other, traced.source)
        if version.current and not version.certain:
            yield words.ORDER_OF_IMPORT()
    if copied := traced.copied:
        share = f"{copied.share:.0%}"
        if copied.whole:
            yield words.COPY(file=copied.file)
        elif copied.share >= _NEARLY:
            yield words.NEARLY_THE_SAME(file=copied.file, share=share)
        else:
            yield words.MUCH_THE_SAME(file=copied.file, share=share)


def _changed(store: Store, old: str, new: str) -> str:
    """What the version gives otherwise than the one before it."""
    steps = changes(store.claims(source=old), store.claims(source=new))
    told = list(dict.fromkeys(f"{one.old.label} → {one.new.label}" for one in steps))
    return words.CHANGED(changes="; ".join(told[:_MOST])) if told else words.ONLY_WORDING()


def known_again(store: Store, source: str, file: str) -> Known:
    """What is to be said of an article in `file` whose very bytes are in as the source with this id."""
    version, first = store.version(source), store.file_of(source)
    if version and not version.current:
        return Known(file, source, words.CHANGED_BACK(number=str(version.number), all=str(version.of)))
    return Known(file, source, words.SAME_BYTES(file=first) if first != file else "")


def same_text(file: str, source: str) -> Known:
    """What is to be said of an article that came with other bytes and says what the source says."""
    return Known(file, source, words.SAME_TEXT())
