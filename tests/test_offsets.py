"""Everything that points into an article points at its own words, over whole databases of articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from article_making import write_articles

from workbench import pipeline
from workbench.models import Claim
from workbench.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent
MADE = "made-up articles"
FOLDERS = {MADE: None, "sources": ROOT / "sources", "shared sources": ROOT.parent / "shared" / "sources"}


@pytest.fixture(scope="module", params=FOLDERS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = FOLDERS[request.param]
    if folder is None:
        folder = tmp_path_factory.mktemp("articles")
        write_articles(folder, 40, seed=7)
    if not folder.is_dir():
        pytest.skip(f"no {folder.name}")
    with open_store(tmp_path_factory.mktemp("offsets") / "claims.db") as opened:
        report = pipeline.import_paths(opened, [folder])
        assert report.added and not report.failed
        pipeline.rematch(opened)
        yield opened


def stretches(claim: Claim) -> Iterator[tuple[str, str, int, int]]:
    """What each part of a claim is, its words and their place."""
    yield "claim", claim.text, claim.start, claim.end
    for span in (claim.date, *claim.dates):
        if span is not None:
            yield "date", span.expr, span.expr_start, span.expr_end
    for quantity in claim.quantities:
        yield "quantity", quantity.expr, quantity.start, quantity.end
    for moment in claim.times:
        yield "time", moment.expr, moment.start, moment.end
    for ordinal in claim.ordinals:
        yield "ordinal", ordinal.expr, ordinal.start, ordinal.end
    for mention in claim.mentions:
        yield "mention", mention.text, mention.start, mention.end
    for quote in claim.quotes:
        yield "quote", quote.text, quote.start, quote.end


def test_every_part_of_every_claim_stands_at_its_offsets(store: Store) -> None:
    texts = {row.id: store.source(row.id).text for row in store.sources()}
    wrong = []
    kinds = set()
    for claim in store.claims():
        assert 0 <= claim.context_start <= claim.start <= claim.end <= claim.context_end, claim
        for kind, words, start, end in stretches(claim):
            kinds.add(kind)
            if start < 0 or words != texts[claim.source][start:end]:
                wrong.append((kind, words, texts[claim.source][start:end]))
    assert wrong == []
    assert kinds >= {"claim", "date", "quantity", "mention"}


def test_every_value_of_a_discrepancy_stands_at_its_offsets(store: Store) -> None:
    texts = {row.id: store.source(row.id).text for row in store.sources()}
    values = [value for one in store.discrepancies() for value in one.values]
    assert values
    assert [one for one in values if one.quote != texts[one.source][one.start : one.end]] == []


def test_blocks_cover_every_character_that_shows(store: Store) -> None:
    for row in store.sources():
        source = store.source(row.id)
        position = 0
        for block in source.blocks:
            assert position <= block.start < block.end
            assert not source.text[position : block.start].strip()
            position = block.end
        assert not source.text[position:].strip()


def test_the_store_itself_finds_nothing_wrong(store: Store) -> None:
    assert store.integrity() == []
