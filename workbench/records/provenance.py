"""The provenance of one event in the words of W3C PROV: what was made of what, by which act, by whom.

A value of the record is derived from a reviewer's verdict or from claims; a verdict is made by a decision
that used a difference; a difference is derived from values, a value is quoted from a claim, a claim from the
text of an article, and that is read from a file of a known SHA-256.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.decisions.log import in_effect
from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.dossier import Dossier
from workbench.records.record import RecordAttribute, number

if TYPE_CHECKING:
    from prov.model import ProvBundle

PREFIX, NAMESPACE = "wb", "urn:workbench:"
PROGRAM = f"{PREFIX}:workbench"
_AGENTS = {"person": "prov:Person", "state": "prov:Organization", "organisation": "prov:Organization"}
Facts = Mapping[str, object]


def describe(bundle: ProvBundle, dossier: Dossier, tool: str) -> None:
    """Writes all that is known of an event into a bundle. `tool` is the program with its version."""
    _Description(bundle, dossier, tool).write()


def local(kind: str, *names: str) -> str:
    """The identifier of a thing of this kind; names of an article's own become digests."""
    return f"{PREFIX}:{'-'.join((kind, *(_plain(name) for name in names)))}"


def _plain(name: str) -> str:
    if name.isascii() and name.isalnum():
        return name
    return hashlib.blake2b(name.encode(), digest_size=8).hexdigest()


