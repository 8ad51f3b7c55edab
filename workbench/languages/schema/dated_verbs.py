"""The part of calendar.toml that tells how a date stands to the verbs around it.

Regular expressions as in the rest of calendar.toml.
"""

from __future__ import annotations

import msgspec

from workbench.languages.schema.patterns import NEVER, Regex, Tail


class Tense(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verb forms near a date that tell which side of the reference day it lies on."""

    future: Regex = NEVER
    past: Regex = NEVER
    acts: Regex = NEVER
    """Acts about what lies ahead ("invited"): a date directly beside is their own, a further one is ahead."""
    moves: Regex = NEVER
    """Verbs that move something to another day ("postponed"): only the day it is moved to lies ahead."""
    overtaken: Regex = NEVER
    """What tells beside a verb of what lies ahead that it lay ahead then and is past now ("had been due")."""
    beside: Tail = ""
    """What may stand between an act and its own day, or empty."""
    moved_from: Regex = NEVER
    """What stands directly before the day that something is moved from, itself still ahead then."""
    target_before: Tail = ""
    """What stands directly before the day that something is moved to, or empty."""
    target_ending: Tail = ""
    """Ending of the words for that day, or empty."""
    reach_before: int = 100
    """How many characters before the date may hold its verb (0 where verbs come last)."""
    reach_after: int = 60


class Reports(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a date stands beside a reporting verb (speech.toml), and so tells when something was said."""

    no_report: Tail = ""
    """Those of the verbs that tell of an event of their own ("spoke by phone", "measured")."""
    passive: Regex = NEVER
    """What ends with a passive verb: what was announced on a day may be that day's event."""
    reported_before: Tail = ""
    """What stands before the date where a passive reports a whole clause, or empty."""
    reported_after: Tail = ""
    """The same behind the date and the verb."""
    verb_to_date: Tail = ""
    """What may stand between a verb and the date behind it, blanks too; empty where verbs come last."""
    date_to_verb: Tail = ""
    """What may stand between a date and the verb behind it."""
    opening_before: Tail = ""
    """What stands between the start of a sentence and a date that opens it, or empty."""
    opening_to_verb: Tail = ""
    """What may then stand between the date and the verb: its subject."""
    statement_before: Tail = ""
    """What stands directly before the date of a statement ("in a statement on"), or empty."""
    statement_after: Tail = ""
    """What follows it directly ("yaptığı açıklamada"), or empty."""
    never_ending: Tail = ""
    """Ending of a date that belongs to the noun behind it ("Friday's"), or empty."""


class Openings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a date stands that only opens a span of time."""

    since_before: Tail = ""
    """What stands directly before it where the span reaches the present ("since"), or empty."""
    since_clause: Tail = ""
    """What stands before it where it dates what the span begins with ("since the war began in"), or empty."""
    since_after: Tail = ""
    """What follows it directly ("bu yana"), or empty."""
    from_before: Tail = ""
    """What stands before it where the span may lie ahead ("starting"), or empty."""
    from_after: Tail = ""
    """What follows it ("itibaren", "onwards"), or empty."""
    pair_before: Tail = ""
    """What opens a span only together with `pair_after` ("from ... on"), or empty."""
    pair_after: Tail = ""
    ending: Tail = ""
    """Ending that the date must have, or empty."""
    begins: Tail = ""
    """Verbs whose event is the beginning itself: then the date is the event's own."""


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a date stands that is never the event's own. The date's words stand between ⟦ and ⟧."""

    compared: Regex = NEVER
    """What happened is only measured against what was on that date ("compared with ⟦2023⟧")."""
    scope: Regex = NEVER
    """The date only says how far back nothing was like it ("the worst since ⟦2008⟧")."""
    counted: Regex = NEVER
    """It is the day up to which something was counted ("as of ⟦Monday⟧", "⟦8 Şubat⟧ itibarıyla")."""
    restricts: Regex = NEVER
    """It tells which people or things are meant ("12 Mayıs'tan sonra tutuklananlar")."""
