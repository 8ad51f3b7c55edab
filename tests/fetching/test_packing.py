"""Unpacking: what was packed comes back, and nothing grows beyond its limit."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fetching.failures import FetchError
from workbench.fetching.packing import unpacked

URL = "http://a.example/"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKERS = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "Deflate ": raw_deflate}


@given(st.binary(min_size=1), st.sampled_from(sorted(PACKERS)))
def test_what_was_packed_comes_back(body: bytes, coding: str) -> None:
    assert unpacked(URL, PACKERS[coding](body), coding, len(body)) == body


@given(st.lists(st.binary(min_size=1), min_size=1))
def test_gzip_may_have_several_members_and_padding(parts: list[bytes]) -> None:
    packed = b"".join(map(gzip.compress, parts)) + b"\0" * 7
    assert unpacked(URL, packed, "gzip", 10_000_000) == b"".join(parts)


@given(st.binary(max_size=200))
def test_noise_is_refused_in_words(body: bytes) -> None:
    for coding in PACKERS:
        try:
            assert isinstance(unpacked(URL, body, coding, 1000), bytes)
        except FetchError as error:
            assert error.title in ("Answer damaged", "Answer cut short", "Too large")


@pytest.mark.parametrize(
    ("body", "coding", "title"),
    [
        pytest.param(gzip.compress(b"\0" * 30_000_000), "gzip", "Too large", id="bomb"),
        pytest.param(gzip.compress(b"\0" * 600_000) * 3, "gzip", "Too large", id="members together"),
        pytest.param(zlib.compress(b"\0" * 30_000_000), "deflate", "Too large", id="deflate bomb"),
        pytest.param(gzip.compress(b"haber" * 99)[:-9], "gzip", "Answer cut short", id="broken off"),
        pytest.param(b"haber", "gzip", "Answer damaged", id="not packed"),
        pytest.param(b"haber", "br", "Answer in an unknown packing", id="brotli"),
        pytest.param(gzip.compress(b"haber"), "gzip, gzip", "Answer in an unknown packing", id="twice"),
    ],
)
def test_what_cannot_be_unpacked(body: bytes, coding: str, title: str) -> None:
    with pytest.raises(FetchError) as caught:
        unpacked(URL, body, coding, 1_000_000)
    assert caught.value.title == title


def test_what_is_not_packed_stays_as_it_is() -> None:
    assert unpacked(URL, b"haber", "identity", 1) == b"haber"
