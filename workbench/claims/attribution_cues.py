"""The attribution patterns of a language pack, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.claims.pattern_needs import Hint
from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's attribution patterns, compiled; all on lower-cased text."""

    verb: WordPattern
    """Reporting verbs."""
    speech: WordPattern
    """Reporting verbs and verbs that do something by saying it."""
    passive: re.Pattern[str] | None
    participle: WordPattern | None
    done_participle: re.Pattern[str] | None
    """Any participle right before a name."""
    medium: WordPattern | None
    """What something was said in ("açıklamada,")."""
    content: re.Pattern[str] | None
    """What shows that something said stands before it ("-dığını")."""
    grounds: re.Pattern[str] | None
    """An end that makes a scene the ground of what is said, not the occasion of saying it."""
    deed: re.Pattern[str] | None
    """A verb of meeting, at a clause's end: who then speaks has first done that."""
    asked: re.Pattern[str] | None
    """What stands behind a quotation that is a question put to the speaker."""
    while_ends: WordPattern | None
    hearsay: re.Pattern[str] | None
    reported: WordPattern | None
    informs: WordPattern | None
    """That a statement was made ("açıklama geldi"), not what it says."""
    introduces: WordPattern | None
    """What introduces the words behind a colon, the colon its end ("şunları söyledi:")."""
    headline_from: re.Pattern[str] | None
    """What follows the name of a heading's speaker ("'den çağrı")."""
    bare: re.Pattern[str] | None
    opening: re.Pattern[str] | None
    """The form of a subject that opens a sentence and is set off from it."""
    no_openings: frozenset[str]
    """Words that begin no such subject."""
    awaits_verb: re.Pattern[str] | None
    """A verbal noun, at a clause's end, that the verb of the next clause governs too."""
    told_in: WordPattern | None
    """A passive participle with what the words stood in ("kaydedilen açıklamada")."""
    nominalised: WordPattern | None
    genitive: re.Pattern[str] | None
    after: re.Pattern[str]
    before: re.Pattern[str] | None
    cites: Hint
    """What stands wherever `after` or `before` does."""
    oblique: re.Pattern[str]
    contrast: re.Pattern[str] | None
    joined: re.Pattern[str] | None
    pronoun: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    plain_pronouns: frozenset[str]
    """Pronouns that say nothing of an office ("he")."""
    articles: frozenset[str]
    people_ending: re.Pattern[str]
    peoples: frozenset[str]
    """Adjectives of peoples ("rus"), which name a state only before one of its organs."""
    organs: re.Pattern[str] | None
    offices: Mapping[str, list[str]]
    """A word of office to those it may stand for; none where it fits whoever spoke last ("yetkili")."""
    apposition: bool
    """True where an office may follow its bearer's name behind a comma ("Ann Lee, the mayor of York")."""
    attached: re.Pattern[str] | None
    """What stands right before a name that only belongs to another ("of the ")."""
    definite: re.Pattern[str]
    """What stands for a body, right before a verb: "it", or a noun with its article ("the department")."""
    against: re.Pattern[str] | None
    """A conjunction with the small words of a subject behind it."""
    finite: re.Pattern[str] | None
    no_names: frozenset[str]
    verb_then_subject: re.Pattern[str]
    """What may stand between a verb and the subject behind it ("said Health Minister X")."""

    def is_no_name(self, word: str) -> bool:
        """True for a word that is written with a capital at the start of a sentence alone, or is a title."""
        return word in self.no_names


def _optional(patterns: list[str] | str, tail: str = "") -> re.Pattern[str] | None:
    joined = patterns if isinstance(patterns, str) else "|".join(patterns)
    return re.compile(f"(?:{joined}){tail}") if joined else None


def _marked(patterns: list[str]) -> WordPattern | None:
    return WordPattern("|".join(patterns)) if patterns else None


def _against(conjunctions: list[str]) -> re.Pattern[str] | None:
    if not conjunctions:
        return None
    return re.compile(rf"(?:[,;]|[,;]? (?:{any_of(conjunctions)})) (?:[\w'’-]+ ){{0,4}}$")


@cache
def cues(language: Language) -> Cues:
    """The language's attribution cues."""
    speech = language.speech
    pronouns = any_of(sorted(speech.pronouns, key=lambda form: (-len(form), form)))
    return Cues(
        verb=WordPattern(any_of(speech.verbs)),
        speech=WordPattern(any_of([*speech.verbs, *speech.acts])),
        passive=_optional(speech.passive),
        participle=_marked(speech.participles),
        done_participle=_optional(speech.done_participle),
        medium=_marked(speech.medium),
        content=_optional(speech.content),
        grounds=_optional(speech.grounds, r"\W*$"),
        deed=_optional(speech.deeds, r"\W*$"),
        asked=_optional(speech.asked),
        while_ends=_marked([speech.while_ends] if speech.while_ends else []),
        hearsay=_optional(speech.hearsay),
        reported=_marked(speech.reported),
        informs=_marked(speech.informs),
        introduces=_marked(speech.introduces),
        headline_from=_optional(speech.headline_from),
        bare=_optional(speech.bare),
        opening=_optional(speech.opening),
        no_openings=frozenset(language.lower(word) for word in language.core.openers),
        awaits_verb=_optional(speech.awaits_verb, r"\W*$"),
        told_in=_marked(speech.told_in),
        nominalised=_marked(speech.nominalised),
        genitive=_optional(speech.genitive),
        after=re.compile(any_of(f"(?:{p})" for p in speech.according_after)),
        before=_optional(speech.according_before, "$"),
        cites=Hint([*speech.according_after, *speech.according_before]),
        oblique=re.compile(speech.oblique),
        contrast=_optional(speech.contrast, r"\b"),
        joined=_optional(speech.joined),
        pronoun=re.compile(rf"\b(?:{pronouns})\b"),
        pronoun_before=re.compile(rf"\b(?:{pronouns})(?: (?:{speech.pronoun_adverbs}))? $"),
        plain_pronouns=frozenset(speech.plain_pronouns),
        articles=frozenset(speech.articles),
        people_ending=re.compile(speech.people_ending or r"(?!)"),
        peoples=frozenset(language.lower(w) for forms in language.names.peoples.values() for w in forms),
        organs=_optional(speech.organs),
        offices=speech.offices,
        apposition=speech.verb_first,
        attached=_optional(speech.attached, "$"),
        definite=re.compile(
            rf"\b(?:(?P<it>{any_of(speech.body_pronouns)})|(?:{any_of(speech.articles)}) (?P<noun>\w+))"
            rf"(?: (?:{speech.pronoun_adverbs or NEVER}))? $"
        ),
        against=_against(speech.clause_conjunctions),
        finite=_optional(speech.finite and rf"\b(?:{any_of(speech.finite)})(?!\w)"),
        no_names=frozenset(language.names.not_names),
        verb_then_subject=re.compile(r" (?:[^\W\d_][\w-]*\.? ){0,5}"),
    )
