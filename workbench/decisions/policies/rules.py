"""What a policy may say of an attribute: the vocabulary of its files."""

from __future__ import annotations

from typing import Literal

import msgspec

Step = Literal["told_last", "told_first", "voice", "majority_of_origins", "most_origins", "lowest", "highest"]
"""One step of choosing: it keeps those values that are foremost in something, and leaves the others."""
Voice = Literal["official", "agency", "state", "private", "social", "unknown"]
"""Who says it: the kind of a speaker where it is known, else of the publisher (docs/publishers.md)."""
Left = Literal["replaced", "hearsay", "official", "agency", "state", "private", "social", "unknown"]
"""What may be left aside: figures that a later one replaced, what is passed on as told by others, a voice."""
Bounds = Literal["all", "credible"]
"""Whether low and high span all values, or those that are not left aside."""


Subject = Literal[
    "count",
    "measure",
    "date",
    "time",
    "place",
    "participants",
    "speaker",
    "wording",
    "status",
    "name",
    "all",
]
"""What a rule is for. Numbers are a `count` of people or things, or a `measure` (in units, money, percent).

Totals are left out: their parts count other things, and no rule tells which of them is wrong."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What to do with some attributes. `voices` is the order for the step `voice`, the first preferred."""

    attributes: list[Subject]
    choose: list[Step] = []
    set_aside: list[Left] = []
    voices: list[Voice] = []
    bounds: Bounds = "all"


NOTHING = Rule(attributes=["all"])
"""For attributes that a policy does not name: nothing is chosen."""


class PolicyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A policy as its file gives it: `about` says what it does, `cites` where its rules are from."""

    about: str
    cites: str = ""
    rule: list[Rule] = []


def fault(file: PolicyFile) -> str | None:
    """What the schema cannot see is wrong with a policy, with its key; None where nothing is."""
    named: set[str] = set()
    for place, rule in enumerate(file.rule):
        at = f"rule[{place}]"
        again = next((one for one in rule.attributes if one in named), None)
        if not rule.attributes:
            return f"{at}.attributes names none"
        if again is not None:
            return f"{at}.attributes: an earlier rule has {again!r} already"
        if "voice" in rule.choose and not rule.voices:
            return f"{at}.voices is missing: the step 'voice' needs their order"
        if rule.voices and "voice" not in rule.choose:
            return f"{at}.voices: no step 'voice' in `choose` uses them"
        if {"lowest", "highest"} <= set(rule.choose):
            return f"{at}.choose has both 'lowest' and 'highest'"
        if not rule.choose and (rule.set_aside or rule.bounds != "all"):
            return f"{at}.choose is missing: without it nothing else in the rule does anything"
        named.update(rule.attributes)
    return None
