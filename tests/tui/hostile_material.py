"""A database whose every field attacks the screen, and the grammar of what a terminal may be sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from built_once import built_once
from review_material import TODAY, claim, source, value

from workbench.decisions import verdicts
from workbench.models import Claim, Discrepancy, Event, Mention, Source
from workbench.store import open_store
from workbench.visible import MARKS_SHOWN

MARKER = "SALDIRI"
"""Stands in every attacked field, in markup that must not be read: `[b]SALDIRI[/b]`."""
ATTACKS = {
    "markup": "[bold red]kırmızı",
    "markup closed": "[/foo][/]",
    "an action": "[@click=app.quit]bas[/]",
    "a link in markup": "[link=http://kotu.example]bak[/link]",
    "title": "\x1b]0;ele geçirildi\x07",
    "clipboard": "\x1b]52;c;a290dQ==\x07",
    "hyperlink": "\x1b]8;;http://kotu.example\x1b\\tıkla\x1b]8;;\x1b\\",
    "cursor and modes": "\x1b[2J\x1b[31m\x1b[6n\x1b[?1049l\x1b[200~",
    "device control": '\x1bP$q"p\x1b\\\x1b_apc\x1b\\\x1bXsos\x1b^pm',
    "reset": "\x1bc\x1b#8\x1b(0",
    "8-bit controls": "\x9b31m\x9d0;x\x9c\x90q\x85",
    "controls": "\x07\x08\x08\x0b\x0c\x00\x7f\t\r",
    "bidi": "\u202eters\u202c\u2066iç\u2069\u200f",
    "hidden": "gi\u200bz\u2060l\ufeffi\u00ad\u3164\u2800",
    "marks": "e" + "\u0301" * 500,
    "selectors": "❤\ufe0f\U000e0100\U000e0041👩\u200d💻",
}


def attacked(attack: str) -> str:
    """A field's text with the attack in it."""
    return f"[b]{MARKER}[/b]{attack}"


@built_once
def hostile(path: Path, attacks: Iterable[str] = tuple(ATTACKS.values()), tail: str = "") -> Path:
    """A database with a source, an event and a decided and an open difference for each attack.

    Every article ends with `tail`.
    """
    with open_store(path) as store:
        events: list[Event] = []
        found: list[Discrepancy] = []
        for number, attack in enumerate(attacks):
            article, claims = _article(number, attack, tail)
            assert store.add_source(article, claims)
            event = Event(
                f"e{number}",
                attacked(attack),
                "fire",
                tuple(one.id for one in claims),
                place=attacked(attack),
            )
            events.append(replace(event, parent=f"e{number - 1}") if number else event)
            found += _differences(number, attack, article, claims)
        store.replace_matching(events, [], found)
        for number, (one, other) in enumerate(pairwise(found)):
            word = one.why
            at = f"2026-02-10T09:30:00.{number:06}+00:00"
            if one.id.endswith("b"):
                store.append_decision(replace(verdicts.note(one, word, reviewer=word, at=at), label=word))
                store.append_decision(replace(verdicts.dismiss(other, reviewer=word, at=at), note=word))
    return path


def _article(number: int, attack: str, tail: str) -> tuple[Source, list[Claim]]:
    word = attacked(attack)
    first, second = f"Depoda {word} 14 kişi yaralandı.", f"Depoda {word} 17 kişi yaralandı."
    text = f"{word}\n{first} {second}\nPaylaş: {word}\n{tail}"
    article = replace(
        source(f"{number}{word}.txt", text, title=word, publisher=word, day=TODAY, furniture="Paylaş"),
        url=f"javascript:alert('{word}')",
    )
    claims = [
        replace(
            claim(article, clause),
            speaker=word,
            place=word,
            participants=(word,),
            mentions=(Mention(word, at, at + len(word), "person", word),),
            aspects=(f"initiator={word}",),
        )
        for clause in (first, second)
        for at in [text.index(clause) + len("Depoda ")]
    ]
    return article, claims


def _differences(number: int, attack: str, article: Source, claims: list[Claim]) -> list[Discrepancy]:
    word = attacked(attack)
    values = (
        value(article, claims[0], "14 kişi", f"14{word}", 14),
        value(article, claims[1], "17 kişi", f"17{word}", 17),
    )
    told = Discrepancy(f"d{number}a", f"e{number}", "count", word, "conflict", "high", values, word)
    told = replace(told, suggestion=values[0].label, rule=word, severity_why=word)
    return [told, replace(told, id=f"d{number}b", attribute="place", verdict="tension", severity="medium")]


_KNOWN = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours
    r"|\x1b\[\d+;\d+H"  # the cursor to a place
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes that Textual sets
    r"|\x1b\[\?(?:2026|2048)\$p|\x1b\[>\d+u|\x1b\[<u"  # what it asks of the terminal
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse
)
_COPIED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_LINES = re.compile(r"[\r\n]")
_FLOOD = re.compile(f"[\u0300-\u036f]{{{MARKS_SHOWN + 1}}}")


def copied(written: str) -> list[str]:
    """What was given to the clipboard, in base64."""
    return _COPIED.findall(written)


def strange(written: str) -> list[str]:
    """What of that which was written to a terminal it should never be sent; empty when all is well."""
    rest = _LINES.sub("", _KNOWN.sub("", _COPIED.sub("", written)))
    found = [
        f"U+{ord(char):04X} in {rest[max(0, at - 20) : at + 20]!r}"
        for at, char in enumerate(rest)
        if _acts(char)
    ]
    found += [f"a flood at {flood.start()}" for flood in _FLOOD.finditer(rest)]
    bare = re.sub(re.escape(f"[b]{MARKER}"), "", rest)
    return found + ([f"{MARKER} without its markup"] if MARKER in bare else [])


def _acts(char: str) -> bool:
    return (
        (not char.isascii() and unicodedata.category(char) in ("Cc", "Cf", "Cs"))
        or char < " "
        or char == "\x7f"
    )
