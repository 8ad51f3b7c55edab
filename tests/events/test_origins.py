"""Independent origins: what is copied or said by one mouth counts once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from event_making import claim, count, published, read

from workbench.events.origins import count_origins, origin_of, trace
from workbench.models import Claim, Publication, Quote

WORDS = tuple(f"kelime{n}" for n in range(14))
OTHER = tuple(f"baska{n}" for n in range(14))


SPOKEN = "the fire is out and nobody is in danger any more"


def said(
    source: str, words: tuple[str, ...] = (), speaker: str | None = None, start: int = 0, **changes: Any
) -> Claim:
    return claim(source, start, "talks", lemmas=words, speaker=speaker, **changes)


def quoting(source: str, words: str, speaker: str | None = None) -> Claim:
    """A claim that is one quotation."""
    quote = Quote(words, 1, 1 + len(words))
    return claim(source, 0, "talks", speaker=speaker, quotes=(quote,), end=len(words) + 2)


@dataclass(frozen=True)
class Known:
    """What is known of a source."""

    published: Publication | None
    copy_of: str | None = None
    credits: tuple[str, ...] = ()
    language: str = "tr"


def on_day(day: int, **known: Any) -> Known:
    return Known(published(date(2025, 5, day)), **known)


CASES = [
    ("one source", [said("s1", WORDS)], 1),
    ("two accounts", [said("s1", WORDS), said("s2", OTHER)], 2),
    ("a copy", [said("s1", WORDS), said("s2", WORDS)], 1),
    ("a shortened copy", [said("s1", WORDS), said("s2", WORDS[:11])], 1),
    ("few words in common prove no copy", [said("s1", WORDS[:5]), said("s2", WORDS[:5])], 2),
    ("one statement in both", [said("s1", WORDS, "A B"), said("s2", WORDS[5:11] + OTHER[:4], "A B")], 1),
    ("two statements of one speaker", [said("s1", WORDS, "A B"), said("s2", OTHER, "A B")], 2),
    ("two speakers", [said("s1", WORDS, "A B"), said("s2", OTHER, "C D")], 2),
    (
        "one speaker and an account beside it",
        [said("s1", WORDS, "A B"), said("s2", WORDS, "A B"), said("s2", OTHER[::-1], None, 20)],
        2,
    ),
    ("two copies and an account", [said("s1", WORDS), said("s2", WORDS), said("s3", OTHER)], 2),
    (
        "one figure in other words",
        [
            said("s1", WORDS, "A B", quantities=(count(390),)),
            said("s2", OTHER, "A B", quantities=(count(390),)),
        ],
        1,
    ),
    (
        "one speaker with two figures",
        [
            said("s1", WORDS, "A B", quantities=(count(390),)),
            said("s2", WORDS, "A B", quantities=(count(80),)),
        ],
        2,
    ),
    (
        "two statements of one minister in like words",
        [
            said("s1", ("transport", "minister", "say", "wagon", "recover"), "A B"),
            said("s2", ("transport", "minister", "say", "line", "reopen"), "A B"),
        ],
        2,
    ),
    (
        "a quotation under two names",
        [quoting("s1", SPOKEN, "A B"), quoting("s2", SPOKEN[9:], "the governor")],
        1,
    ),
    ("a quotation that nobody is named for", [quoting("s1", SPOKEN, "A B"), quoting("s2", SPOKEN)], 1),
    ("two quotations", [quoting("s1", SPOKEN), quoting("s2", "we will rebuild every single house here")], 2),
    (
        "three words in marks prove nothing",
        [quoting("s1", "in good hands"), quoting("s2", "in good hands")],
        2,
    ),
    (
        "what the article says itself and also quotes",
        [
            said("s1", WORDS, "A B", quantities=(count(390),)),
            said("s2", OTHER, quantities=(count(390),)),
            said("s2", WORDS, "A B", 20, quantities=(count(390),)),
        ],
        1,
    ),
    (
        "a heading repeats the body",
        [said("s1", WORDS), said("s2", WORDS), said("s2", OTHER, start=9, heading=True)],
        1,
    ),
    ("nothing", [], 0),
]


@pytest.mark.parametrize(("claims", "origins"), [pytest.param(c, n, id=name) for name, c, n in CASES])
def test_independent_origins(claims: list[Claim], origins: int) -> None:
    assert origins == count_origins(claims)
    assert set(origin_of(claims)) == {c.source for c in claims}


def test_a_copy_belongs_to_the_first_that_printed_it() -> None:
    assert origin_of([said("s1", WORDS), said("s2", WORDS), said("s3", OTHER)]) == {
        "s1": "s1",
        "s2": "s1",
        "s3": "s3",
    }


ALONE = [said("s1", WORDS), said("s2", OTHER), said("s3", OTHER[::-1])]
SAID = [said("s1", WORDS, "A B"), said("s2", WORDS, "A B")]
AA = ("Anadolu Ajansı",)


@pytest.mark.parametrize(
    ("claims", "sources", "expected"),
    [
        pytest.param(ALONE, {}, {"s1": "s1", "s2": "s2", "s3": "s3"}, id="three accounts"),
        pytest.param(
            ALONE,
            {"s1": on_day(3, copy_of="s2"), "s2": on_day(2), "s3": on_day(1)},
            {"s1": "s2", "s2": "s2", "s3": "s3"},
            id="a copy goes back to the text that was printed first",
        ),
        pytest.param(
            ALONE,
            {"s1": on_day(3, copy_of="s9"), "s2": on_day(4, copy_of="s9")},
            {"s1": "s1", "s2": "s1", "s3": "s3"},
            id="of a text that does not tell of this event",
        ),
        pytest.param(
            ALONE,
            {"s1": on_day(1, credits=AA), "s2": on_day(1, credits=AA), "s3": on_day(1, credits=("Reuters",))},
            {"s1": "s1", "s2": "s1", "s3": "s3"},
            id="one agency",
        ),
        pytest.param(
            ALONE,
            {"s1": on_day(1, credits=(*AA, "Reuters")), "s2": on_day(1, credits=AA), "s3": on_day(1)},
            {"s1": "s1", "s2": "s2", "s3": "s3"},
            id="two agencies in one credit",
        ),
        pytest.param(
            ALONE,
            {"s1": on_day(1), "s2": on_day(2, credits=AA), "s3": on_day(3, credits=AA, copy_of="s1")},
            {"s1": "s1", "s2": "s1", "s3": "s1"},
            id="a credited copy shows whose text the other is",
        ),
        pytest.param(
            [said("s1", WORDS), said("s2", OTHER, "Anadolu Ajansı")],
            {"s1": on_day(1, credits=AA), "s2": on_day(5)},
            {"s1": "s1", "s2": "s1"},
            id="an agency that is cited is the one that is credited",
        ),
        pytest.param(SAID, {"s1": on_day(2), "s2": on_day(1)}, {"s1": "s2", "s2": "s2"}, id="the day before"),
        pytest.param(SAID, {"s1": on_day(9), "s2": on_day(1)}, {"s1": "s1", "s2": "s2"}, id="a week later"),
        pytest.param(
            [said("s1", WORDS, "A B"), said("s2", OTHER, "A B")],
            {"s1": on_day(1, language="tr"), "s2": on_day(1, language="en")},
            {"s1": "s1", "s2": "s1"},
            id="in two languages",
        ),
        pytest.param(
            [said("s1", WORDS, "Reuters"), said("s2", OTHER, "Reuters")],
            {"s1": on_day(1), "s2": on_day(1)},
            {"s1": "s1", "s2": "s1"},
            id="what two have from one agency",
        ),
    ],
)
def test_what_is_known_of_sources_tells_where_they_have_it_from(
    claims: list[Claim], sources: dict[str, Known], expected: dict[str, str]
) -> None:
    assert origin_of(claims, sources) == expected


@pytest.mark.parametrize(
    ("sources", "first"),
    [
        pytest.param({"s1": on_day(3), "s2": on_day(2), "s3": on_day(4)}, "s2", id="the earliest day"),
        pytest.param({"s2": on_day(9)}, "s2", id="a known day before an unknown one"),
        pytest.param(
            {"s1": on_day(2, credits=AA), "s2": on_day(2), "s3": on_day(2, credits=AA)},
            "s2",
            id="of one day, who credits nobody",
        ),
    ],
)
def test_the_first_source_is_named(sources: dict[str, Known], first: str) -> None:
    assert trace(ALONE, sources).first == first


SENTENCE = "Sel sularının çekildiği mahallelerde 214 ev oturulamaz durumda"
SITES = [
    f'Vali Hale Tunç, "{SENTENCE}" dedi.',
    f'Hale Tunç, "{SENTENCE}" ifadelerini kullandı.',
    f'"{SENTENCE}" diyen Vali Hale Tunç, bölgede incelemelerde bulundu.',
    f'İncelemelerin ardından konuşan Hale Tunç, "{SENTENCE}" diye konuştu.',
    f'Vali Hale Tunç açıklamasında, "{SENTENCE}" bilgisini paylaştı.',
    "Vali Hale Tunç, sel sularının çekildiği mahallelerde 214 evin oturulamaz durumda olduğunu söyledi.",
    "Vali Hale Tunç, 214 evin oturulamaz hale geldiğini bildirdi.",
    "Vali Hale Tunç 214 evde oturulamayacağını açıkladı.",
    "Vali Hale Tunç, oturulamaz durumdaki ev sayısının 214 olduğunu belirtti.",
    "Vali Hale Tunç, suların çekildiği mahallelerde 214 evin oturulamaz olduğunu kaydetti.",
]


def test_ten_sites_that_quote_one_sentence_are_one_origin() -> None:
    found = [read(text, f"s{at}", date(2025, 5, 3 + at % 2)) for at, text in enumerate(SITES)]
    sources = {source.id: source for source, _ in found}
    claims = [one for _, read_claims in found for one in read_claims]
    assert {one.speaker for one in claims} == {"Hale Tunç", None}
    assert trace(claims, sources).count == 1
    own = read("Gazetemizin saydığı evlerin sayısı ise 190.", "own", date(2025, 5, 4))
    assert trace([*claims, *own[1]], {**sources, "own": own[0]}).count == 2


ENGLISH_SITES = [
    '"At least 36 wagons left the track and we still do not know why," Transport Minister Lena Brandt said.',
    "Transport Minister Lena Brandt said at least 36 wagons had left the track.",
    "According to Transport Minister Lena Brandt, 36 wagons or more derailed.",
    "The minister, Lena Brandt, confirmed that no fewer than 36 wagons had come off the rails.",
    '"At least 36 wagons left the track and we still do not know why", the minister was quoted as saying.',
]
OTHER_VOICES = [
    "Transport Minister Lena Brandt said on Wednesday that 52 wagons had been recovered.",
    "Transport Minister Lena Brandt said the line would reopen within ten days.",
    "Railway operator Norbana counted 31 wagons off the rails.",
]


def test_what_one_minister_said_besides_stays_apart() -> None:
    day = date(2025, 5, 5)
    found = [read(text, f"s{at}", day, "en") for at, text in enumerate((*ENGLISH_SITES, *OTHER_VOICES))]
    claims = [one for _, read_claims in found for one in read_claims]
    origins = trace(claims, {source.id: source for source, _ in found})
    assert [origins.of_source[f"s{at}"] for at in range(len(found))] == [*["s0"] * 5, "s5", "s6", "s7"]
