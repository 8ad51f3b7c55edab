"""Feeds asked again and again: when, what is new in them, and how far each has been read."""
