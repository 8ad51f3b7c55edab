"""One form for all the addresses under which one page is found, so that it is known again."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

_SPARE = frozenset({"www", "m", "mobile", "mobil", "amp", "wap"})
"""First labels of a host name that choose how the same pages are laid out."""
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|itm|hsa|vero|oly|wt|at|mc|ga|stm)_\w+|_(?:ga|gl|hsenc|hsmi|openstat)"
    r"|(?:fb|g|d|y|tw|tt|msclk|ms|li_fat_|ysc)cl(?:k)?id|gbraid|wbraid|msclkid|srsltid|igshid|igsh|mkt_tok"
    r"|ref|ref_(?:src|url)|cmpid|ocid|smid|smtyp|xtor|ns_\w+|spm|share|__twitter_impression"
    r"|amp|outputtype|guccounter|guce_\w+",
    re.IGNORECASE,
)
"""Parameters that say who links to a page or how it is laid out, never which page it is (AdGuard's list of
general ones, as far as no site is known to name an article by them)."""
_FRONT = re.compile(r"/(?:(?:index|default)\.\w+)?", re.IGNORECASE)
_LAID_OUT = re.compile(r"^/amp(?=/.)|[/.]amp(?:\.html)?/?$", re.IGNORECASE)
_CACHED = re.compile(r"/[vc](?:/s)?/(?P<page>[^/]+\..+)")
_ARCHIVED = re.compile(r"/web/(?P<at>\d{14})\w*/(?P<page>https?:/{1,2}.+)", re.IGNORECASE)
_LONGEST = 4_000
"""Characters; no site names an article by more, and hostile addresses take no time."""
_ARCHIVE = "web.archive.org"
_AMP_CACHE = ".cdn.ampproject.org"


def canonical_address(url: str | None) -> str | None:
    """The form that all addresses of one page share, or None where the address names no article.

    Scheme, www, layouts for telephones, tracking, the fragment, the order of parameters and a last slash
    make no other page. A page kept by an archive is the page that it was made of. A site's front page, and
    what is no web address, names no article.
    """
    from w3lib.url import canonicalize_url

    if len(url or "") > _LONGEST:
        return None
    page = _behind(url or "")
    try:
        parts = urlsplit(canonicalize_url(page, keep_blank_values=True))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    path = _path(parts.path)
    kept = [one for one in parts.query.split("&") if one and not _TRACKING.fullmatch(_name(one))]
    if not kept and _FRONT.fullmatch(path or "/"):
        return None
    place = _host(host) + (f":{port}" if port not in (None, 80, 443) else "")
    return f"https://{place}{path or '/'}" + (f"?{'&'.join(kept)}" if kept else "")


def archived_at(url: str | None) -> str | None:
    """When an archive took the page behind its address, as an ISO 8601 timestamp in UTC; else None."""
    found = _archived(url or "")
    if found is None:
        return None
    try:
        return datetime.strptime(found["at"], "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return None


def _behind(url: str) -> str:
    """The address of the page itself, where this is that of a copy that an archive or a cache keeps."""
    url = url.strip()
    if found := _archived(url):
        return _behind(re.sub(r"^(https?:)/+", r"\1//", found["page"], flags=re.IGNORECASE))
    try:
        parts = urlsplit(url)
        cached = (parts.hostname or "").endswith(_AMP_CACHE) and _CACHED.fullmatch(parts.path)
    except ValueError:
        return url
    return f"https://{cached['page']}" if cached else url


def _archived(url: str) -> re.Match[str] | None:
    head, _, rest = url.strip().partition("://")
    host, _, path = rest.partition("/")
    if head.lower() not in ("http", "https") or host.lower() != _ARCHIVE:
        return None
    return _ARCHIVED.fullmatch(f"/{path}")


def _host(host: str) -> str:
    labels = host.strip(".").split(".")
    while len(labels) > 2 and labels[0] in _SPARE:
        labels = labels[1:]
    return ".".join(labels)


def _path(path: str) -> str:
    """The path without the parts that say how the page is laid out, and without a last slash."""
    before = None
    while path != before:
        before, path = path, _LAID_OUT.sub("", re.sub(r"/{2,}", "/", path)).rstrip("/")
    return path


def _name(parameter: str) -> str:
    named = parse_qsl(parameter, keep_blank_values=True)
    return named[0][0] if named else parameter
