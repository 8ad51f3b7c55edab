"""ClaimReview of schema.org as JSON-LD: what reviewers decided of claims, in the words of their own scale.

Only decided differences are written, and only what the scale has a rating for; nothing is rated by the
program.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.errors import UsageError
from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.claim_review import Thing, faults
from workbench.records.dossier import Dossier
from workbench.records.reconcile import UNDECIDED
from workbench.records.record import number
from workbench.records.relations import relations
from workbench.records.rows import SourceInfo, What
from workbench.records.scale import Rating, Relation, Scale, scale_in_force
from workbench.records.web import web_address
from workbench.records.writing import Export, Refusal
from workbench.told import event_label, subject
from workbench.told import label as in_words
from workbench.visible import visible
from workbench.words import LANGUAGES, SOURCE_LANGUAGE, _, speaking

_RISKY = re.compile("[<>&\x7f-\x9f\u2028\u2029]")
"""What could end the script element of a page that a review is pasted into, or a line."""
_KINDS = {"person": "Person", "state": "Organization", "organisation": "Organization"}
"""Kinds of names to what schema.org calls them."""
_Said = Sequence[tuple[Claim, AttributeValue]]
"""Claims that are one review, with the value that they give."""


class Reviews:
    """A graph of reviews, one for each claim that was decided on, however many articles make it."""

    name = "claimreview"
    ending = ".jsonld"
    media_type = "application/ld+json"
    whats: tuple[What, ...] = ("events",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """The head, then each piece a whole review. Raises UsageError where there is no scale."""
        scale = export.settings.scale or scale_in_force()
        if scale is None:
            raise UsageError(
                "Reviews need a scale",
                "without one nothing is rated",
                "name your own, with --scale FILE or the setting scale; docs/formats.md shows one",
            )
        return self._pieces(export, scale)

    def _pieces(self, export: Export, scale: Scale) -> Iterator[bytes]:
        yield b'{"@context": "https://schema.org", "@graph": ['
        between = "\n"
        for dossier in export.dossiers:
            with speaking(export.settings.language):
                found = list(_reviews(dossier, scale))
            for one in found:
                if isinstance(one, Refusal):
                    export.refused.append(one)
                else:
                    yield f"{between}{_json(one)}".encode()
                    between = ",\n"
        yield b"\n]}\n"


def _json(review: Thing) -> str:
    text = json.dumps(review, ensure_ascii=False, allow_nan=False)
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _reviews(dossier: Dossier, scale: Scale) -> Iterator[Thing | Refusal]:
    claims = {claim.id: claim for claim in dossier.claims}
    for one in dossier.discrepancies:
        decision = dossier.in_force.get(one.id)
        if decision is None:
            continue
        for value, relation in relations(one, decision, claims).items():
            if dossier.statuses[one.id] in UNDECIDED:
                yield _refusal(dossier, one, value, _("it was decided, but is open again"))
                continue
            rating = scale.rating(relation, one.attribute, decision.kind)
            if rating is None:
                yield _refusal(dossier, one, value, _no_rating(relation, decision))
                continue
            groups = _by_whom(dossier, claims, one, value)
            if not groups:
                yield _refusal(dossier, one, value, _("its claims stand in another event"))
            for group in groups:
                review = _review(dossier, one, decision, group, scale, rating)
                wrong = faults(review)
                yield _refusal(dossier, one, value, "; ".join(wrong)) if wrong else review


def _no_rating(relation: Relation, decision: Decision) -> str:
    return _("the scale has no rating for “{relation}” ({kind})").format(
        relation=relation, kind=decision.kind
    )


def _refusal(dossier: Dossier, discrepancy: Discrepancy, value: str, why: str) -> Refusal:
    said = [event_label(dossier.record.label), subject(discrepancy.attribute, discrepancy.key)]
    return Refusal(discrepancy.id, ": ".join([*said, in_words(value, discrepancy.attribute)]), why)


def _by_whom(
    dossier: Dossier, claims: Mapping[str, Claim], discrepancy: Discrepancy, label: str
) -> Sequence[_Said]:
    """The claims of a value, those of one speaker or publisher together, the oldest first.

    Those of a speaker of whom nobody knows what they are, or of an article without a publisher, stay apart.
    """
    groups: defaultdict[str, list[tuple[Claim, AttributeValue]]] = defaultdict(list)
    for value in sorted(
        (one for one in discrepancy.values if one.label == label and one.claim in claims),
        key=lambda one: (_published(dossier.sources[one.source]) or "9", one.source, one.start),
    ):
        claim = claims[value.claim]
        author = _author(claim, dossier.sources[value.source])
        groups[str(author or claim.speaker or value.source)].append((claim, value))
    return list(groups.values())


def _review(
    dossier: Dossier,
    discrepancy: Discrepancy,
    decision: Decision,
    group: _Said,
    scale: Scale,
    rating: Rating,
) -> Thing:
    claim, first = group[0]
    source = dossier.sources[first.source]
    ids = {
        "event": dossier.record.id,
        "discrepancy": discrepancy.id,
        "claim": claim.id,
        "decision": decision.id,
    }
    author = {"@type": scale.author.type, "name": scale.author.name, "url": scale.author.url}
    return {
        "@type": "ClaimReview",
        "url": scale.address(**ids),
        "claimReviewed": visible(claim.text),
        "reviewAspect": _aspect(discrepancy, scale),
        "datePublished": decision.at[:10],
        "inLanguage": scale.language,
        "author": _filled(author),
        "reviewRating": _rating(scale, rating),
        "itemReviewed": _filled(
            {
                "@type": "Claim",
                "author": _author(claim, source),
                "datePublished": _published(source),
                "appearance": _appearances(dossier, group),
                "firstAppearance": _first_appearance(dossier, first),
            }
        ),
    }


def _aspect(discrepancy: Discrepancy, scale: Scale) -> str:
    """What was decided, in the scale's language where it is one of ours."""
    code = scale.language.partition("-")[0]
    with speaking(code if code in LANGUAGES else SOURCE_LANGUAGE):
        return subject(discrepancy.attribute, discrepancy.key)


