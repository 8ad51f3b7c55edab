"""How alike two claims are, as a sum of small comparisons that a person can read.

Each level looks at one thing, gives a weight (`weights.toml`) and says why; the weights' sum is the score.
After the comparison levels of record linkage (Fellegi and Sunter 1969).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz

from workbench.claims.names import places_agree
from workbench.events.features import Features
from workbench.events.flow import sizes_agree
from workbench.events.spans import days_apart, holds, length
from workbench.events.story import MUCH_SHARED, SOME_SHARED, common, weight
from workbench.events.weights import weights
from workbench.events.words import Words
from workbench.models import ScorePart
from workbench.phrases import likeness as reasons
from workbench.phrases.phrase import Phrase
from workbench.subjects import in_words

Found = tuple[str, float, Callable[[], str]]
"""What a level found: its outcome, the factor of that outcome's weight, and what says the reason."""
Level = Callable[[Features, Features, Words], Found | None]

LONG_QUOTE = 40
"""Characters from which a quotation may tell one event from another."""
LEAST_COSINE = 0.05
TELLING = 2
"""Numbers up to this are too common to tell one event from another."""
SPARED = frozenset({"type_open", "days_publication_far"})
"""What speaks against a pair, but not where both articles tell one story."""
LAST_DAYS = frozenset({"visit"})
NO_SETTING = frozenset({"phone_call", "meeting", "talks", "proposal", "statement"})
"""Contacts of people and states wherever they meet, and what is only said."""


def _part(outcome: str, reason: Callable[[], str], factor: float = 1.0) -> Found:
    return outcome, factor, reason


def _type(a: Features, b: Features, _: Words) -> Found | None:
    if a.event_type != b.event_type and (a.topic == b.claim or b.topic == a.claim):
        # A report of a fire speaks of arrests, funds and hospitals: the flow of the text decides.
        return None
    if a.event_type == b.event_type:
        if a.event_type in ("statement", "other"):
            return _part("type_vague", lambda: reasons.SAME_PLAIN_TYPE(event_type=a.event_type))
        return _part("type_same", lambda: reasons.SAME_TYPE(event_type=in_words(a.event_type)))
    if {a.event_type, b.event_type} in weights().near:
        return _part("type_near", lambda: _of_types(reasons.NEAR_TYPES, a, b))
    if a.family == b.family:
        return _part("type_family", lambda: _of_types(reasons.KIN_TYPES, a, b))
    if {a.family, b.family} & {"statement", "other", "deal"}:
        return _part("type_open", lambda: _of_types(reasons.OPEN_TYPES, a, b))
    return _part("type_differs", lambda: _of_types(reasons.IS_NOT, a, b))


def _of_types(phrase: Phrase, a: Features, b: Features) -> str:
    return phrase(one=in_words(a.event_type), other=in_words(b.event_type))


def _days(a: Features, b: Features, _: Words) -> Found | None:
    if a.date is None or b.date is None or a.planned_date != b.planned_date:
        return None
    apart = days_apart(a.date, b.date)
    if {a.event_type, b.event_type} <= weights().courses:
        return _part("days_course", reasons.SAME_WEEKS) if apart <= 31 else None
    if not (a.dated and b.dated):
        if _reported_after(a, b) or _reported_after(b, a):
            return _part("days_report", reasons.TOLD_AFTER)
        if a.event_type == b.event_type and a.event_type in weights().lasting:
            return None
        if apart <= 1:
            return _part("days_publication", reasons.TOLD_SAME_DAY)
        return _part(
            "days_publication_far", lambda: reasons.TOLD_APART(number=str(apart)), min(3.0, apart / 3)
        )
    if apart == 0:
        if length(a.date) == length(b.date) == 1:
            day = a.date.start
            return _part("days_same", lambda: reasons.SAME_DAY(iso_day=str(day)))
        wide = max(length(a.date), length(b.date))
        if wide > 40:
            return _part("days_year", reasons.NOT_EXCLUDED)
        if holds(a.date, b.date) or holds(b.date, a.date):
            return _part("days_inside", reasons.DATE_INSIDE)
        return _part("days_overlap", reasons.DATES_OVERLAP)
    if 0 < apart <= 2 and {a.event_type, b.event_type} <= LAST_DAYS:
        return _part("days_next_one_off", lambda: reasons.VISIT_LASTS(number=str(apart)))
    if apart == 1 and a.family == b.family and a.family in weights().one_off - {"earthquake"}:
        return _part("days_next_one_off", reasons.REPORTED_NEXT_DAY)
    if apart == 1:
        return _part("days_next", reasons.NEXT_DAY)
    return _part("days_far", lambda: reasons.DAYS_APART(number=str(apart)), min(3.0, 1 + apart / 10))


