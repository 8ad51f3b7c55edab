"""Prints the text of docs/keys.md."""

import sys

from workbench.tui.actions import keys_document

sys.stdout.write(keys_document())
