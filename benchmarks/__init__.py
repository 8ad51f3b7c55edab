"""How long the things take that a reviewer waits for, at sizes that hurt: `python -m benchmarks`."""