def _reported_after(told: Features, dated: Features) -> bool:
    """True where `told` has only a day of publication, within a fortnight after what `dated` dates."""
    if told.dated or told.date is None or dated.date is None or told.family not in weights().one_off:
        return False
    return 1 < (told.date.start - dated.date.end).days <= 14


def _ordinal(a: Features, b: Features, _: Words) -> Found | None:
    if not a.ordinals or not b.ordinals:
        return None
    series = min(set(a.ordinals) & set(b.ordinals), default=None)
    if series is None:
        return None
    one, other = a.ordinals[series], b.ordinals[series]
    if one == other:
        return _part("ordinal_same", lambda: reasons.SAME_ORDINAL(noun=series, number=str(one)))
    return _part(
        "ordinal_differs", lambda: reasons.OTHER_ORDINAL(noun=series, number=str(one), other=str(other))
    )


def _people(a: Features, b: Features, _: Words) -> Found | None:
    if not a.people or not b.people:
        return _states(a, b)
    shared = a.people & b.people
    if shared == a.people == b.people and len(shared) >= 2:
        return _part("people_same", lambda: reasons.SAME_PEOPLE(names=_names(a, shared)))
    if len(shared) >= 2:
        return _part("people_two", lambda: reasons.BOTH_NAME(names=_names(a, shared)))
    if shared and len(a.people) > 1 and len(b.people) > 1:
        return _part("people_partly", lambda: reasons.ONLY_IN_COMMON(names=_names(a, shared)))
    if shared:
        return _part("people_one", lambda: reasons.BOTH_NAME(names=_names(a, shared)))
    return _part("people_differ", reasons.NOBODY_IN_COMMON)


def _names(item: Features, people: Iterable[str]) -> str:
    return ", ".join(sorted(item.spelled.get(person, person) for person in people))


def _states(a: Features, b: Features) -> Found | None:
    shared = a.states & b.states
    if len(a.states) >= 2 and len(b.states) >= 2 and len(shared) < min(len(a.states), len(b.states)):
        return _part("states_differ", reasons.OTHER_STATES)
    if len(shared) >= 2:
        return _part("states_shared", lambda: reasons.BOTH_NAME(names=", ".join(sorted(shared))))
    return None


def _speaker(a: Features, b: Features, _: Words) -> Found | None:
    if a.speaker is None or a.speaker != b.speaker or a.source == b.source:
        return None
    return _part("speaker_same", lambda: reasons.SAME_SPEAKER(name=str(a.speaker)))


def _place(a: Features, b: Features, _: Words) -> Found | None:
    if not a.place or not b.place:
        return _setting(a, b)
    if a.place == b.place:
        return _part("place_same", lambda: reasons.SAME_PLACE(place=str(a.place)))
    if places_agree(a.place, b.place):
        return _part("place_inside", lambda: reasons.PLACE_INSIDE(place=str(a.place), other=str(b.place)))
    # A happening that strikes once strikes one place: only a number told alike makes another one a slip.
    strikes = a.family == b.family and a.family in weights().one_off and not _told_alike(a, b)
    return _part(
        "place_differs", lambda: reasons.IS_NOT(one=str(a.place), other=str(b.place)), 2.0 if strikes else 1.0
    )


def _told_alike(a: Features, b: Features) -> bool:
    """True where both count the same telling number of the same thing."""
    shared = (a.counts[name] & b.counts[name] for name in a.counts.keys() & b.counts.keys())
    return any(max(values, default=0) > TELLING for values in shared)


def _one_exchange(a: Features, b: Features) -> bool:
    """True where both give the day and the two sides, or which stage: other sizes are another account."""
    if a.source != b.source and a.ordinals.get("stage", -1) == b.ordinals.get("stage"):
        return True
    one_day = a.dated and b.dated and a.date is not None and b.date is not None and length(a.date) == 1
    same = one_day and a.date is not None and b.date is not None and a.date.start == b.date.start
    return bool(same and len(a.states) > 1 and a.states == b.states and a.source != b.source)


def _setting(a: Features, b: Features) -> Found | None:
    if NO_SETTING & {a.event_type, b.event_type} or not a.setting or not b.setting:
        return None
    shared = a.setting & b.setting
    if shared:
        return _part("setting_shared", lambda: reasons.SAME_SETTING(place=min(shared)))
    return _part("setting_differs", lambda: reasons.IS_NOT(one=min(a.setting), other=min(b.setting)))


