"""Loads a style file: how each meaning looks. Text that is hard to read is refused, whoever wrote the style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from workbook_builder.contrast import LEAST_CONTRAST, contrast
from workbook_builder.fonts import known_fonts
from workbook_builder.grid import Style, rating_styles
from workbook_builder.problems import Report, listed, quoted
from workbook_builder.specs.noted import STRICT, Field
from workbook_builder.specs.plain_kinds import AnyKind
from workbook_builder.style_files import choose_style, read_style, template_of
from workbook_builder.symbols import Symbols, check_marks

if TYPE_CHECKING:
    from workbook_builder.specs.document import Document

LEAST_LINE_CONTRAST = 3.0
_WHITE = "#FFFFFF"
_BENEATH = {
    **dict.fromkeys(rating_styles(), (Style.RAG, Style.RAG_PREVIOUS)),
    **dict.fromkeys((Style.TRAVEL_IMPROVED, Style.TRAVEL_WORSENED, Style.TRAVEL_SAME), (Style.TRAVEL,)),
}
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


@dataclass(frozen=True)
class CellLook:
    """How cells of one meaning look; what is left out is as in the meaning named by `like`, else plain."""

    __pydantic_config__ = STRICT
    like: Annotated[Style | None, Field(description="Another meaning, from which this one differs.")] = None
    size: Annotated[float | None, Field(ge=6, le=72, description="Font size in points.")] = None
    font: Annotated[str | None, Field(description="Its own font, for symbols.", min_length=1, max_length=31)] = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    color: Annotated[Colour | None, Field(description="Of the text.")] = None
    fill: Annotated[Colour | None, Field(description="Behind the text.")] = None
    border: Annotated[Colour | None, Field(description="Thin lines around the cell.")] = None
    align: Literal["left", "center", "right", "center_across"] | None = None
    wrap: Annotated[bool | None, Field(description="Whether long text is broken into lines.")] = None


@dataclass(frozen=True)
class PageMargins:
    """Margins of the printed page in centimetres."""

    __pydantic_config__ = STRICT
    side: Annotated[float, Field(ge=0.5, le=5)]
    top: Annotated[float, Field(ge=1, le=5)]
    bottom: Annotated[float, Field(ge=1, le=5)]


class When(Enum):
    """In which editions a page is shown."""

    DRAFTS = "drafts"
    ALWAYS = "always"
    NEVER = "never"


class Dash(Enum):
    """How a line is broken."""

    SOLID = "solid"
    DASH = "dash"
    LONG_DASH = "long_dash"
    DASH_DOT = "dash_dot"
    ROUND_DOT = "round_dot"
    SQUARE_DOT = "square_dot"


class Marker(Enum):
    """The shape of a line's points."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True)
class LineLook:
    """How a line of a chart looks."""

    __pydantic_config__ = STRICT
    color: Annotated[Colour, Field(description="Of the line and its points.")]
    dash: Annotated[Dash, Field(description="How it is broken; no other line so.")]
    marker: Annotated[Marker, Field(description="The shape of its points; no other line's.")]


@dataclass(frozen=True)
class ChartLooks:
    """How charts look, on white; their font is that of all text."""

    __pydantic_config__ = STRICT
    size: Annotated[float, Field(ge=6, le=20, description="Font size in points.")]
    title_size: Annotated[float, Field(ge=6, le=20, description="That of a chart's title.")]
    color: Annotated[Colour, Field(description="Of the text.")]
    grid: Annotated[Colour, Field(description="Of the frame and the lines behind.")]
    subject: Annotated[LineLook, Field(description="What a chart is about.")]
    beside: Annotated[tuple[LineLook, ...], Field(description="What is drawn beside it.", min_length=3, max_length=3)]

    @property
    def lines(self) -> tuple[LineLook, ...]:
        """Every line that a chart may have, what it is about first."""
        return (self.subject, *self.beside)


@dataclass(frozen=True)
class Looks:
    """The whole of a style file."""

    __pydantic_config__ = STRICT
    font: Annotated[str, Field(description="The font of all text.")]
    size: Annotated[float, Field(ge=6, le=20, description="Its size in points.")]
    margins_cm: PageMargins
    symbols: Symbols
    charts: ChartLooks
    cells: Annotated[dict[Style, CellLook], Field(description="Each meaning that a cell can have.")]
    like: Annotated[Literal["default"] | None, Field(description="The shipped style, of which keys are changed.")] = (
        None
    )
    checks_page: Annotated[When, Field(description="Where `checks` is shown: drafts, always, never.")] = When.DRAFTS
    sparklines: Annotated[bool, Field(description="Whether a line beside each latest figure draws its trend.")] = (
        False
    )
    opens_on: Annotated[AnyKind, Field(description="On which kind of page a workbook opens.")] = "exceptions"
    covering_template: Annotated[str, Field(description="A .docx in styles/: a template of the covering report.")] = (
        ""
    )

    def __getitem__(self, style: Style) -> CellLook:
        return self.cells[style]

    def colours(self, style: Style) -> Iterator[tuple[str, str]]:
        """Text and fill as they are seen; a conditional format without a fill is seen on those of its cells."""
        look = self.cells[style]
        beneath = [self.cells[cell] for cell in _BENEATH.get(style, ()) if cell in self.cells]
        for fill in dict.fromkeys([look.fill] if look.fill else [cell.fill for cell in beneath or [look]]):
            yield look.color or "#000000", fill or "#FFFFFF"


