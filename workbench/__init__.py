"""workbench: find, explain and decide where news sources disagree."""

__version__ = "0.1.0"
