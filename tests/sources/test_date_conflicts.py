"""Signs of the day of publication: which is believed, what it leaves open, and where they do not agree."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.models import DateSign, SignKind, Source
from workbench.sources.date_conflicts import date_conflicts
from workbench.sources.documents import Article, Known, Retrieval
from workbench.sources.making import read_again, source_from_article

TITLE = "Liman yeniden gemilere açıldı"
BODY = "Fırtına yüzünden kapalı kalan liman dün sabahtan itibaren yeniden gemi kabul etmeye başladı."


def on(kind: SignKind, first: str, last: str = "") -> DateSign:
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return DateSign(kind, start, end, "range" if last else "day", f"{kind} {first}")


def article(*signs: DateSign, line: str = "", name: str = "a.txt", url: str = "", more: str = "") -> Source:
    text = f"{TITLE}\n\n{line}\n\n{BODY}{more}"
    retrieval = Retrieval(url, url, "2026-02-03T10:00:00+00:00", 200, (), "")
    known = Known(url=url or None, signs=signs)
    return source_from_article(Article(name, text, text.encode(), "text", known=known, retrieval=retrieval))


METADATA, FEED = on("metadata", "2025-05-16"), on("feed", "2025-05-16")


@pytest.mark.parametrize(
    ("source", "day"),
    [
        pytest.param(article(METADATA, line="14.05.2025"), "2025-05-16", id="metadata before the text"),
        pytest.param(
            article(line="14.05.2025", url="http://a.example/2025/05/12/"), "2025-05-14", id="the text"
        ),
        pytest.param(
            article(url="http://a.example/2025/05/12/", name="2025-05-10.txt"), "2025-05-12", id="URL"
        ),
        pytest.param(article(FEED, name="2025-05-10.txt"), "2025-05-10", id="file name before the feed"),
        pytest.param(article(FEED), "2025-05-16", id="the feed before nothing"),
        pytest.param(article(on("sent", "2025-05-18"), FEED), "2025-05-16", id="the feed before a mail"),
        pytest.param(article(on("sent", "2025-05-18")), "2025-05-18", id="a mail before nothing"),
        pytest.param(
            article(on("made", "2026-05-18"), line="14.05.2025"), "2025-05-14", id="a file made later"
        ),
        pytest.param(
            article(on("metadata", "1970-01-01"), FEED), "2025-05-16", id="a clock's beginning is no day"
        ),
        pytest.param(
            article(on("metadata", "2031-01-01"), FEED), "2025-05-16", id="nor one after it was had"
        ),
        pytest.param(article(FEED, line="14.05.2031"), "2025-05-16", id="nor such a day in the text"),
        pytest.param(article(line="14.05.2031"), "2031-05-14", id="which stands where nothing else tells"),
        pytest.param(article(line="28 Ekim 1962"), "1962-10-28", id="an old newspaper's own day"),
        pytest.param(article(on("given", "2025-05-01"), METADATA), "2025-05-01", id="what somebody said"),
    ],
)
def test_which_sign_is_believed(source: Source, day: str) -> None:
    assert source.published is not None
    assert (source.published.best.isoformat(), source.published.basis) == (day, "stated")


@pytest.mark.parametrize(
    ("source", "expected", "reason"),
    [
        pytest.param(
            article(url="http://a.example/2025/05/a"),
            ("2025-05-01", "2025-05-16", "2025-05-31"),
            "Stated: it stands in the address, but only the month.",
            id="only the month",
        ),
        pytest.param(
            article(FEED, url="http://a.example/2025/05/a"),
            ("2025-05-16", "2025-05-16", "2025-05-16"),
            "Stated: it stands in the address, but only the month; of the day the feed names it.",
            id="a less trusted sign names the day in it",
        ),
        pytest.param(
            article(url="http://a.example/2025/05/a", more=" Liman 20 Mayıs 2025 günü kapanmıştı."),
            ("2025-05-20", "2025-05-20", "2025-05-31"),
            "Stated: it stands in the address, but only the month; "
            "the days that the text tells of leave 2025-05-20 to 2025-05-31.",
            id="what the text tells of bounds it",
        ),
        pytest.param(
            article(on("feed", "2025-05-12", "2025-05-16")),
            ("2025-05-12", "2025-05-14", "2025-05-16"),
            "Stated: the feed names it, and no single day.",
            id="some days",
        ),
    ],
)
def test_what_is_uncertain_is_a_stretch_with_a_reason(
    source: Source, expected: tuple[str, str, str], reason: str
) -> None:
    found = source.published
    assert found is not None
    assert expected == tuple(day.isoformat() for day in (found.start, found.best, found.end))
    assert found.reason == reason


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            article(METADATA, line="14.05.2025"), ["page metadata 16 May 2025, text 14 May 2025"], id="text"
        ),
        pytest.param(article(METADATA, line="15.05.2025"), [], id="a day apart: a clock of another zone"),
        pytest.param(article(METADATA, line="Güncelleme: 20.05.2025"), [], id="changed later"),
        pytest.param(
            article(METADATA, line="Güncelleme: 10.05.2025"),
            ["page metadata 16 May 2025, text at the latest 10 May 2025"],
            id="changed before it appeared",
        ),
        pytest.param(
            article(METADATA, url="http://a.example/2025/04/a", name="2025-05-01.txt"),
            [
                "page metadata 16 May 2025, address Apr 2025",
                "page metadata 16 May 2025, file name 1 May 2025",
            ],
            id="two others, the more trusted first",
        ),
        pytest.param(article(METADATA, url="http://a.example/2025/05/a"), [], id="inside the month"),
        pytest.param(
            article(METADATA, line="14.05.2031"),
            ["page metadata 16 May 2025, text 14 May 2031"],
            id="a day to come",
        ),
        pytest.param(
            article(METADATA, more=" Liman 3 Mart 2019 günü de kapanmıştı."),
            ["page metadata 16 May 2025, text 3 Mar 2019 to 2 Apr 2019"],
            id="years after all that it tells of",
        ),
        pytest.param(
            article(METADATA, more=" Liman 3 Mart 2019 günü kapandı, 2024 yılında yenilendi."),
            [],
            id="a text that also tells of later years",
        ),
        pytest.param(
            article(METADATA, more=" Liman 3 Mart 2025 günü de kapanmıştı."),
            [],
            id="weeks after what it tells of",
        ),
        pytest.param(article(line="14.05.2025"), [], id="one sign alone"),
        pytest.param(article(), [], id="none"),
    ],
)
def test_what_does_not_agree_is_said(source: Source, expected: list[str]) -> None:
    said = [str(conflict) for conflict in date_conflicts(source)]
    assert said == [f"publication dates differ: {one}" for one in expected]
    assert all(one in source.published.reason for one in said) if source.published else not said


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", "2025-05-18"),
        (" Liman 16 Mayıs 2025 günü kapandı.", "2025-05-18"),
        (" 3 Mayıs 2021 günüydü.", "2021"),
    ],
    ids=["nothing else", "a text of these days", "a text of days long over"],
)
def test_the_day_on_which_a_file_was_made_is_inferred_from(more: str, day: str) -> None:
    found = article(on("made", "2025-05-18"), more=more).published
    assert found is not None
    assert (found.basis, found.best.isoformat()[: len(day)]) == ("inferred", day)


@pytest.mark.parametrize("kind", ["sent", "made"])
def test_what_was_done_with_an_article_later_speaks_only_against_a_later_day(kind: SignKind) -> None:
    assert date_conflicts(article(on(kind, "2026-01-01"), line="14.05.2025")) == ()
    (conflict,) = date_conflicts(article(on(kind, "2025-01-01"), line="14.05.2025"))
    assert conflict.other.kind == kind


def test_reading_again_learns_nothing_new_and_forgets_nothing() -> None:
    source = article(METADATA, line="14.05.2025", url="http://a.example/2025/05/a", name="2025-05-01.txt")
    assert {sign.kind for sign in source.signs} == {"metadata", "text", "url", "file_name"}
    again = read_again(source)
    assert (again.published, again.signs) == (source.published, source.signs)


def test_the_name_of_a_pasted_text_is_no_files() -> None:
    from workbench.sources import Pasted, source_from_paste

    source = source_from_paste(Pasted(BODY, title="16 Mayıs 2025 görüşmesi"))
    assert source.file == "16 Mayıs 2025 görüşmesi.txt"
    assert {sign.kind for sign in source.signs} == {"text"}
    assert read_again(source).signs == source.signs
