"""speech.toml: who says it, and where one clause ends and the next begins."""

from __future__ import annotations

import msgspec

from workbench.languages.schema.patterns import NEVER, Regex, Tail


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    verbs: list[Regex]
    """Regular expressions of reporting verbs in any form, on lower-cased text."""
    acts: list[Regex] = []
    """Verbs that do something by saying it ("önerdi", "demanded"): their subject speaks and takes part."""
    passive: list[Regex] = []
    """Reporting verbs that name no speaker ("bildirildi"), each matching the whole verb."""
    participles: list[Regex] = []
    """Reporting participles that stand directly before the speaker ("hatırlatan Lavrov")."""
    done_participle: Tail = ""
    """Any participle, matched before a speaker's name ("gelen Kaya"); "" for none."""
    medium: list[Regex] = []
    """What words are said in, with its case and comma ("açıklamada,"): what is said begins behind it."""
    content: Tail = ""
    """A form that only what is said has ("-dığını"); "" where there is none."""
    grounds: list[Regex] = []
    """Ends of a scene that is a ground of what is said ("sonucunda"), not the occasion of saying it."""
    deeds: list[Regex] = []
    """Verbs of meeting, as they end a clause before the main verb ("arayarak")."""
    asked: list[Regex] = []
    """What stands behind a quotation that was put to the speaker ("şeklindeki sorusuna")."""
    while_ends: Tail = ""
    """End of a clause whose subject may be another than the main clause's ("-ken"); "" for none."""
    hearsay: list[Regex] = []
    """Reporting verbs whose source nobody names ("öne sürüldü")."""
    reported: list[Regex] = []
    """Verb forms of reported speech: a sentence with one and no speaker goes on with the last one's words."""
    informs: list[Regex] = []
    """Words that say that a statement was made, not what it says ("açıklama geldi")."""
    introduces: list[Regex] = []
    """What ends in a colon and introduces someone's words ("şunları söyledi:", "He added:")."""
    headline_from: list[Regex] = []
    """What follows the name of a heading's speaker, up to the heading's end ("'den ... çağrısı")."""
    opening: Tail = ""
    """A subject of common nouns that opens its sentence and is set off ("balıkçılar ise"); "" for none."""
    awaits_verb: Tail = ""
    """End of a clause that waits for the next one's verb ("kurulmasını, ... önerdi"); "" for none."""
    told_in: list[Regex] = []
    """A passive participle with what the words stood in ("kaydedilen açıklamada"), a clause's end."""
    bare: Tail = ""
    """Reporting verbs that say nothing without a quotation or a clause ("açıklama yaptı"); "" for none."""
    speaker_heads: Tail = ""
    """Last words of a body's name, lower-cased, that speaks though no table knows it; "" for none."""
    speaker_joints: Tail = ""
    """Words that join two of the words before it ("Sağlık ve Sosyal ..."), or empty."""
    nominalised: list[Regex] = []
    """Reporting verbs made a noun, whose own subject stands in the genitive ("Kiev'in açıkladığını")."""
    genitive: Tail = ""
    """Ending of a name that is the subject of a nominalised verb; "" where the language has none."""
    according_after: list[Regex] = []
    """What follows a name that is cited ("'e göre"), matched from the name's end."""
    according_before: list[Regex] = []
    """What stands directly before a name that is cited ("according to ")."""
    oblique: Regex = NEVER
    """Ending, matched from a name's end, that makes it no subject of a sentence."""
    contrast: list[Regex] = []
    """What follows a name that says something else than the one before it ("ise")."""
    joined: list[Regex] = []
    """What stands between two subjects of one verb (" ve ")."""
    verb_first: bool = False
    """True where the verb follows its subject closely ("Lavrov said that ..."); else it ends the sentence."""
    attached: Tail = ""
    """What stands right before a name that only belongs to the subject ("of the "), or empty."""
    clause_ends: list[Regex] = []
    """A clause ends behind a match."""
    clause_starts: list[Regex] = []
    """A clause starts at a match."""
    clause_conjunctions: list[Regex] = []
    """What starts a clause where a subject and a finite verb follow, and a finite verb stands before."""
    clause_timings: list[Regex] = []
    """Conjunctions of time ("after"): a cut where both sides have a finite verb and a date of their own."""
    relatives: list[Regex] = []
    """What opens a relative clause ("which")."""
    same_time: Regex = NEVER
    """What opens a clause that tells of the time of the one before it ("on May 16, when they met")."""
    clause_openers: list[Regex] = []
    """Conjunctions that set a clause at the head of the sentence against the next ("while")."""
    finite: list[Regex] = []
    """Finite verbs, whole words, in a language whose clauses are known by having one; else none."""
    not_clause_ends: list[str] = []
    """Words that look like a clause's end but are not ("sahip", "olarak")."""
    attributive_date: Tail = ""
    """Ending of a date that belongs to the noun behind it ("13 Temmuz'daki", "Friday's"), or empty."""
    date_follows: bool = False
    """True where a date stands behind the words of its event ("sank on 8 November"), False where before."""
    scene_during: list[Regex] = []
    """What follows an event noun that only sets the scene of what is said ("sırasında", locative)."""
    scene_after: list[Regex] = []
    """What follows an event noun that the clause's own event comes before or after ("ardından")."""
    scene_object: list[Regex] = []
    """Endings of an event's proper name that make it what others talk about ("Zirvesi'ni ele aldı")."""
    scene_about: list[Regex] = []
    """What follows an event noun that others only spoke about (" konusunda")."""
    scene_before: list[Regex] = []
    """Words before an event noun that do so ("after", "following")."""
    pluperfect: list[Regex] = []
    """Verb forms of what lay further back than the report itself ("-mıştı", "had")."""
    pronoun_adverbs: Tail = ""
    """What may stand between such a word and the verb behind it ("also"), or empty."""
    pronouns: list[Regex] = []
    """Regular expressions of what stands for a speaker named before ("he", "rus lider")."""
    plain_pronouns: list[str] = []
    """Those among them that say nothing of an office ("he")."""
    articles: list[str] = []
    """Words before an office that are no part of it ("the")."""
    people_ending: Regex = NEVER
    """Ending that makes a country the adjective of its people ("Ukraynalı bakan"); "" for none."""
    organs: Tail = ""
    """What behind a people's adjective makes it its state ("Rus tarafı"); "" where anything does."""
    body_pronouns: list[Regex] = []
    """What stands for a body that spoke before ("it", "the statement"), right before its verb."""
    offices: dict[str, list[str]] = {}
    """A word of office to those it may stand for ("lider": "devlet başkanı"); none where it fits anyone."""
    separators: list[Regex] = []
    """What stands between coordinated statements with dates or sources of their own."""
