"""What stands on the printed pages of a PDF: ratings and the colour behind each, text and sizes."""

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pdfplumber.page import Page

MISSING = "pdfplumber is not installed"
RATINGS = ("RED", "AMBER", "GREEN")

# As parts of the height of a word: a space is about 0.25, the gap between lines of a paragraph about 0.2.
WORD_GAP = 0.2
PHRASE_GAP = 0.5
LINE_GAP = 0.35


class RatedWord(NamedTuple):
    page: int  # counted from 1
    word: str  # RED, AMBER or GREEN
    fill: str | None  # as RRGGBB; None = nothing is filled behind the word


class Box(NamedTuple):
    """A place on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Sheet(NamedTuple):
    """One printed page: its size in points, its text and its ratings."""

    size: tuple[float, float]
    text: str  # what each cell shows on a line of its own, in the order drawn
    rated: list[RatedWord]


def available() -> bool:
    return importlib.util.find_spec("pdfplumber") is not None


def sheets(path: Path, about: str = "") -> list[Sheet]:
    """Read the PDF at `path` once; give back what stands on each of its pages, or on those that say `about`."""
    import pdfplumber

    found = []
    with pdfplumber.open(path) as document:
        for page in _saying(about, path, document.pages):
            size = (float(page.width), float(page.height))
            found.append(Sheet(size, "\n".join(_runs(page)), list(_rated(page))))
            page.close()
    return found


def _saying(text: str, path: Path, pages: list["Page"]) -> list["Page"]:
    """The pages that hold a text, by a quicker reader: to take a page apart takes a fifth of a second."""
    import pypdfium2

    if not text:
        return pages
    with pypdfium2.PdfDocument(path) as document:
        return [
            page for page, quick in zip(pages, document, strict=True) if text in quick.get_textpage().get_text_range()
        ]


def rated_words(path: Path) -> list[RatedWord]:
    """The words RED, AMBER and GREEN that stand alone in a cell, with the colour behind each."""
    return [rated for sheet in sheets(path) for rated in sheet.rated]


def page_texts(path: Path) -> list[str]:
    """The text of each page, each piece that was drawn at once on its own line."""
    return [sheet.text for sheet in sheets(path)]


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """The width and height of each page in points (A4 landscape is 842 by 595)."""
    return [sheet.size for sheet in sheets(path)]


def _runs(page: "Page") -> Iterator[str]:
    """The pieces of text that were drawn at once, so that texts printed over each other stay apart."""
    run, last = "", None
    for char in page.chars:
        box = _box(char)
        if last and not _follows(last, box):
            yield run
            run = ""
        run, last = run + char["text"], box
    yield run


def _follows(one: Box, other: Box) -> bool:
    height = one.bottom - one.top
    return abs(other.bottom - one.bottom) < LINE_GAP * height and abs(other.left - one.right) < PHRASE_GAP * height


def _rated(page: "Page") -> Iterator[RatedWord]:
    words = [(word["text"], _box(word)) for word in page.extract_words(x_tolerance_ratio=WORD_GAP)]
    boxes = [box for _, box in words]
    edges = [_box(edge) for edge in page.edges]
    for text, box in words:
        if text in RATINGS and _alone(box, boxes, edges):
            yield RatedWord(page.page_number, text, _fill_behind(box, page.rects))


def _box(thing: dict[str, Any]) -> Box:
    return Box(*(float(thing[side]) for side in ("x0", "top", "x1", "bottom")))


def _alone(word: Box, others: Iterable[Box], edges: list[Box]) -> bool:
    """Whether no other word is part of the same phrase or paragraph, unless a cell's edge lies between."""
    return not any(
        other != word and _together(word, other) and not _edge_between(word, other, edges) for other in others
    )


def _together(one: Box, other: Box) -> bool:
    height = one.bottom - one.top
    aside = max(other.left - one.right, one.left - other.right)
    apart = max(other.top - one.bottom, one.top - other.bottom)
    return (apart < 0 and aside < PHRASE_GAP * height) or (aside < 0 and apart < LINE_GAP * height)


def _edge_between(one: Box, other: Box, edges: list[Box]) -> bool:
    """Whether a line crosses the way from the middle of one word to the middle of the other."""
    (x, y), (x2, y2) = _middle(one), _middle(other)
    left, right, top, bottom = min(x, x2), max(x, x2), min(y, y2), max(y, y2)
    return any(
        edge.left <= right and edge.right >= left and edge.top <= bottom and edge.bottom >= top for edge in edges
    )


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _fill_behind(word: Box, rectangles: Iterable[dict[str, Any]]) -> str | None:
    """The colour of the filled rectangle drawn last around the middle of the word."""
    x, y = _middle(word)
    colour = None
    for rectangle in rectangles:
        box = _box(rectangle)
        if rectangle["fill"] and box.left <= x <= box.right and box.top <= y <= box.bottom:
            colour = _hex(rectangle["non_stroking_color"])
    return colour


def _hex(colour: object) -> str | None:
    """A grey or RGB colour with parts from 0 to 1, as RRGGBB; None for anything else."""
    parts = colour if isinstance(colour, tuple) else (colour,)
    parts = parts * 3 if len(parts) == 1 else parts
    if len(parts) != 3 or not all(isinstance(part, int | float) for part in parts):
        return None
    return "".join(f"{round(part * 255):02X}" for part in parts)
