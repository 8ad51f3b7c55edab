"""An article that a reader has found, to a Source: its text, title, language, blocks and day."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.languages.loader import load_or_neutral
from workbench.models import DateSign, Publication, Source
from workbench.publishers import publisher_of
from workbench.sources.blocks import cut_parts, dated_blocks
from workbench.sources.date_signs import file_name_signs, url_signs
from workbench.sources.decoding import clean
from workbench.sources.documents import Article, Document, Known, Limits, only_article
from workbench.sources.gathering import is_url
from workbench.sources.language import detect_language
from workbench.sources.publication import choose_publication
from workbench.sources.registry import reader_named
from workbench.sources.rows import read_rows


def source_from_article(
    article: Article, *, published: date | None = None, code: str | None = None
) -> Source:
    """The source that an article is. A title that does not begin its text is set above it.

    `published` and `code` (of the language) are what the user says of it; its address and its file's name
    tell of its day, too. Raises SourceError where there is no text, LanguageError where there is no such
    language pack.
    """
    day = date.fromisoformat(article.retrieval.at[:10]) if article.retrieval else None
    return _made(article, published, code, learnt=False, today=day)


def _made(
    article: Article, published: date | None, code: str | None, *, learnt: bool, today: date | None
) -> Source:
    """The source; where all has been `learnt`, its address and its file's name tell nothing more."""
    known = article.known
    text, title = clean(article.text).strip("\n"), " ".join(clean(known.title or "").split())
    if not text.strip():
        raise SourceError(
            "Nothing to read", f"{article.name} holds no visible text", "Give a file with an article's text."
        )
    if title and not _begins(text, title):
        text = f"{title}\n\n{text}"
    code = code or detect_language(text, known.language)
    source = source_from_text(
        text,
        file=article.name,
        data=article.original,
        encoding=article.encoding,
        published=published,
        code=code,
        signs=known.signs if learnt else (*known.signs, *_outer_signs(article, code)),
        today=today,
    )
    return replace(
        source,
        title=title or source.title,
        publisher=_tidy(known.publisher) or _publisher_at(known.url),
        author=_tidy(known.author),
        url=known.url,
        format=article.format,
    )


def _outer_signs(article: Article, code: str) -> tuple[DateSign, ...]:
    """What its address and its file's name tell of its day, by its language's order of day and month."""
    month_first = load_or_neutral(code).calendar.numeric_order == "mdy"
    by_name = () if is_url(article.name) else file_name_signs(article.name, month_first=month_first)
    return (*url_signs(article.known.url, month_first=month_first), *by_name)


def source_from_text(
    text: str,
    *,
    file: str,
    data: bytes | None = None,
    encoding: str = "utf-8",
    published: date | None = None,
    code: str | None = None,
    signs: tuple[DateSign, ...] = (),
    today: date | None = None,
) -> Source:
    """The article in `text`, which is clean already; `data` is what it was decoded from.

    `published` and `code` (of the language) are what is known beforehand, `signs` what tells its day beside
    the text; else the text tells. It appeared by `today` (default: the current day). Raises LanguageError
    where there is no such language pack.
    """
    code = code or detect_language(text)
    language = load_or_neutral(code)
    rows = read_rows(text, language)
    if published:
        signs = (DateSign("given", published, published, "day", ""), *signs)
    publication, signs = choose_publication(text, rows, language, signs, today=today)
    blocks = dated_blocks(text, cut_parts(text, rows, language), publication.best if publication else None)
    title = next((block for block in blocks if block.kind == "title"), None)
    original = text.encode(errors="surrogatepass") if data is None else data
    sha256 = hashlib.sha256(original).hexdigest()
    return Source(
        id=id_of(original),
        file=file,
        title=text[title.start : title.end] if title else None,
        publisher=None,
        published=publication,
        language=code,
        url=None,
        sha256=sha256,
        encoding=encoding,
        text=text,
        original=original,
        blocks=blocks,
        signs=signs,
    )


def id_of(original: bytes) -> str:
    """The id of the source that is read from these bytes."""
    return f"s{hashlib.sha256(original).hexdigest()[:16]}"


def read_again(source: Source) -> Source:
    """The source as today's readers read its original. Raises SourceError where they no longer can.

    What the original itself does not say was learnt at the import, and stays.
    """
    # A title that was known beforehand begins the text; any other one the text told itself.
    title = source.title if source.title and _begins(source.text, source.title) else None
    known = Known(title, source.publisher, source.author, source.url, signs=source.signs)
    reader = reader_named(source.format)
    document = Document(source.file, source.original, f"; charset={source.encoding}", known)
    article = only_article(reader.read(document, Limits(document=len(source.original))), source.file)
    if source.format == "text":
        # A text tells its own title: what was read of it once is not known from elsewhere.
        article = replace(article, known=replace(known, title=None))
    return _made(article, None, None, learnt=True, today=None)


def described(source: Source, code: str, publication: Publication | None, *, dated: bool) -> Source:
    """The source read as of another language, and (`dated`) as published on a day that somebody set.

    Its text stays; its blocks are cut anew. Raises LanguageError where the pack is malformed.
    """
    language = load_or_neutral(code)
    rows = read_rows(source.text, language)
    signs = source.signs
    if not dated:
        publication, signs = choose_publication(source.text, rows, language, signs)
    blocks = dated_blocks(
        source.text, cut_parts(source.text, rows, language), publication.best if publication else None
    )
    return replace(source, language=code, published=publication, blocks=blocks, signs=signs)


def _publisher_at(url: str | None) -> str | None:
    """The outlet whose address it is; a platform has published nothing that stands on it."""
    found = publisher_of(url)
    return found.name if found and found.kind != "social" else None


def _begins(text: str, title: str) -> bool:
    return fold(" ".join(text[: 4 * len(title)].split())).startswith(fold(title))


def _tidy(name: str | None) -> str | None:
    return " ".join(clean(name or "").split()) or None