def load_style(project: Path, name: str = "", stated: str = "") -> Looks:
    """The style `styles/<name>.yaml`, over the shipped default; without a name the one that `choose_style` chooses.

    `stated` is the name that the scorecard states. Raises `ProblemsFound` with everything that is wrong in the file.
    """
    from workbook_builder.specs.validation import validate  # and with it pydantic

    report = Report()
    document = read_style(project, choose_style(project, name, stated), report)
    looks = validate(document, Looks, report) if document else None
    if document and looks:
        _check_likes(looks, document, report)
        looks = _resolved(looks)
        _check(looks, document, report)
        _check_charts(looks.charts, document, report)
        looks = replace(looks, covering_template=template_of(project, looks.covering_template, document, report))
    report.raise_if_any()
    assert looks is not None
    return looks


def _check_likes(looks: Looks, document: Document, report: Report) -> None:
    """What a file states is like a meaning above it, or one of the default, and never like itself in the end."""
    order = [crumb[1] for crumb in document.lines if len(crumb) == 2 and crumb[0] == "cells"]
    for style in (style for style in looks.cells if style.value in order):
        like, above = looks.cells[style].like, {*order[: order.index(style.value)], *(set(Style) - set(order))}
        if like and (like not in above or style in _bases(like, looks)):
            where = document.where(("cells", style.value, "like"))
            report.add(where, quoted(like.value), "a meaning that stands above", "move that meaning up")


def _bases(style: Style, looks: Looks) -> list[Style]:
    """A meaning, the one that it is like, and so on."""
    bases = [style]
    while (base := looks.cells[bases[-1]].like) and base not in bases:
        bases.append(base)
    return bases


def _resolved(looks: Looks) -> Looks:
    """Every meaning with what it takes over from those that it is `like`."""
    plain = {"size": looks.size, "font": looks.font, "color": "#000000", "align": "left"}
    cells = {}
    for style in looks.cells:
        stated = [vars(looks.cells[base]) for base in reversed(_bases(style, looks))]
        known = {key: value for look in stated for key, value in look.items() if value is not None}
        cells[style] = CellLook(**{**plain, **known})
    return replace(looks, cells=cells)


def _check(looks: Looks, document: Document, report: Report) -> None:
    arrows = {looks.symbols.improved, looks.symbols.worsened, looks.symbols.same}
    if len(arrows) < 3:
        where = document.where(("symbols",))
        report.add(where, "one arrow for two directions", "three arrows that differ in shape", "change one of them")
    check_marks(looks.symbols, document, report)
    if looks.font not in known_fonts():
        where, allowed = document.where(("font",)), listed(known_fonts())
        report.add(where, quoted(looks.font), allowed, "use a font whose widths are known")
    for style in looks.cells:
        for text, fill in looks.colours(style):
            if contrast(text, fill) < LEAST_CONTRAST:
                _report_contrast(document.where(("cells", style.value)), text, fill, report)


def _check_charts(charts: ChartLooks, document: Document, report: Report) -> None:
    """Lines are seen on white, and told apart where colours are not: each has a dash and a marker of its own."""
    if contrast(charts.color, _WHITE) < LEAST_CONTRAST:
        _report_contrast(document.where(("charts", "color")), charts.color, _WHITE, report)
    places: list[tuple[str | int, ...]] = [("charts", "subject"), *(("charts", "beside", n) for n in range(3))]
    for n, (line, place) in enumerate(zip(charts.lines, places, strict=True)):
        if (ratio := contrast(line.color, _WHITE)) < LEAST_LINE_CONTRAST:
            found = f"{line.color} on {_WHITE}: a contrast of {ratio:.2f} to 1"
            allowed = f"at least {LEAST_LINE_CONTRAST:g} to 1 (WCAG 2.2, criterion 1.4.11)"
            report.add(document.where((*place, "color")), found, allowed, "make the line darker")
        for key in ("dash", "marker"):
            look = getattr(line, key)
            if look in [getattr(other, key) for other in charts.lines[:n]]:
                where, found = document.where((*place, key)), f"{look.value} for a second line"
                report.add(where, found, f"a {key} of its own for each line", "use one that no other line has")


def _report_contrast(where: str, text: str, fill: str, report: Report) -> None:
    found = f"{text} on {fill}: a contrast of {contrast(text, fill):.2f} to 1"
    allowed = f"at least {LEAST_CONTRAST} to 1 (WCAG 2.2, criterion 1.4.3)"
    report.add(where, found, allowed, "make the text darker or lighter")
