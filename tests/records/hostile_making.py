"""An event in which other people's words are hostile wherever they may stand."""

from dataclasses import replace
from datetime import date

import pytest
from dossier_making import Case, claim, count, mention
from records_making import Origin, published, value

from workbench.models import Decision, Discrepancy

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</style><script>alert(1)</script>", id="end of the style sheet"),
    pytest.param("</title></head><body onload=alert(1)>", id="end of the head"),
    pytest.param('"><img src=x onerror=alert(1)>', id="end of an attribute"),
    pytest.param("' autofocus onfocus='alert(1)", id="another attribute"),
    pytest.param("<svg><animate onbegin=alert(1)>", id="svg"),
    pytest.param("--><script>alert(1)</script><!--", id="end of a comment"),
    pytest.param("javascript:alert(1)", id="address"),
    pytest.param("{{ 7 * 7 }} {% raw %}", id="template"),
    pytest.param("&lt;b&gt; &amp;#60; &#x3c;", id="entities"),
    pytest.param("<meta http-equiv=refresh content=0;url=http://example.org>", id="refresh"),
    pytest.param("abc\u202egpj.exe\u2066 \u200b\x07\x1b[31m", id="direction and control codes"),
]


def event(text: str) -> Case:
    """An event with `text` at every place where other people's words may stand."""
    first, second = f"{text} 10 öldü.", f"{text} 12 öldü."
    claims = [
        claim(
            words,
            id=key,
            source=source,
            quantities=(count(words, number, float(number)),),
            mentions=(mention(words, text, "place"),),
            place=text,
            participants=(text,),
            speaker=text,
        )
        for key, source, words, number in (("ca", "sa", first, "10"), ("cb", "sb", second, "12"))
    ]
    values = tuple(value(one, f"{text} {one.quantities[0].expr}") for one in claims)
    differs = Discrepancy("d1", "e", "count", "killed", "conflict", "high", values, text, text, text, text)
    decision = Decision(
        id="k1",
        kind="enter",
        discrepancy="d1",
        event="e",
        attribute="count",
        key="killed",
        claims=("ca", "cb"),
        reviewer=text,
        at="2026-02-01T10:00:00+03:00",
        label=text,
        note=text,
    )
    day = published(date(2025, 3, 12))
    sources = {
        key: Origin(key, text, replace(day, reason=text), text, text, "tr", text) for key in ("sa", "sb")
    }
    return Case(claims, [differs], [decision], sources, label=text)
