"""A message as a PDF: its summary is the title, each page says what it is and which page."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, assert_never

from bot.messages.plain import lines_of
from bot.messages.vocabulary import (
    Bullets,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    Progress,
    Span,
    Table,
    Text,
)

if TYPE_CHECKING:
    from fpdf import FPDF

FONT = "DejaVu"
INK, ACCENT, QUIET = (34, 34, 34), (31, 78, 95), (110, 110, 110)
BODY, SMALL, HEAD, TITLE = 10.5, 8.5, 13.0, 18.0
MARGIN = 20
LINE = 1.5


def pdf(said: Message, made_at: datetime) -> bytes:
    """The whole message as a PDF, made at this moment; its buttons are left out.

    It takes about a second, so a server does this in a thread.
    """
    page = _Page(said.summary, made_at)
    page.title(said.summary)
    for part in said.parts:
        page.put(part)
    return page.finish()


class _Page:
    """The sheets of one document, filled from top to bottom."""

    def __init__(self, title: str, made_at: datetime) -> None:
        self._sheet = _sheet(title)
        self._sheet.set_creation_date(made_at)

    def finish(self) -> bytes:
        return bytes(self._sheet.output())

    def title(self, words: str) -> None:
        self._style(TITLE, ACCENT, bold=True)
        self._block(words, after=3)

    def put(self, part: Part) -> None:
        match part:
            case Heading(text):
                self._sheet.ln(2)
                self._style(HEAD, ACCENT, bold=True)
                self._block(text, after=1)
            case Paragraph(spans):
                self._spans(spans, BODY, INK)
            case Context(spans):
                self._spans(spans, SMALL, QUIET)
            case Bullets(items, ordered):
                for place, item in enumerate(items, start=1):
                    self._item(f"{place}." if ordered else "•", item)
                self._sheet.ln(2)
            case Facts(pairs):
                for name, value in pairs:
                    self._spans((Span(f"{name}: ", "bold"), Span(value)), BODY, INK, after=0.5)
                self._sheet.ln(2)
            case Table(title, columns, rows):
                self._table(title, columns, rows)
            case Chart() | Progress():
                for line in lines_of(part):
                    self._item("•", (Span(line),))
                self._sheet.ln(2)
            case Divider():
                self._sheet.ln(3)
            case Buttons():
                pass
            case _:
                assert_never(part)

    def _style(self, size: float, ink: tuple[int, int, int], *, bold: bool = False) -> None:
        self._sheet.set_font(FONT, "B" if bold else "", size)
        self._sheet.set_text_color(*ink)

    def _block(self, words: str, after: float = 2) -> None:
        height = self._sheet.font_size * LINE
        self._sheet.multi_cell(0, height, words, align="L", new_x="LMARGIN", new_y="NEXT")
        self._sheet.ln(after)

    def _spans(self, spans: Text, size: float, ink: tuple[int, int, int], after: float = 2) -> None:
        for span in spans:
            self._style(size, ACCENT if span.url else ink, bold=span.style == "bold")
            self._sheet.write(self._sheet.font_size * LINE, span.text, span.url)
        self._sheet.ln(self._sheet.font_size * LINE)
        self._sheet.ln(after)

    def _item(self, mark: str, spans: Text) -> None:
        sheet = self._sheet
        self._style(BODY, INK)
        sheet.cell(6, sheet.font_size * LINE, mark)
        left = sheet.l_margin
        sheet.set_left_margin(left + 6)
        self._spans(spans, BODY, INK, after=0.5)
        sheet.set_left_margin(left)
        sheet.set_x(left)

    def _table(self, title: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        from fpdf.enums import TableBordersLayout
        from fpdf.fonts import FontFace

        self._style(BODY, INK, bold=True)
        self._block(title, after=1)
        self._style(SMALL + 1, INK)
        sheet = self._sheet
        widths = tuple(_width(cells) for cells in zip(columns, *rows, strict=True))
        with sheet.table(
            col_widths=widths,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(emphasis="BOLD", color=ACCENT),
            line_height=sheet.font_size * LINE,
            text_align="LEFT",
            padding=1,
        ) as table:
            for row in (columns, *rows):
                table.row(row)
        sheet.ln(4)


def _width(cells: Sequence[str]) -> int:
    """The share of a column: by its longest words, within reason."""
    return min(40, max(8, *(len(cell) for cell in cells)))


def _sheet(title: str) -> "FPDF":
    """An empty sheet with our fonts and the foot of each page."""
    from fpdf import FPDF

    class Sheet(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(FONT, "", SMALL)
            self.set_text_color(*QUIET)
            self.cell(0, 6, f"{self._short()}   {self.page_no()} / {{nb}}", align="R")

        def _short(self) -> str:
            return title if len(title) <= 70 else f"{title[:69].rstrip()}…"

    sheet = Sheet(format="letter")
    sheet.set_title(title)
    sheet.set_margin(MARGIN)
    sheet.set_auto_page_break(True, margin=MARGIN)
    for style, name in _fonts():
        sheet.add_font(FONT, style, name)
    sheet.add_page()
    return sheet


@cache
def _fonts() -> tuple[tuple[str, str], ...]:
    """The files of our fonts, regular and bold; they come with the program."""
    folder = files("bot.content") / "fonts"
    found = []
    for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        with as_file(folder / name) as path:
            found.append((style, str(path)))
    return tuple(found)
