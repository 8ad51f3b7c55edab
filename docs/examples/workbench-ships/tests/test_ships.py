"""The parts by themselves: no database is needed."""

from __future__ import annotations

from dataclasses import replace

from workbench_ships.ships import Ships
from workbench_ships.telex import TelexReader

from workbench.sources import source_from_text
from workbench.sources.documents import LIMITS, Article, Document

TELEX = b"""ZCZC
TITLE: Tanker aground
AGENCY: Wire
DATE: 2025-05-16

The tanker IMO 9074729 ran aground on 15 May.
NNNN
"""


def test_a_telex_is_known_by_its_first_letters_and_read_with_its_head() -> None:
    reader = TelexReader()
    (article,) = reader.read(Document("a.telex", TELEX), LIMITS)
    assert reader.recognises(TELEX) and not reader.recognises(b"ZC")
    assert isinstance(article, Article)
    assert article.text == "Tanker aground\n\n2025-05-16\n\nThe tanker IMO 9074729 ran aground on 15 May."
    assert (article.known.title, article.known.publisher) == ("Tanker aground", "Wire")


def test_a_ship_in_no_claim_makes_one_and_a_wrong_number_none() -> None:
    source = source_from_text("A list of ships:\nIMO 9074729\nIMO 1234568", file="a.txt")
    (claim,) = Ships().extract(source, ())
    assert (claim.text, claim.id) == ("IMO 9074729", "")
    (ship,) = claim.mentions
    assert ship.canonical == "IMO 9074729"


def test_a_ship_is_added_to_the_claim_that_names_it() -> None:
    source = source_from_text("IMO 9074729 ran aground", file="a.txt")
    (made,) = Ships().extract(source, ())
    held = replace(made, id="c1", mentions=())
    (given,) = Ships().extract(source, (held,))
    assert given == replace(held, mentions=made.mentions)
