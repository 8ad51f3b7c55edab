"""Fits the weights of the matcher on annotated articles: `python -m tools.fitting`."""
