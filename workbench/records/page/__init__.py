"""What people read of events: plain values that the page and the dossier of an editor are written from.

Everything here is in the reader's language (`words.speaking`) and holds article text as it stands; whoever
writes it down makes it harmless for the format.
"""
