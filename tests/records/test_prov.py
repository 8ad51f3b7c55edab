"""PROV-JSON: the package prov reads it back, and a value is followed to the file that it is from."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from dossier_making import MADE, SOURCES, Case, exported
from hypothesis import given
from hypothesis import strategies as st
from prov.model import ProvBundle, ProvDerivation, ProvDocument, ProvGeneration, ProvInvalidation, ProvRecord
from told_twice import DIFFERENCE, HIGH, HIGH_CLAIM, LOW_CLAIM, VALUES

from workbench.errors import MissingPackageError
from workbench.models import Decision
from workbench.records.formats import prov
from workbench.records.provenance import local

WHERE = SOURCES | {"sb": replace(SOURCES["sa"], id="sb", file="b.txt", sha256="b" * 64)}


def entry(key: str, kind: Any, undoes: str | None = None, **fields: Any) -> Decision:
    about = ("d1", "e0123456789abcdef", "count", "killed", ("ca", "cb"))
    at = f"2026-02-0{key[-1]}T10:00:00+03:00"
    return Decision(key, kind, *about, "ayşe k.", at, undoes=undoes, **fields)


ACCEPTED = entry("k1", "accept", label="14", value=14.0, low=14.0, high=14.0)


def case(*decisions: Decision, **fields: Any) -> Case:
    given: dict[str, Any] = {"sources": WHERE} | fields
    return Case([LOW_CLAIM, HIGH_CLAIM], [DIFFERENCE], decisions, **given)


def opened(*cases: Case) -> ProvDocument:
    data, refused = exported(prov.WRITER, *(one.dossier() for one in cases))
    assert refused == []
    document = ProvDocument.deserialize(content=data, format="json")
    assert isinstance(document, ProvDocument)
    return document


def bundle(*decisions: Decision, **fields: Any) -> ProvBundle:
    (only,) = opened(case(*decisions, **fields)).bundles
    return only


def named(of: ProvBundle, identifier: str) -> ProvRecord:
    (only,) = of.get_record(of.valid_qualified_name(identifier))
    return only


def said(of: ProvBundle, identifier: str, name: str) -> set[Any]:
    return named(of, identifier).get_attribute(name)


def derived_from(of: ProvBundle, identifier: str) -> Iterator[str]:
    """All that a thing is derived from, over any number of steps."""
    for one in of.get_records(ProvDerivation):
        made, used, *_ = (str(found) for found in one.args)
        if made == identifier:
            yield used
            yield from derived_from(of, used)


def test_a_value_is_followed_to_the_file_that_it_is_from() -> None:
    of = bundle(ACCEPTED)
    attribute = local("attribute", "e0123456789abcdef", "killed")
    assert said(of, attribute, "prov:value") == {14}
    assert said(of, attribute, "wb:rule") == {"accepted by ayşe k."}
    found = set(derived_from(of, attribute))
    assert {"wb:verdict-k1", "wb:discrepancy-d1", "wb:claim-ca", "wb:claim-cb", "wb:file-sb"} <= found
    assert said(of, "wb:claim-cb", "prov:value") == {HIGH}
    assert said(of, "wb:file-sb", "wb:sha256") == {"b" * 64}
    (spoken,) = (str(name) for name in found if name.startswith("wb:value-d1-cb"))
    assert said(of, spoken, "wb:quote") == {"14"}
    assert HIGH[said(of, spoken, "wb:start").pop() : said(of, spoken, "wb:end").pop()] == "14"


def test_who_said_and_who_decided() -> None:
    of = bundle(ACCEPTED)
    text = of.get_provn()
    speaker, reviewer, publisher = (
        local("speaker", "Elena Ruiz"),
        local("reviewer", "ayşe k."),
        local("publisher", "Reuters"),
    )
    for identifier, label, kind in [
        (speaker, "Elena Ruiz", "Person"),
        (reviewer, "ayşe k.", "Person"),
        (publisher, "Reuters", "Organization"),
        ("wb:workbench", "workbench", "SoftwareAgent"),
    ]:
        assert {str(one) for one in said(of, identifier, "prov:label")} == {label}
        assert {str(one) for one in said(of, identifier, "prov:type")} == {f"prov:{kind}"}
    assert f"wasAttributedTo(wb:claim-cb, {speaker})" in text
    assert f"wasAttributedTo(wb:source-sa, {publisher})" in text
    assert f"wasAssociatedWith(wb:decision-k1, {reviewer}" in text
    assert "wasGeneratedBy(wb:verdict-k1, wb:decision-k1, 2026-02-01T10:00:00+03:00)" in text


def invalidated(of: ProvBundle) -> set[str]:
    return {str(one.args[0]) for one in of.get_records(ProvInvalidation)}


def test_what_was_taken_back_is_no_longer_valid() -> None:
    undone = bundle(ACCEPTED, entry("k2", "undo", "k1"))
    assert invalidated(undone) == {"wb:verdict-k1"}
    again = bundle(ACCEPTED, entry("k2", "undo", "k1"), entry("k3", "undo", "k2"))
    assert invalidated(again) == {"wb:verdict-k2"}
    assert invalidated(bundle(ACCEPTED)) == set()


def test_every_thing_of_a_relation_is_described() -> None:
    of = bundle(ACCEPTED, entry("k2", "note", note="checked"))
    described = {str(one.identifier) for one in of.records if one.identifier}
    ends = {str(arg) for one in of.records if one.is_relation() for arg in one.args if str(arg)[:3] == "wb:"}
    assert ends - described == set()


def test_each_thing_is_made_once() -> None:
    made = [str(one.args[0]) for one in bundle(ACCEPTED).get_records(ProvGeneration)]
    assert len(made) == len(set(made))


def test_a_bundle_an_event_and_what_made_them() -> None:
    data, _ = exported(prov.WRITER, case().dossier())
    assert data == exported(prov.WRITER, case().dossier())[0]
    document = opened(case())
    (one,) = document.get_record("wb:bundle-e0123456789abcdef")
    assert {str(kind) for kind in one.get_attribute("prov:type")} == {"prov:Bundle"}
    assert one.get_attribute("wb:database") == {MADE.database}
    assert json.loads(exported(prov.WRITER)[0])["bundle"] == {}


def test_a_value_of_another_events_claim_is_quoted_from_its_article() -> None:
    other = replace(VALUES[1], claim="elsewhere")
    apart = Case([LOW_CLAIM], [replace(DIFFERENCE, values=(VALUES[0], other))], (), WHERE)
    (of,) = opened(apart).bundles
    (spoken,) = {str(one.identifier) for one in of.records if "value-d1-elsewhere" in str(one.identifier)}
    assert "wb:source-sb" in set(derived_from(of, spoken))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_names_and_titles_come_back_as_they_are(name: str) -> None:
    origin = replace(SOURCES["sa"], title=name, publisher=name)
    (of,) = opened(Case([replace(LOW_CLAIM, speaker=name)], sources={"sa": origin})).bundles
    assert said(of, local("speaker", name), "prov:label") == {name}
    assert said(of, "wb:source-sa", "prov:label") == {name}


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(MissingPackageError) as caught:
        exported(prov.WRITER, case().dossier())
    assert caught.value.hint == "pip install 'workbench[prov]'"
