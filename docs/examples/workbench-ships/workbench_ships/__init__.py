"""What the workbench is given: see the entry points in pyproject.toml."""
