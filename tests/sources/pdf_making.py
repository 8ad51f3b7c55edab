"""PDF documents set by reportlab, with letters of Turkish."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

_FONTS = Path(reportlab.__file__).parent / "fonts"
for _name in ("Vera", "VeraBd"):
    pdfmetrics.registerFont(TTFont(_name, _FONTS / f"{_name}.ttf"))

WIDTH, HEIGHT = A4
TITLE = ParagraphStyle("title", fontName="VeraBd", fontSize=18, leading=22, spaceAfter=12)
HEADING = ParagraphStyle("heading", fontName="VeraBd", fontSize=9, leading=12, spaceBefore=6)
SPACED = ParagraphStyle("spaced", fontName="Vera", fontSize=10, leading=13, spaceAfter=8)
INDENTED = ParagraphStyle(
    "indented", fontName="Vera", fontSize=9, leading=11.5, alignment=TA_JUSTIFY, firstLineIndent=10
)
COLUMN = (50, 305)


def set_in_columns(
    over: str,
    flow: Sequence[tuple[str, ParagraphStyle]],
    *,
    columns: int = 1,
    head: str = "",
    **properties: Any,
) -> bytes:
    """A document with a title over all columns, a running head and the number of each page at its foot."""

    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Vera", 8)
        canvas.drawString(50, HEIGHT - 30, head)
        canvas.drawCentredString(WIDTH / 2, 25, f"Sayfa {document.page}")

    width = 240 if columns == 2 else WIDTH - 100
    body = [Frame(left, 50, width, HEIGHT - 200, 0, 0, 0, 0) for left in COLUMN[:columns]]
    later = [Frame(left, 50, width, HEIGHT - 100, 0, 0, 0, 0) for left in COLUMN[:columns]]
    held = io.BytesIO()
    document = BaseDocTemplate(held, pagesize=A4, **properties)
    top = Frame(50, HEIGHT - 140, WIDTH - 100, 90, 0, 0, 0, 0)
    document.addPageTemplates(
        [
            PageTemplate("first", [top, *body], onPage=decorate, autoNextPageTemplate="later"),
            PageTemplate("later", later, onPage=decorate),
        ]
    )
    document.build([Paragraph(over, TITLE), FrameBreak(), *(Paragraph(text, style) for text, style in flow)])
    return held.getvalue()


def drawn(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """A document whose pages are drawn by these functions, in 10 points."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, **options)
    for page in pages:
        canvas.setFont("Vera", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def lines(*texts: str, left: float = 50, top: float = 780, leading: float = 14) -> Callable[[Canvas], None]:
    """Draws lines below each other."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(left, top - leading * number, text)

    return draw
