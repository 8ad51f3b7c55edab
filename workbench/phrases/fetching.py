"""What is said of what cannot be had from the network."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

LEADS_TO = Phrase("{file} leads to {text}, which is {name}", "error", name="not public")
LOOPBACK = Phrase("this machine", "not public")
PRIVATE = Phrase("a private network", "not public")
LINK_LOCAL = Phrase("the neighbourhood of this machine", "not public")
MULTICAST = Phrase("no single machine", "not public")
RESERVED = Phrase("no place on the internet", "not public")
NO_PLACE = Phrase("{file} names no machine", "error")
OTHER_SCHEME = Phrase("{file} is neither http nor https", "error")
UNKNOWN_HOST = Phrase("nothing is known of {file}", "error")
MORE_THAN_SECONDS = Phrase("{file} took more than {number} seconds", "error")
SILENT_FOR = Phrase("{file} said nothing for {number} seconds", "error")
OVER_MEGABYTES = Phrase("{file} is over {number} MB", "error")
CUT_AFTER = Phrase("{file} broke off after {number} bytes", "error")
OTHER_CODING = Phrase("{file} is packed as {text}", "error")
DAMAGED_CODING = Phrase("{file} is packed as {text}, and damaged", "error")
ANSWERS = Phrase("{file} answers {number}", "error")
ASKS_TO_WAIT = Phrase("{file} asks for {number} seconds of patience", "error")
REDIRECTS = Phrase("{file} leads on more than {number} times", "error")
ROUND_AGAIN = Phrase("{file} leads back to itself", "error")
NOWHERE = Phrase("{file} leads on, but does not say where", "error")
DISALLOWED = Phrase("the robots.txt of {text} keeps programs from {file}", "error")
NO_RULES = Phrase("the robots.txt of {text} answers {number}", "error")
