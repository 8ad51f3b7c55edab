"""Which URLs are fetched, and which addresses are public: by the tables of IANA, however they are written."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fetching.addresses import web_address, why_not_public
from workbench.fetching.failures import FetchError
from workbench.fetching.rules import Rules, Surroundings, resolved
from workbench.fetching.web import Web
from workbench.sources.documents import Address


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2001::1",
        "2001:db8::1",
        "fe80::1",
        "fe80::1%1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "100::1",
        "4000::1",
    ],
)
def test_what_is_not_public(address: str) -> None:
    assert why_not_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "100.128.0.0",
        "223.255.255.255",
        "::ffff:1.1.1.1",
        "64:ff9b::101:101",
        "2002:101:101::1",
        "2606:4700::1111",
        "2a00:1450::1",
    ],
)
def test_what_is_public(address: str) -> None:
    assert why_not_public(address) is None


def test_nothing_is_public_that_python_calls_private() -> None:
    step = 1 << 17
    every = (ipaddress.IPv4Address(number) for number in range(7, 1 << 32, step))
    assert [str(one) for one in every if one.is_private and why_not_public(str(one)) is None] == []


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("file:///etc/passwd", "Not a web address"),
        ("ftp://a.example/x", "Not a web address"),
        ("gopher://a.example/", "Not a web address"),
        ("javascript://a.example/%0aalert(1)", "Not a web address"),
        ("http://", "Not a web address"),
        ("http:///path", "Not a web address"),
        ("http://a.example:99999/", "Not a web address"),
        ("http://a.example:0/", "Not a web address"),
        ("http://a.exa\nmple/", "Not a web address"),
        ("http://[::1/", "Not a web address"),
        ("http://" + "a" * 70_000, "Not a web address"),
        ("http://ayse:gizli@a.example/", "Address with a password"),
    ],
)
def test_what_is_no_address_of_the_web(url: str, title: str) -> None:
    with pytest.raises(FetchError) as caught:
        web_address(url)
    assert caught.value.title == title
    assert "gizli" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "usual"),
    [
        ("HTTP://A.Example:80/x#part", "http://a.example/x"),
        (" https://a.example ", "https://a.example/"),
        ("https://türkçe.example/haber ğ", "https://xn--trke-2oa7j.example/haber%20%C4%9F"),
    ],
)
def test_one_spelling_for_one_address(url: str, usual: str) -> None:
    assert str(web_address(url)) == usual


@given(st.text(max_size=80) | st.from_regex(r"https?://[^\s/]{1,20}(:\d{1,6})?/[^\n]{0,30}", fullmatch=True))
def test_any_text_is_refused_in_words_or_known_again(text: str) -> None:
    try:
        url = web_address(text)
    except FetchError:
        return
    assert web_address(str(url)) == url
    assert str(web_address(str(url) + "#x")) == str(url)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0", "[::1]", "[::ffff:7f00:1]"],
)
def test_this_machine_is_refused_in_every_spelling(host: str) -> None:
    with Web(Rules(), around=Surroundings(resolve=resolved)) as web, pytest.raises(FetchError) as caught:
        web.fetch(Address(f"http://{host}:1/"))
    assert caught.value.title in ("Not a public address", "Not a web address")


def test_one_private_address_among_public_ones_is_enough() -> None:
    both = Surroundings(resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.7"])
    with Web(Rules(), around=both) as web, pytest.raises(FetchError) as caught:
        web.fetch(Address("http://haber.example/1"))
    assert (caught.value.title, caught.value.detail) == (
        "Not a public address",
        "haber.example leads to 10.0.0.7, which is a private network",
    )
