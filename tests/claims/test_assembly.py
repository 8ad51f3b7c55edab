"""From an article to its claims."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from claim_reading import PUBLISHED, article, said, source_of
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims import read_claims
from workbench.models import Claim, Source


def parts(claim: Claim) -> Iterator[tuple[str, int, int]]:
    """Every stretch of text a claim points at, with the words it holds there."""
    yield claim.text, claim.start, claim.end
    for span in (claim.date, *claim.dates):
        if span is not None:
            yield span.expr, span.expr_start, span.expr_end
    for value in (*claim.quantities, *claim.ordinals, *claim.times):
        yield value.expr, value.start, value.end
    for named in (*claim.mentions, *claim.quotes):
        yield named.text, named.start, named.end


def holds_together(source: Source, claims: tuple[Claim, ...]) -> bool:
    whole = source.text
    return all(
        0 <= start <= end <= len(whole) and words == whole[start:end]
        for claim in claims
        for words, start, end in parts(claim)
    ) and all(
        claim.context_start <= claim.start < claim.end <= claim.context_end
        and all(claim.start <= q.start and q.end <= claim.end for q in claim.quantities)
        for claim in claims
    )


PIECES = [
    *(
        "3 Mayıs'ta ",
        "120 esir ",
        "takas edildi",
        ". ",
        ", ",
        " ve ",
        "Putin'in ",
        "Zelenskiy ile ",
        "telefonda ",
    ),
    *(
        "görüştü",
        "dedi. ",
        "“",
        "” ",
        '"',
        "saat 14.30'da ",
        "2. tur ",
        "zirvede ",
        "AFAD ",
        "4,8 büyüklüğünde ",
    ),
    *(
        "4,8 büyüklüğünde deprem ",
        "\n",
        "16 Mayıs, 2 Haziran ve 23 Temmuz'da ",
        "üç kez ",
        "İ",
        "ı",
        "gelerek ",
        "’ta ",
    ),
    *("on May 3 ", "200 prisoners ", "were swapped ", "Moscow said ", "the second round ", "at 5 p.m. "),
    *("<b>", "\u001b[31m", "=1+1 ", "\U0001f600", "e\u0301", "toplam 300 ", "2022'de kesilen müzakerelere "),
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["tr", "en"]), st.booleans())
def test_every_offset_of_any_text_gives_its_words(text: str, code: str, known_day: bool) -> None:
    source = source_of(text, code, published=PUBLISHED if known_day else None)
    claims = read_claims(source)
    assert holds_together(source, claims)
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    assert len({c.id for c in claims}) == len(claims)
    assert claims == read_claims(source)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=15).map("".join), max_size=4))
def test_every_offset_of_any_article_gives_its_words(paragraphs: list[str]) -> None:
    source = article(*paragraphs)
    claims = read_claims(source)
    assert holds_together(source, claims)
    read = [b for b in source.blocks if b.kind in ("title", "heading", "paragraph")]
    assert all(any(b.start <= c.start and c.end <= b.end for b in read) for c in claims)


def test_a_sentence_of_three_dated_events_gives_three_claims() -> None:
    claims = said(
        "Taraflar 2 Ağustos'ta 120 esir, 6 Ağustos'ta 84 esir ve 11 Ağustos'ta 150 esir takas etti."
    )
    assert [c.date.start.isoformat() for c in claims if c.date] == ["2025-08-02", "2025-08-06", "2025-08-11"]
    assert [[q.value for q in c.quantities] for c in claims] == [[120], [84], [150]]
    assert {c.event_type for c in claims} == {"prisoner_exchange"}
    assert len({(c.context_start, c.context_end) for c in claims}) == 1


def test_days_listed_for_one_verb_give_a_claim_each() -> None:
    claims = said("Putin ile Erdoğan 16 Mayıs, 2 Haziran ve 23 Temmuz tarihlerinde telefonda görüştü.")
    assert [c.date.start.isoformat() for c in claims if c.date] == ["2025-05-16", "2025-06-02", "2025-07-23"]
    assert len({(c.start, c.end) for c in claims}) == 1
    assert len({c.id for c in claims}) == 3
    assert {c.participants for c in claims} == {("Vladimir Putin", "Recep Tayyip Erdoğan")}


def test_what_counts_the_listed_events_is_a_claim_over_them_all() -> None:
    *each, whole = said("Heyetler 16 Mayıs, 2 Haziran ve 23 Temmuz'da üç tur müzakere yaptı.")
    assert [c.quantities for c in each] == [(), (), ()]
    assert [(q.value, q.unit) for q in whole.quantities] == [(3, "round")]
    assert whole.date is not None
    assert (whole.date.start.isoformat(), whole.date.end.isoformat()) == ("2025-05-16", "2025-07-23")


def test_furniture_gives_no_claims() -> None:
    source = article(
        "Bolu'da 4,6 büyüklüğünde deprem oldu.",
        "İLGİLİ HABERLER\nSindırga'da 40 esir takası yapıldı\nZirvede imza krizi",
    )
    found = read_claims(source)
    assert [c.event_type for c in found if not c.heading] == ["earthquake"]
    furniture = [b for b in source.blocks if b.kind == "furniture"]
    assert furniture
    assert not any(b.start <= c.start < b.end for b in furniture for c in found)


def test_a_dateline_gives_no_claims() -> None:
    source = article("Bolu'da yağmur yağdı.")
    dateline = next(b for b in source.blocks if b.kind == "dateline")
    assert all(c.start >= dateline.end or c.end <= dateline.start for c in read_claims(source))


def test_a_title_s_claims_are_marked() -> None:
    found = read_claims(article("Taraflar 120 esiri takas etti.", title="İki ülke arasında yeni takas"))
    assert [c.heading for c in found] == [True, False]


def test_ids_are_the_same_on_every_reading_and_differ_between_sources() -> None:
    text = "Taraflar 2 Ağustos'ta 120 esir, 6 Ağustos'ta 84 esir takas etti. Putin ile Trump görüştü."
    once, again = read_claims(source_of(text)), read_claims(source_of(text))
    other = read_claims(source_of(text + " "))
    assert [c.id for c in once] == [c.id for c in again]
    assert not {c.id for c in once} & {c.id for c in other}


def test_a_language_without_a_pack_gives_no_claims() -> None:
    assert read_claims(source_of("Ils ont échangé 120 prisonniers.", "fr")) == ()


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param(" \n ", id="blank"), pytest.param("!?…", id="marks")]
)
def test_texts_without_words(text: str) -> None:
    source = source_of(text)
    assert holds_together(source, read_claims(source))


def test_a_clause_without_an_event_of_its_own_goes_on_about_the_last() -> None:
    first, second = said("3 Ağustos'ta otobüs kazası oldu. 12 kişi yaralandı.")
    assert (first.event_type, second.event_type) == ("accident", "accident")
    assert (first.continues, second.continues) == (False, True)
    assert second.date is not None
    assert first.date is not None
    assert (second.date.start, second.date.basis) == (first.date.start, "inherited")


def test_a_dated_heading_forgets_what_came_before() -> None:
    source = article(
        "2 AĞUSTOS", "Taraflar 120 esiri takas etti.", "9 AĞUSTOS", "12 kişi daha geldi.", title="Son günler"
    )
    claims = [c for c in read_claims(source) if not c.heading]
    assert claims[0].event_type == "prisoner_exchange"
    assert claims[-1].event_type != "prisoner_exchange"


def test_an_aftershock_is_no_part_of_its_quake() -> None:
    kinds = [
        c.event_type for c in said("Bolu'da 5,6 büyüklüğünde deprem oldu. 4,1 büyüklüğünde artçı ölçüldü.")
    ]
    assert kinds == ["earthquake", "aftershock"]


def test_what_happened_at_an_event_names_it() -> None:
    (claim,) = said("Mitingde 17 kişi gözaltına alındı.")
    assert (claim.event_type, "within=protest" in claim.aspects) == ("crime", True)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("Takasın ikinci gününde 84 esir geldi.", 1, id="a whole without a number of its own"),
        pytest.param("900 kişilik takasın ikinci gününde 84 esir geldi.", 2, id="a whole and its stage"),
        pytest.param("900 işçinin grevi ikinci gününde 3 limana yayıldı.", 1, id="no owner, so no whole"),
    ],
)
def test_a_whole_and_its_stage_are_two_claims(text: str, claims: int) -> None:
    assert len(said(text)) == claims


def test_the_speaker_takes_no_part_in_what_he_tells() -> None:
    (claim,) = said("Peskov, Putin ile Trump'ın 3 Ağustos'ta telefonda görüştüğünü söyledi.")
    assert claim.speaker == "Dmitriy Peskov"
    assert claim.participants == ("Vladimir Putin", "Donald Trump")


def test_the_subject_of_a_sentence_goes_on_into_its_next_clause() -> None:
    first, second = said("Putin 3 Ağustos'ta Trump ile telefonda görüştü, 5 Ağustos'ta toplantı yaptı.")
    assert first.participants == ("Vladimir Putin", "Donald Trump")
    assert set(first.participants) <= set(second.participants)


def test_the_most_specific_place_is_the_claim_s() -> None:
    (claim,) = said("Alaska'nın Anchorage kentinde 3 Ağustos'ta zirve yapıldı.")
    assert claim.place == "Anchorage"


def test_markup_and_control_characters_stay_plain_text() -> None:
    source = article("<b>Taraflar</b> \x1b[31m120 esiri takas etti. =HYPERLINK(1) bırakıldı.")
    claims = read_claims(source)
    assert any("<b>" in c.text for c in claims)
    assert not any("\x1b" in c.text for c in claims)
    assert holds_together(source, claims)


HOSTILE = [
    ("one word", "a" * 20_000),
    ("one trigger word", "esir " * 4_000),
    ("digits", "7" * 20_000),
    ("quotes", "“" * 20_000),
    ("apostrophes", "'" * 20_000),
    ("capitals", "Aa " * 6_666),
    ("full stops", "." * 20_000),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE])
def test_one_long_hostile_line_is_read_to_its_end(text: str) -> None:
    source = source_of(text)
    claims = read_claims(source)
    assert holds_together(source, claims)
    assert claims[-1].end == len(text.rstrip())


def test_the_place_of_a_scene_is_that_of_what_happened_there() -> None:
    text = "Elazığ'da 5,8 büyüklüğündeki depremde 31 bina yıkıldı."
    assert [claim.place for claim in said(text)] == ["Elazığ", "Elazığ"]
