"""Web pages as bytes to their article's text and what the page tells of it.

Everything here is imported when a page is read, never before: it needs lxml and trafilatura.
"""
