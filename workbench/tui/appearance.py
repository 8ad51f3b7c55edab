"""How verdicts, severities and states look: a sign and a word each, so that no colour stands alone.

The palette is Okabe and Ito's, which people with any common colour blindness tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content
from textual.theme import BUILTIN_THEMES, Theme

from workbench.models import Severity, Status, Verdict
from workbench.told import signs
from workbench.words import _

SHADES = {"muted": "#8E98A6", "faint": "#66707D"}
"""Text of less weight, by the names that the style sheets use; each theme has its own."""
THEMES = (
    Theme(
        name="workbench",
        primary="#56B4E9",
        secondary="#CC79A7",
        success="#2DB892",
        warning="#E69F00",
        error="#F07F3C",
        accent="#F0E442",
        foreground="#D6DAE0",
        background="#13161B",
        surface="#191D24",
        panel="#232933",
        dark=True,
        variables=SHADES,
    ),
    Theme(
        name="workbench-light",
        primary="#005F99",
        secondary="#8F3F71",
        success="#00694C",
        warning="#8A5300",
        error="#A63A00",
        accent="#5B3A8C",
        foreground="#1B1F24",
        background="#FBFAF7",
        surface="#F1EFEA",
        panel="#E2DFD8",
        dark=False,
        variables={"muted": "#56606B", "faint": "#7A838D"},
    ),
    replace(
        BUILTIN_THEMES["ansi-dark"],
        name="workbench-ansi",
        primary="ansi_blue",
        secondary="ansi_magenta",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        accent="ansi_cyan",
        panel="ansi_black",
        variables={
            **BUILTIN_THEMES["ansi-dark"].variables,
            "muted": "ansi_default",
            "faint": "ansi_bright_black",
        },
    ),
)
"""Dark, light, and the terminal's own sixteen colours."""
DEFAULT_THEME = THEMES[0].name


@dataclass(frozen=True, slots=True)
class Look:
    """A sign, its word (as the catalogues know it) and the colour that goes with them."""

    sign: str
    word_text: str
    style: str

    @property
    def word(self) -> str:
        """In the reader's language."""
        return _(self.word_text)

    @property
    def text(self) -> str:
        return f"{self.sign} {self.word}"

    @property
    def content(self) -> Content:
        return Content.styled(self.text, self.style)


def _look(sign: signs.Sign, style: str) -> Look:
    return Look(sign.sign, sign.word_text, style)


SEVERITIES: dict[Severity, Look] = {
    "high": _look(signs.SEVERITIES["high"], "bold $error"),
    "medium": _look(signs.SEVERITIES["medium"], "$warning"),
    "low": _look(signs.SEVERITIES["low"], "$muted"),
}
VERDICTS: dict[Verdict, Look] = {
    "conflict": _look(signs.VERDICTS["conflict"], "bold $foreground"),
    "tension": _look(signs.VERDICTS["tension"], "$foreground"),
    "superseded": _look(signs.VERDICTS["superseded"], "$muted"),
}
STATUSES: dict[Status, Look] = {
    "open": _look(signs.STATUSES["open"], "$primary"),
    "reopened": _look(signs.STATUSES["reopened"], "bold $primary"),
    "resolved": _look(signs.STATUSES["resolved"], "$success"),
    "dismissed": _look(signs.STATUSES["dismissed"], "$muted"),
    "deferred": _look(signs.STATUSES["deferred"], "$secondary"),
}
DISPUTED = _look(signs.DISPUTED, "bold $warning")
"""In the place of the status, where reviewers who did not know of each other decided otherwise."""
UNDECIDED: tuple[Status, ...] = ("open", "reopened")
"""The states that still ask for a decision."""