def _filled(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}


def _rating(scale: Scale, rating: Rating) -> Thing:
    named = {"@type": "Rating", "alternateName": rating.name}
    if rating.value is None:
        return named
    ends = {"bestRating": number(scale.best), "worstRating": number(scale.worst)}
    return named | {"ratingValue": number(rating.value)} | ends


def _author(claim: Claim, source: SourceInfo) -> Thing | None:
    """Who says it: the speaker where a name tells what they are, or the publisher where nobody is quoted."""
    if claim.speaker is None:
        return {"@type": "Organization", "name": visible(source.publisher)} if source.publisher else None
    kind = next((_KINDS.get(one.kind) for one in claim.mentions if one.canonical == claim.speaker), None)
    return {"@type": kind, "name": visible(claim.speaker)} if kind else None


def _published(source: SourceInfo) -> str | None:
    """The day of an article, where it is known to the day."""
    known = source.published
    return known.best.isoformat() if known and known.start == known.end else None


def _appearances(dossier: Dossier, group: _Said) -> list[Thing]:
    """The articles that make the claim, of those whose address is known."""
    sources = dict.fromkeys(value.source for _, value in group)
    return [found for one in sources if (found := _work(dossier.sources[one]))]


def _first_appearance(dossier: Dossier, value: AttributeValue) -> Thing | None:
    origin = dossier.sources.get(value.origin) if value.origin else None
    return _work(origin) if origin else None


def _work(source: SourceInfo) -> Thing | None:
    address = web_address(source.url)
    if address is None:
        return None
    publisher: dict[str, Any] | None = None
    if source.publisher:
        publisher = {"@type": "Organization", "name": visible(source.publisher)}
    return _filled(
        {
            "@type": "NewsArticle",
            "url": address,
            "headline": visible(source.title or ""),
            "datePublished": _published(source),
            "inLanguage": source.language,
            "publisher": publisher,
        }
    )


WRITER = Reviews()
