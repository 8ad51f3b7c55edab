"""Who publishes: the outlets that are known, told by an address or a name."""

from workbench.publishers.table import (
    KINDS,
    Kind,
    Publisher,
    check,
    credit_spellings,
    default_file,
    publisher_of,
    publishers,
)

__all__ = [
    "KINDS",
    "Kind",
    "Publisher",
    "check",
    "credit_spellings",
    "default_file",
    "publisher_of",
    "publishers",
]
