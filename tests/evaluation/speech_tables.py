"""Scores who says it, how far it got and what is hearsay on the articles of tables/speech_*.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from workbench.claims import read_claims
from workbench.models import Claim
from workbench.sources import source_from_bytes

from evaluate import same_name
from scoring import Score

TABLES = Path(__file__).resolve().parent / "tables"
TAGS = ("speaker", "modality", "evidence")


@cache
def speech(code: str, tag: str) -> Score:
    """The answers for `tag` ("speaker", "modality" or "evidence") in one language.

    A statement is answered by the claim that shares most of its quote; hearsay asks both ways: no
    statement that the table does not call reported may be.
    """
    right, misses, total = 0, [], 0
    for article in _articles(code):
        text, claims = _read(article)
        for statement in article["statements"]:
            total += 1
            claim = _holder(text, statement["quote"], claims)
            said, gold = _answer(claim, tag), statement.get(tag)
            if claim is not None and (same_name(said, gold) if tag == "speaker" else said == gold):
                right += 1
            else:
                misses.append(f"{article['id']}: {said}, gold {gold}: {statement['quote']}")
    return Score(right, total, tuple(misses))


def _articles(code: str) -> list[dict[str, Any]]:
    table = tomllib.loads((TABLES / f"speech_{code}.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = table["article"]
    return found


def _read(article: dict[str, Any]) -> tuple[str, tuple[Claim, ...]]:
    """The text as imported, its day between title and body, and its claims."""
    title, body = article["text"].strip().split("\n\n", 1)
    text = f"{title}\n\n{article['published']}\n\n{body}"
    source = source_from_bytes(text.encode(), f"{article['id']}.txt")
    return source.text, read_claims(source)


def _holder(text: str, quote: str, claims: tuple[Claim, ...]) -> Claim | None:
    """The claim that shares most of the quote's characters, the first of equals."""
    start = text.index(quote)
    end = start + len(quote)
    shared = {claim.id: min(claim.end, end) - max(claim.start, start) for claim in claims}
    best = max(claims, key=lambda claim: shared[claim.id], default=None)
    return best if best is not None and shared[best.id] > 0 else None


def _answer(claim: Claim | None, tag: str) -> str | None:
    if claim is None:
        return None
    if tag == "evidence":
        return "reported" if "evidence=reported" in claim.aspects else None
    said: str | None = getattr(claim, tag)
    return said
