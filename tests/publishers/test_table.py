"""Outlets by address and name, and a reviewer's own table over ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import words
from workbench.cli import main
from workbench.errors import UsageError
from workbench.languages.loader import LANGUAGES, load
from workbench.publishers import KINDS, check, credit_spellings, default_file, publisher_of, publishers
from workbench.sources.documents import Article, Known
from workbench.sources.making import source_from_article
from workbench.told.outlets import outlet_kind


@pytest.fixture(autouse=True)
def no_table_of_whoever_runs_this(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_PUBLISHERS", raising=False)
    monkeypatch.setattr("workbench.publishers.table.default_file", lambda: tmp_path / "none.toml")


def own(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_PUBLISHERS", str(path))
    return path


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        pytest.param("https://www.aa.com.tr/tr/dunya/baslik/1", None, "Anadolu Ajansı", id="www"),
        pytest.param("https://haber.sol.org.tr/a", None, "soL Haber", id="subdomain"),
        pytest.param("HTTPS://WWW.REUTERS.COM:443/a", None, "Reuters", id="capitals and a port"),
        pytest.param("msb.gov.tr/a", None, "T.C. Millî Savunma Bakanlığı", id="the longest domain that fits"),
        pytest.param("https://kutahya.bel.tr/a", None, "Türkiye (kamu)", id="any public body"),
        pytest.param("https://notreuters.com/a", None, None, id="another domain that ends so"),
        pytest.param("https://reuters.com.example.org/a", None, None, id="a domain that begins so"),
        pytest.param("https://x.com/aa", "Anadolu Ajansı", "X", id="the address before the name"),
        pytest.param(None, "anadolu agency", "Anadolu Ajansı", id="alias"),
        pytest.param(None, "TASS", "TASS", id="name"),
        pytest.param(None, "İHA", "İhlas Haber Ajansı", id="Turkish capitals"),
        pytest.param(None, "ТАСС", "TASS", id="another alphabet"),
        pytest.param("https://[::1", "  new   york times ", "New York Times", id="a broken address, blanks"),
        pytest.param("https://gazete.example", "Ak Gazete", None, id="nobody known"),
        pytest.param(None, None, None, id="nothing"),
    ],
)
def test_who_it_is(url: str | None, name: str | None, expected: str | None) -> None:
    found = publisher_of(url, name)
    assert (found and found.name) == expected


def test_the_table_is_large_and_of_one_mind() -> None:
    known = publishers().values()
    assert len(known) >= 120
    assert {one.kind for one in known} == set(KINDS)
    assert sum(one.country == "TR" for one in known) >= 60
    domains = Counter(domain for one in known for domain in one.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []
    assert all(publisher_of(f"https://www.{domain}/a") for domain in domains)
    assert all(publisher_of(None, one.name) == one for one in known)


def test_bylines_are_known_here_alone() -> None:
    assert credit_spellings()["AA"] == "Anadolu Ajansı"
    assert len(set(credit_spellings().values())) >= 20
    organisations = {name for code in LANGUAGES for name in load(code).names.organisations}
    assert set(credit_spellings().values()) <= organisations


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(Known(url="https://www.trthaber.com/a"), "TRT", id="by the address"),
        pytest.param(
            Known(url="https://www.trthaber.com/a", publisher="TRT Haber"), "TRT Haber", id="the page"
        ),
        pytest.param(Known(url="https://x.com/a"), None, id="a platform publishes nothing"),
        pytest.param(Known(url="https://gazete.example/a"), None, id="nobody known"),
    ],
)
def test_the_publisher_of_an_article(known: Known, expected: str | None) -> None:
    article = Article("a.txt", "Liman açıldı.", b"Liman", "text", known=known)
    assert source_from_article(article).publisher == expected


def test_a_reviewers_table_stands_over_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(
        tmp_path,
        '"Liman Postası" = { kind = "private", country = "TR", domains = ["limanpostasi.com", "ria.ru"] }\n'
        'TASS = { kind = "state", country = "RU", credited = ["TS"] }\n',
        monkeypatch,
    )
    for url, name in (("https://a.limanpostasi.com", "Liman Postası"), ("https://ria.ru", "Liman Postası")):
        found = publisher_of(url)
        assert found is not None
        assert found.name == name
    assert publisher_of("https://tass.com") is None
    assert credit_spellings()["TS"] == "TASS"
    assert "Tass" not in credit_spellings()
    assert publishers()["Reuters"].kind == "agency"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param('A = { kind = "paper", country = "TR" }', "A: .*kind", id="unknown kind"),
        pytest.param('A = { kind = "state", country = "Turkey" }', "A: .*country", id="no code of a country"),
        pytest.param('A = { kind = "state" }', "A: .*country", id="key missing"),
        pytest.param(
            'A = { kind = "state", country = "TR", domain = "a.tr" }', "A: .*domain", id="misspelt key"
        ),
        pytest.param(
            'A = { kind = "state", country = "TR", domains = ["http://a.tr"] }',
            "A: .*domains",
            id="no domain",
        ),
        pytest.param("A = 3", "A: ", id="no table"),
        pytest.param("A = {", "mine.toml", id="no TOML"),
    ],
)
def test_a_malformed_table_names_file_and_key(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own(tmp_path, text, monkeypatch)
    with pytest.raises(UsageError, match=fault) as caught:
        check()
    assert str(path) in caught.value.detail


def test_a_table_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PUBLISHERS", str(tmp_path / "nowhere.toml"))
    with pytest.raises(UsageError, match=r"nowhere\.toml"):
        check()


def test_an_import_refuses_a_malformed_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PUBLISHERS", "")
    table, settings = tmp_path / "mine.toml", tmp_path / "config.toml"
    table.write_text("A = 3", encoding="utf-8")
    settings.write_text(f"publishers = {str(table)!r}", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(settings))
    (tmp_path / "a.txt").write_text("Liman açıldı.", encoding="utf-8")
    result = CliRunner().invoke(
        main, ["--db", str(tmp_path / "claims.db"), "import", str(tmp_path / "a.txt")], standalone_mode=False
    )
    assert isinstance(result.exception, UsageError) or "mine.toml: A" in result.output + result.stderr


def test_the_default_place_is_beside_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_file().name == "publishers.toml"


@pytest.mark.parametrize(
    ("name", "url", "language", "expected"),
    [
        pytest.param("TRT Haber", None, "en", "state media, TR", id="by name"),
        pytest.param("Ak Gazete", "https://x.com/a", "en", "social platform, US", id="platform"),
        pytest.param("Reuters", None, "tr", "ajans, GB", id="in Turkish"),
        pytest.param("Ak Gazete", None, "en", "", id="nobody known"),
    ],
)
def test_what_the_desk_says(name: str, url: str | None, language: str, expected: str) -> None:
    words.use(language)
    assert outlet_kind(name, url) == expected
    words.use("en")
