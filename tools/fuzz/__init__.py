"""Feeds every reader what nobody meant to write. Not a part of the program."""
