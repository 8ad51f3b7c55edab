"""Whether a review is one as schema.org and Google publish it: the fields it has to have, and their forms.

https://developers.google.com/search/docs/appearance/structured-data/factcheck (10 December 2025),
https://schema.org/ClaimReview. A claim must be somebody's: without a speaker, a publisher or an address of an
article nobody can follow it to a distinct origin, which the guidelines there demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.records.web import web_address
from workbench.words import _

Thing = Mapping[str, Any]


def faults(review: Thing) -> list[str]:
    """What is missing or malformed, each beginning with its field, for a reader; empty where nothing is."""
    return list(_faults(review))


def _faults(review: Thing) -> Iterator[str]:
    if review.get("@type") != "ClaimReview":
        yield _fault("@type", _("is not ClaimReview"))
    if not _text(review.get("claimReviewed")):
        yield _fault("claimReviewed", _("is missing"))
    if not _address(review.get("url")):
        yield _fault("url", _("is no address of the web"))
    if not _day(review.get("datePublished")):
        yield _fault("datePublished", _("is no day"))
    yield from _party("author", review.get("author"))
    yield from _rating(review.get("reviewRating"))
    yield from _claim(review.get("itemReviewed"))


def _rating(rating: Any) -> Iterator[str]:
    if not isinstance(rating, Mapping) or rating.get("@type") != "Rating":
        yield _fault("reviewRating", _("is missing"))
        return
    if not _text(rating.get("alternateName")):
        yield _fault("reviewRating.alternateName", _("is missing"))
    if "ratingValue" not in rating:
        return
    worst, value, best = (_number(rating.get(key)) for key in ("worstRating", "ratingValue", "bestRating"))
    if worst is None or value is None or best is None:
        why = _("a value needs bestRating and worstRating, all of them numbers")
        yield _fault("reviewRating", why)
    elif not 1 <= worst <= value <= best or worst == best:
        why = _("worstRating is at least 1 and less than bestRating, ratingValue between them")
        yield _fault("reviewRating", why)


def _claim(claim: Any) -> Iterator[str]:
    if not isinstance(claim, Mapping) or claim.get("@type") != "Claim":
        yield _fault("itemReviewed", _("is missing"))
        return
    works = [*_list(claim.get("appearance")), *_list(claim.get("firstAppearance"))]
    if "author" not in claim and not works:
        why = _("nothing says whose claim it is, no speaker, publisher or address")
        yield _fault("itemReviewed", why)
    if "author" in claim:
        yield from _party("itemReviewed.author", claim["author"])
    if "datePublished" in claim and not _day(claim["datePublished"]):
        yield _fault("itemReviewed.datePublished", _("is no day"))
    for work in works:
        if not _address(work.get("url") if isinstance(work, Mapping) else work):
            yield _fault("itemReviewed.appearance", _("is no address of the web"))


def _party(field: str, party: Any) -> Iterator[str]:
    if not isinstance(party, Mapping) or party.get("@type") not in ("Organization", "Person"):
        yield _fault(field, _("is neither an organisation nor a person"))
    elif not _text(party.get("name")):
        yield _fault(f"{field}.name", _("is missing"))


def _fault(field: str, why: str) -> str:
    return f"{field}: {why}"


def _list(value: Any) -> Sequence[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _address(value: Any) -> bool:
    return isinstance(value, str) and web_address(value) == value


def _day(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
