"""Imported by the process that the reading ones are forked from: loads what each of them needs."""

from __future__ import annotations

import gc

from workbench.claims import read_claims
from workbench.claims.lemmas import lemma
from workbench.extracting import plugged
from workbench.languages.loader import LANGUAGES
from workbench.sources import source_from_text
from workbench.sources.registry import readers

readers()
plugged()
for _code in LANGUAGES[:2]:
    # Further languages are loaded by the process that meets them: each takes memory.
    # Patterns are made when a text first needs them: with a number, a day and a name it needs most.
    read_claims(source_from_text("Ankara 5 May 2025: 12 (Reuters).\n", file="", code=_code))
    lemma("ankara", _code)
# What is loaded stays shared: a collection would write into every object and so copy it into each process.
gc.collect()
gc.freeze()