def _counts(a: Features, b: Features, _: Words) -> Found | None:
    if a.sizes & b.sizes:
        return _part("size_same", lambda: reasons.SAME_SIZE(number=f"{max(a.sizes & b.sizes):g}"))
    if a.counts and b.counts:
        alike = [(counted, max(values)) for counted in a.counts.keys() & b.counts.keys()
                 if (values := a.counts[counted] & b.counts[counted]) and max(values) > TELLING]  # fmt: skip
        if alike:
            counted, value = min(alike)
            return _part(
                "count_same", lambda: reasons.SAME_COUNT(number=f"{value:g}", noun=in_words(counted))
            )
    if not sizes_agree(a.sizes, b.sizes) and not _one_exchange(a, b):
        return _part("count_differs", reasons.OTHER_COUNTS)
    return None


def _running(a: Features, b: Features, _: Words) -> Found | None:
    if a.running != b.running and a.counts and b.counts:
        return _part("running_differs", reasons.RUNNING_TOTAL)
    return None


def _words(a: Features, b: Features, words: Words) -> Found | None:
    cosine = words.cosine(a, b)
    if cosine < LEAST_COSINE:
        return None
    return _part("words", lambda: reasons.WORDS_ALIKE(percent=f"{cosine:.0%}"), cosine)


def _quote(a: Features, b: Features, _: Words) -> Found | None:
    if min(len(a.quote), len(b.quote)) < LONG_QUOTE or a.source == b.source:
        return None
    likeness = fuzz.token_set_ratio(a.quote, b.quote) / 100
    if likeness < 0.7:
        return None
    return _part("quote", lambda: reasons.QUOTES_ALIKE(percent=f"{likeness:.0%}"))


def _flow(a: Features, b: Features, _: Words) -> Found | None:
    if a.topic == b.claim or b.topic == a.claim:
        return _part("flow", reasons.GOES_ON)
    if a.topic and a.topic == b.topic:
        return _part("flow_siblings", reasons.BOTH_GO_ON)
    if a.section == b.section and a.section[1] is not None:
        return _part("flow_section", reasons.SAME_HEADING)
    if a.source == b.source and a.section[1] is not None and b.section[1] is not None:
        return _part("flow_other_section", reasons.OTHER_HEADING)
    return None


def of_every_month(a: Features, b: Features) -> bool:
    """True for economic figures: each month's are told in the same words, beside the same names."""
    return a.family == b.family == "economy" and not {a.event_type, b.event_type} <= weights().lasting


def _both_name(a: Features, b: Features) -> list[tuple[str, float]]:
    """What the articles of both name, where it tells anything."""
    if a.source == b.source or a.date is None or b.date is None or of_every_month(a, b):
        # Of one story there may be many meetings: with no day, a shared story tells nothing of which.
        return []
    return common(a.story, b.story)


def _story(a: Features, b: Features, _: Words) -> Found | None:
    shared = _both_name(a, b)
    told = weight(shared)
    if told < SOME_SHARED:
        return None
    return _part(
        "story",
        lambda: reasons.ARTICLES_NAME(names=", ".join(key for key, _ in shared[:3])),
        min(1.0, told / MUCH_SHARED),
    )


def _one_story(a: Features, b: Features, words: Words) -> Found | None:
    """What speaks against a pair for its kind or its day of telling counts for nothing within one story.

    Two articles that name the same rare things tell of the same affair, in other words and days later.
    """
    much = weight(_both_name(a, b)) >= MUCH_SHARED
    found = [one for level in (_type, _days) if much and (one := level(a, b, words)) and one[0] in SPARED]
    spared = -sum(round(weights().parts[name] * factor, 4) for name, factor, _ in found)
    return _part("one_story", reasons.ONE_STORY, spared) if spared else None


LEVELS: tuple[Level, ...] = (
    _type, _days, _ordinal, _people, _speaker, _place, _counts, _running, _words, _quote, _flow, _story,
    _one_story,
)  # fmt: skip


def likeness(a: Features, b: Features, words: Words) -> tuple[ScorePart, ...]:
    """The parts of two claims' score, in the order of the levels; parts of no weight are left out."""
    parts = weights().parts
    found = [one for level in LEVELS if (one := level(a, b, words)) is not None and parts[one[0]]]
    return tuple(ScorePart(name, round(parts[name] * factor, 4), reason()) for name, factor, reason in found)


def score(a: Features, b: Features, words: Words) -> float:
    """The sum of the weights of what the levels found, without the reasons."""
    parts = weights().parts
    found = (level(a, b, words) for level in LEVELS)
    return round(sum(round(parts[one[0]] * one[1], 4) for one in found if one is not None), 4)
