"""page.toml: what news pages print around an article: datelines, lists of other stories, buttons."""

from __future__ import annotations

import msgspec


class Ago(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a page tells an article's age: a number, one of `units`, one of `words` ("8 ay önce")."""

    units: list[str] = []
    words: list[str] = []


class Credits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a page says from whom its text comes: "ANKARA (AA) -", "Source: Reuters"."""

    labels: list[str] = []
    """What stands before them in a line of their own, up to its colon."""


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases are compared without case and diacritics; every language's phrases hold on every page."""

    created_labels: list[str] = []
    """What stands before the day an article was first published."""
    updated_labels: list[str] = []
    """What stands before the day it was last changed."""
    correction_labels: list[str] = []
    """What begins a line in which an article says what was wrong in it, or that it was changed."""
    dateline_words: list[str] = []
    """Words that may stand in a dateline besides the date, the time and the weekday."""
    clock_marks: list[str] = []
    """What follows a time of day: zones, "am" and "pm"."""
    sections: list[str] = []
    """Names of a site's sections, which stand above an article or beside a stamp."""
    list_heads: list[str] = []
    """Whole lines that open a list of other stories; the list goes on to the next full paragraph."""
    lines: list[str] = []
    """Whole lines that belong to the page."""
    starts: list[str] = []
    """How short lines begin that belong to the page."""
    buttons: list[str] = []
    """Words on buttons and counters: a short line made of them only belongs to the page."""
    share_acts: list[str] = []
    """Those of the buttons' words that pass a story on: two of them make a short line the page's."""
    byline_starts: list[str] = []
    """What stands before an author's name."""
    link_starts: list[str] = []
    """How a line begins that links to another story in the middle of an article."""
    forward_words: list[str] = []
    """Words before a date that lies ahead of the publication ("önümüzdeki 2 Haziran")."""
    next_week: list[str] = []
    """Phrases for the week after that of the publication."""
    name_prefixes: list[str] = []
    """Capitalised beginnings of names that carry on with another capital ("McDonald")."""
    name_endings: list[str] = []
    """Capitalised second halves of names written as one word ("VakıfBank")."""
    domain_ends: list[str] = []
    """Last parts of web addresses, which follow a full stop without a space."""
    ago: Ago = Ago()
    credits: Credits = Credits()
