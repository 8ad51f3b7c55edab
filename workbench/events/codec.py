"""Features as bytes, to be kept or sent: without the names of their fields, there are millions of them."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

import msgspec

from workbench.events.features import Features

_NAMES = tuple(field.name for field in fields(Features))
_values = attrgetter(*_NAMES)
_encoder = msgspec.msgpack.Encoder(order="deterministic")


@cache
def _decoder() -> msgspec.msgpack.Decoder[tuple[Any, ...]]:
    hints = get_type_hints(Features)
    return msgspec.msgpack.Decoder(tuple[*(hints[name] for name in _NAMES)])  # type: ignore[misc]


def encoded(item: Features) -> bytes:
    """The features as bytes, the same for the same features."""
    return _encoder.encode(_values(item))


def decoded(content: bytes) -> Features:
    """The features that `encoded` made bytes of."""
    return Features(*_decoder().decode(content))