class _Description:
    def __init__(self, bundle: ProvBundle, dossier: Dossier, tool: str) -> None:
        self._to = bundle
        self._of = dossier
        self._tool = tool
        self._claims = {claim.id: claim for claim in dossier.claims}
        self._agents: set[str] = set()
        """Those that are written already."""

    def write(self) -> None:
        name, _, version = self._tool.partition(" ")
        facts = {"type": "prov:SoftwareAgent", "label": name, "version": version}
        self._to.agent(PROGRAM, self._facts(facts))
        for key in self._sources:
            self._source(key)
        for claim in self._of.claims:
            self._claim(claim)
        self._event()
        for one in self._of.discrepancies:
            self._discrepancy(one)
        for entry in self._of.decisions:
            self._decision(entry)
        self._record()

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        """The articles of the claims and of every value."""
        told = [value.source for one in self._of.discrepancies for value in one.values]
        return tuple(dict.fromkeys([*(claim.source for claim in self._of.claims), *told]))

    def _facts(self, facts: Facts) -> dict[str, Any]:
        """What is known of a thing, in PROV's own words where it has them; what is not known is left out."""
        own = {"type", "label", "value", "role"}
        named = {f"{'prov' if key in own else PREFIX}:{key}": value for key, value in facts.items()}
        kind = named.get("prov:type")
        if isinstance(kind, str):
            named["prov:type"] = self._to.valid_qualified_name(kind)
        return {key: value for key, value in named.items() if value is not None}

    def _act(self, kind: str, *names: str) -> str:
        """An act of the program. When it was done is not kept."""
        act = local(kind, *names)
        self._to.activity(
            act, None, None, self._facts({"type": f"{PREFIX}:{kind.capitalize()}", "label": kind})
        )
        self._to.wasAssociatedWith(act, PROGRAM)
        return act

    def _agent(self, kind: str, name: str, facts: Facts) -> str:
        agent = local(kind, name)
        if agent not in self._agents:
            self._agents.add(agent)
            self._to.agent(agent, self._facts({"label": name, **facts}))
        return agent

    def _source(self, key: str) -> None:
        source = self._of.sources[key]
        published = source.published.best.isoformat() if source.published else None
        known = {
            "file": source.file,
            "sha256": source.sha256,
            "url": source.url,
            "language": source.language,
            "published": published,
        }
        original, text = local("file", key), local("source", key)
        self._to.entity(original, self._facts({"type": "wb:File", "label": source.file, **known}))
        label = source.title or source.file
        self._to.entity(text, self._facts({"type": "wb:Source", "label": label, **known}))
        act = self._act("import", key)
        self._to.used(act, original)
        self._to.wasGeneratedBy(text, act)
        self._to.wasDerivedFrom(text, original, act)
        if source.publisher:
            publisher = self._agent("publisher", source.publisher, {"type": "prov:Organization"})
            self._to.wasAttributedTo(text, publisher)
        self._to.used(self._act("extraction", key), text)

    def _claim(self, claim: Claim) -> None:
        entity, text = local("claim", claim.id), local("source", claim.source)
        facts = {
            "type": "wb:Claim",
            "label": f"{self._of.sources[claim.source].file}, {claim.start}-{claim.end}",
            "value": claim.text,
            "start": claim.start,
            "end": claim.end,
            "modality": claim.modality,
            "event_type": claim.event_type,
        }
        self._to.entity(entity, self._facts(facts))
        act = local("extraction", claim.source)
        self._to.wasGeneratedBy(entity, act)
        self._to.wasQuotedFrom(entity, text, act)
        if claim.speaker:
            facts = {"type": self._kinds.get(claim.speaker)}
            self._to.wasAttributedTo(entity, self._agent("speaker", claim.speaker, facts))
        for key in claim.corrected_by:
            if any(entry.id == key for entry in self._of.decisions):
                self._to.wasInfluencedBy(entity, local("decision", key))

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        """Names to what they are called in PROV: people or bodies."""
        mentions = [one for claim in self._of.claims for one in claim.mentions]
        return {one.canonical: _AGENTS[one.kind] for one in mentions if one.kind in _AGENTS}

    def _event(self) -> None:
        event = local("event", self._of.event.id)
        self._to.collection(event, self._facts({"label": self._of.event.label}))
        act = self._act("matching", self._of.event.id)
        self._to.wasGeneratedBy(event, act)
        for claim in self._of.claims:
            self._to.used(act, local("claim", claim.id))
            self._to.hadMember(event, local("claim", claim.id))
        self._to.used(self._act("comparison", self._of.event.id), event)

    def _discrepancy(self, one: Discrepancy) -> None:
        entity, act = local("discrepancy", one.id), local("comparison", self._of.event.id)
        facts = {
            "type": "wb:Discrepancy",
            "label": ":".join(part for part in (one.attribute, one.key) if part),
            "verdict": one.verdict,
            "severity": one.severity,
            "status": self._of.statuses[one.id],
            "why": one.why,
        }
        self._to.entity(entity, self._facts(facts))
        self._to.wasGeneratedBy(entity, act)
        for value in one.values:
            self._to.wasDerivedFrom(entity, self._value(one, value), act)

    def _value(self, one: Discrepancy, value: AttributeValue) -> str:
        """What a claim says of the attribute; of a claim of another event its article alone is known."""
        entity = local("value", one.id, value.claim, str(value.start))
        facts = {
            "type": "wb:Value",
            "label": value.label,
            "value": number(value.value),
            "quote": value.quote,
            "start": value.start,
            "end": value.end,
        }
        self._to.entity(entity, self._facts(facts))
        known = value.claim in self._claims
        said_in = local("claim", value.claim) if known else local("source", value.source)
        self._to.wasGeneratedBy(entity, local("comparison", self._of.event.id))
        self._to.wasQuotedFrom(entity, said_in)
        return entity

    def _decision(self, entry: Decision) -> None:
        act, verdict = local("decision", entry.id), local("verdict", entry.id)
        at = datetime.fromisoformat(entry.at)
        facts = {"type": f"wb:{_camel(entry.kind)}", "label": entry.kind, "note": entry.note}
        self._to.activity(act, at, at, self._facts(facts))
        reviewer = self._agent("reviewer", entry.reviewer, {"type": "prov:Person"})
        self._to.wasAssociatedWith(act, reviewer, None, None, self._facts({"role": "reviewer"}))
        said = {
            "type": "wb:Verdict",
            "label": entry.label or entry.kind,
            "value": number(entry.value),
            "low": number(entry.low),
            "high": number(entry.high),
        }
        self._to.entity(verdict, self._facts(said))
        self._to.wasGeneratedBy(verdict, act, at)
        self._to.wasAttributedTo(verdict, reviewer)
        if any(one.id == entry.discrepancy for one in self._of.discrepancies):
            self._to.used(act, local("discrepancy", entry.discrepancy), at)
            self._to.wasDerivedFrom(verdict, local("discrepancy", entry.discrepancy), act)
        if entry.undoes and entry.undoes in self._logged and entry.id in self._in_effect:
            self._to.wasInvalidatedBy(local("verdict", entry.undoes), act, at)

    @cached_property
    def _logged(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self._of.decisions)

    @cached_property
    def _in_effect(self) -> frozenset[str]:
        return frozenset(entry.id for entry in in_effect(self._of.decisions))

    def _record(self) -> None:
        record, act = local("record", self._of.event.id), self._act("reconciling", self._of.event.id)
        self._to.used(act, local("event", self._of.event.id))
        facts = {
            "label": self._of.record.label,
            "state": self._of.record.state,
            "policy": self._of.record.policy,
        }
        self._to.collection(record, self._facts(facts))
        self._to.wasGeneratedBy(record, act)
        for name, one in self._of.record.attributes.items():
            self._attribute(record, act, name, one)

    def _attribute(self, record: str, act: str, name: str, one: RecordAttribute) -> None:
        entity = local("attribute", self._of.event.id, name)
        facts = {
            "type": "wb:Attribute",
            "label": name,
            "value": number(one.best),
            "low": number(one.low),
            "high": number(one.high),
            "unit": one.unit,
            "rule": one.rule,
        }
        self._to.entity(entity, self._facts(facts))
        self._to.hadMember(record, entity)
        self._to.wasGeneratedBy(entity, act)
        if one.decision in self._logged:
            self._to.used(act, local("verdict", str(one.decision)))
        for evidence in self._evidence(one):
            self._to.wasDerivedFrom(entity, evidence, act)

    def _evidence(self, one: RecordAttribute) -> Iterable[str]:
        """What a value rests on: the verdict that chose it, and the claims that speak of it."""
        if one.decision in self._logged:
            yield local("verdict", str(one.decision))
        yield from (local("claim", claim) for claim in one.claims if claim in self._claims)


def _camel(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("_"))
