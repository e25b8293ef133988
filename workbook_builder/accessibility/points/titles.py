"""What a sheet is: its name, its title, the sentence that says what it holds; and the cover."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.blocks import blocks
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_cell, on_sheet
from workbook_builder.accessibility.workbook import Sheet, Workbook
from workbook_builder.problems import quoted

_DEFAULT_NAME = re.compile(r"(sheet|tabelle|worksheet|chart) ?\d*( \(\d+\))?|.* \(\d+\)|copy of .*", re.IGNORECASE)
_HEADING = re.compile(r"(heading|title|überschrift)\b.*", re.IGNORECASE)
_TABLES = re.compile(
    r"(?:\b(?P<number>no|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+)?)?\btables?\b",
    re.IGNORECASE,
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CHARTS = re.compile(r"\b(chart|graph|figure)s?\b", re.IGNORECASE)
_CONTACT = re.compile(r"@\w|\b(contact|telephone|phone|e-?mail)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_A1, _A2 = Area(0, 0, 0, 0), Area(1, 0, 1, 0)


def _names(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if _DEFAULT_NAME.fullmatch(sheet.name) or not sheet.name.strip():
            yield on_sheet(sheet, f"the name {quoted(sheet.name)} says nothing")
        elif sheet.name != sheet.name.strip():
            yield on_sheet(sheet, "spaces around the name")


def _titles(workbook: Workbook) -> Iterator[Place]:
    seen: dict[str, str] = {}
    for sheet in (one for one in workbook.sheets if one.filled or one.drawn):
        title = " ".join(sheet.text(0, 0).split())
        if len(title) < 3:
            yield on_area(sheet, _A1, "no title in A1")
        elif title.casefold() in seen:
            yield on_area(sheet, _A1, f"the same title as on sheet {seen[title.casefold()]}")
        seen.setdefault(title.casefold(), sheet.name)


def _plain_titles(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        title = sheet.cell(0, 0)
        if title and title.text and not _HEADING.fullmatch(title.look.style):
            font, usual = title.look.font, _usual_size(sheet)
            if not font.is_bold and font.size <= usual:
                yield on_cell(
                    sheet, title, f"the title looks like any text: {font.size:g} points, not bold, no heading style"
                )


def _usual_size(sheet: Sheet) -> float:
    sizes = Counter(cell.look.font.size for cell in sheet.filled)
    return sizes.most_common(1)[0][0]


def _descriptions(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if sheet.filled or sheet.drawn:
            said, tables = sheet.text(1, 0), blocks(sheet)
            stands = tables[0].area.top > 1 if tables else True
            if not said or not stands:
                yield on_area(sheet, _A2, "no sentence in A2 says what the sheet holds")
            elif tables and not _says_tables(said, len(tables)):
                yield on_area(sheet, _A2, f"A2 does not say that the sheet holds {_counted(len(tables))}")
            elif any(drawn.kind == "chart" for drawn in sheet.drawn) and not _CHARTS.search(said):
                yield on_area(sheet, _A2, "A2 does not say that the sheet holds a chart")


def _counted(number: int) -> str:
    return "a table" if number == 1 else f"{number} tables"


def _says_tables(text: str, number: int) -> bool:
    """Whether a text speaks of tables, and of as many as there are where it gives a number."""
    found = [one["number"] for one in _TABLES.finditer(text)]
    stated = [_as_number(one.casefold()) for one in found if one]
    return bool(found) and (not stated or number in stated)


def _as_number(word: str) -> int:
    return int(word) if word.isdecimal() else 1 if word in ("a", "an") else _NUMBERS.index(word)


def _cover(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.visible[:1]:
        texts = [cell.text for cell in sheet.filled]
        if not any(map(_CONTACT.search, texts)):
            yield on_sheet(sheet, "the first sheet does not say whom to ask (contact, email or telephone)")
        if not any(map(_YEAR.search, texts)):
            yield on_sheet(sheet, "the first sheet does not say of when the figures are")


POINTS = (
    Point(
        "sheet_names",
        True,
        Source.SHEET_NAMES,
        "Each sheet has a name or number of its own.",
        "Fails on default names (Sheet1), on copies (Data (2)) and on spaces around a name. That no two are the same "
        "the format sees to.",
        _names,
    ),
    Point(
        "title",
        True,
        Source.TITLES,
        "Each sheet has a title of its own in A1.",
        "Fails on a sheet without a text in A1, and on a title that another sheet has, too.",
        _titles,
    ),
    Point(
        "title_format",
        True,
        Source.TITLES,
        "A title is formatted as one.",
        "Fails on a text in A1 that has no heading style, is not bold and no larger than the sheet's other texts.",
        _plain_titles,
    ),
    Point(
        "description",
        True,
        Source.COLUMN_A,
        "A2 says what the sheet holds.",
        "Fails without a text in A2; on a sheet with tables, marked or not, it must speak of tables and give no "
        "other number of them than there are; on one with charts it must speak of a chart.",
        _descriptions,
    ),
    Point(
        "cover",
        False,
        Source.GUIDANCE,
        "The first sheet is a cover: whom to ask, of when it is.",
        "Fails where no text of the first visible sheet has an email address or speaks of a contact, or none "
        "names a year.",
        _cover,
    ),
)
