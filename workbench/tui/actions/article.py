"""What can be done in an article."""

from workbench.tui.actions.model import Rows
from workbench.tui.words import N_

ROWS: Rows = {
    "Move": (
        ("back", "escape backspace", N_("Back"), N_("Go back to where you came from."), 1),
        ("next_value", "right tab n", N_("Next passage"), N_("Go to the difference's next passage."), 2),
        ("previous_value", "left shift+tab N", N_("Previous passage"), N_("Go to the passage before."), 3),
        ("next_claim", "c", N_("Next claim"), N_("Scroll to the next claim of this article."), 4),
        ("previous_claim", "C", N_("Previous claim"), N_("Scroll to the claim before."), 0),
        ("line_down", "down j", N_("Down"), N_("Scroll one line down."), 0),
        ("line_up", "up k", N_("Up"), N_("Scroll one line up."), 0),
        ("screen_down", "pagedown space", N_("Page down"), N_("Scroll one page down."), 0),
        ("screen_up", "pageup", N_("Page up"), N_("Scroll one page up."), 0),
        ("top", "home g", N_("Top"), N_("Go to the top of the article."), 0),
        ("bottom", "end G", N_("Bottom"), N_("Go to the end of the article."), 0),
    ),
}
