"""Which addresses are of one page, and which are not."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sources.addresses import archived_at, canonical_address

PAGE = "https://haber.example.com/dunya/kaza-1234"

SAME = {
    "as it is": "https://haber.example.com/dunya/kaza-1234",
    "http": "http://haber.example.com/dunya/kaza-1234",
    "www": "https://www.haber.example.com/dunya/kaza-1234",
    "telephone": "https://m.haber.example.com/dunya/kaza-1234",
    "both": "https://www.m.haber.example.com/dunya/kaza-1234",
    "case of the host": "HTTPS://Haber.Example.COM/dunya/kaza-1234",
    "port": "https://haber.example.com:443/dunya/kaza-1234",
    "slash": "https://haber.example.com/dunya/kaza-1234/",
    "fragment": "https://haber.example.com/dunya/kaza-1234#yorumlar",
    "utm": "https://haber.example.com/dunya/kaza-1234?utm_source=x&utm_medium=y",
    "fbclid": "https://haber.example.com/dunya/kaza-1234?fbclid=IwAR0",
    "gclid": "https://haber.example.com/dunya/kaza-1234/?gclid=1&_ga=2#x",
    "amp path": "https://haber.example.com/dunya/kaza-1234/amp",
    "amp path with slash": "https://haber.example.com/dunya/kaza-1234/amp/",
    "amp in front": "https://haber.example.com/amp/dunya/kaza-1234",
    "amp host": "https://amp.haber.example.com/dunya/kaza-1234",
    "amp parameter": "https://haber.example.com/dunya/kaza-1234?amp=1",
    "amp cache": "https://haber-example-com.cdn.ampproject.org/c/s/haber.example.com/dunya/kaza-1234/amp",
    "archive": "https://web.archive.org/web/20250516101500/https://haber.example.com/dunya/kaza-1234",
    "archive, raw": "http://web.archive.org/web/20250516101500id_/http://haber.example.com/dunya/kaza-1234",
    "archive, one slash": "https://web.archive.org/web/20250516101500/https:/haber.example.com/dunya/kaza-1234",
    "blanks around": "  https://haber.example.com/dunya/kaza-1234\n",
}


@pytest.mark.parametrize("url", SAME.values(), ids=SAME.keys())
def test_one_page_has_one_form(url: str) -> None:
    assert canonical_address(url) == PAGE


OTHER = {
    "id as a parameter": ("https://x.example/haber?id=1", "https://x.example/haber?id=2"),
    "id without a name": ("https://x.example/haber.asp?12345", "https://x.example/haber.asp?12346"),
    "content id": ("https://x.example/h.php?cid=7&utm_source=a", "https://x.example/h.php?cid=8"),
    "page of a list": ("https://x.example/h?p=1", "https://x.example/h?p=2"),
    "other host": ("https://a.example/h/1", "https://b.example/h/1"),
    "other port": ("https://a.example:8080/h/1", "https://a.example/h/1"),
    "case of the path": ("https://x.example/aBc1", "https://x.example/abC1"),
    "word that ends in amp": ("https://x.example/haber/kamp", "https://x.example/haber/k"),
    "m is the site": ("https://m.example/h", "https://example/h"),
}


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER.keys())
def test_other_pages_stay_apart(one: str, other: str) -> None:
    assert canonical_address(one) != canonical_address(other)


@pytest.mark.parametrize(
    "url",
    [
        None, "", "https://x.example", "https://www.x.example/", "https://x.example/?utm_source=a",
        "https://x.example/index.html", "ftp://x.example/a", "file:///etc/passwd", "javascript:alert(1)",
        "https:///nur/pfad", "https://[::1/a", "https://x.example:99999/a", "kaza.html", "mailto:a@x.example",
        "https://x.example/\ud800", "https://x.example" + 20_000 * "/amp",
    ],
)  # fmt: skip
def test_what_names_no_article_has_none(url: str | None) -> None:
    assert canonical_address(url) is None


@pytest.mark.parametrize("piece", ["/amp", "//", "/a/..", "https://web.archive.org/web/20250516101500/"])
def test_hostile_addresses_end(piece: str) -> None:
    url = (piece if piece.startswith("https") else f"https://x.example/h{piece}") * (3_900 // len(piece))
    once = canonical_address(url[:3_990])
    assert once is None or canonical_address(once) == once


def test_parameters_have_one_order() -> None:
    assert canonical_address("https://x.example/h?b=2&a=1") == canonical_address(
        "https://x.example/h?a=1&b=2"
    )


def test_an_archive_says_when_it_took_a_page() -> None:
    assert archived_at(SAME["archive"]) == "2025-05-16T10:15:00+00:00"
    assert archived_at("https://web.archive.org/web/20259916101500/https://x.example/a") is None
    assert archived_at(PAGE) is None


_words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
_hosts = st.lists(st.sampled_from(["www", "m", "amp", "haber", "örnek", "x1", "com"]), min_size=1, max_size=4)
_urls = st.builds(
    lambda scheme, host, path, query, fragment: (
        f"{scheme}://{'.'.join(host)}/{'/'.join(map(quote, path))}?{query}#{fragment}"
    ),
    st.sampled_from(["http", "https", "HTTPS"]),
    _hosts,
    st.lists(_words | st.sampled_from(["amp", "index.html", "..", "%zz", "web"]), max_size=4),
    st.lists(_words | st.sampled_from(["utm_x=1", "id=5", "a=%26", "amp=1", "amp;b=2"]), max_size=4).map(
        "&".join
    ),
    _words,
)


_BLANK = "".join(map(chr, range(33)))
"""What is stripped from addresses: control characters and the space."""


@given(_urls | _words)
def test_the_form_of_a_form_is_the_form(url: str) -> None:
    once = canonical_address(url)
    assert once is None or canonical_address(once) == once


@given(_urls, st.sampled_from(["utm_source=a", "fbclid=b", "gclid=c", "utm_campaign="]))
def test_tracking_makes_no_other_page(url: str, tracking: str) -> None:
    # Blanks at the end of an address are none of it.
    page = url.partition("#")[0].rstrip().rstrip(_BLANK)
    assert canonical_address(f"{page}&{tracking}") == canonical_address(page)
