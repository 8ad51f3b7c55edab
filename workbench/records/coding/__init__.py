"""What projects of event data ask of an event: who fought, where, how many died, what it is called there.

Their tables (`states.tsv`, `acled.toml`, `ged.toml`) are data; what no table and no claim tells is empty.
"""
