"""The shape of a language pack: one struct a file, every key checked when it is read."""
