"""The report as a workbook, which itself passes every point that it reports on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from workbook_builder.accessibility.judging import Judgement
from workbook_builder.accessibility.language import with_language
from workbook_builder.accessibility.telling import counted, where
from workbook_builder.fonts import wrapped
from workbook_builder.problems import without_control

_COVER, _CONTENTS, _POINTS, _FOUND = "Cover", "Contents", "Points", "Found"
_CREATED = datetime(2024, 1, 1)  # a fixed one: the same judgement gives the same bytes
_MOST_PLACES, _LONGEST = 20, 1000
_MOST_ROWS = 100_000
_WHOLE_FILE = "The whole file"
_POINT_COLUMNS = {"Point": 20, "Weight": 14, "Result": 24, "What must be so": 80, "Item of the checklist": 60}
_FOUND_COLUMNS = {"Point": 20, "Weight": 14, "Result": 24, "Sheet and cells": 45, "What was found": 80}
_BRACKETS = re.compile(r"[\[(]([^\[\]()]*)[\])]")
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_READ = " .,;:!?'\"-#%&+=/_<>£$"
_A4 = 9
_LINE_HEIGHT, _TITLE_HEIGHT, _HIGHEST = 16.5, 24.0, 409.0  # points; Excel allows no more than 409
_PIXELS_PER_CHARACTER, _PADDING = 7, 8
_TEXT = {"font_name": "Arial", "font_size": 12, "text_wrap": True, "valign": "top"}


def report(judgement: Judgement) -> bytes:
    """The workbook: a cover, contents, all points, and everything that was found."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    title = f"Accessibility of {without_control(judgement.file)}"
    book.set_properties({"title": title, "subject": "Accessibility report", "created": _CREATED})
    writing = _Writing(book)
    writing.cover(title, judgement)
    sheets = {_POINTS: "Every point of the checklist", _FOUND: "Everything that was found, and where"}
    writing.contents(sheets)
    writing.table(_POINTS, "Points of the checklist", "Checklist_points", _POINT_COLUMNS, _points(judgement))
    found = _found(judgement)[:_MOST_ROWS]
    writing.table(_FOUND, "What was found", "What_was_found", _FOUND_COLUMNS, found)
    book.close()
    return with_language(file.getvalue(), "en-GB")


def _weight(is_essential: bool) -> str:
    return "essential" if is_essential else "desirable"


def _points(judgement: Judgement) -> list[list[str]]:
    return [
        [
            one.point.id,
            _weight(one.point.is_essential),
            one.verdict.value,
            one.point.rule,
            one.point.source.value,
        ]
        for one in judgement.points
    ]


def _found(judgement: Judgement) -> list[list[str]]:
    return [
        [
            one.point.id,
            _weight(one.point.is_essential),
            found.verdict.value,
            where(found, _MOST_PLACES) or _WHOLE_FILE,
            in_letters(found.found),
        ]
        for one in judgement.points
        for found in one.found
    ]


def in_letters(text: str) -> str:
    """A text whose signs are called by their names: what is quoted of a workbook must not fail here in turn."""
    plain = _BRACKETS.sub(r"\1 in brackets", _ADDRESS.sub("web address ", text))
    return " ".join("".join(one if one in _READ or one.isalnum() else _called(one) for one in plain).split())


def _called(sign: str) -> str:
    return f" {unicodedata.name(sign, 'a sign without a name').casefold()} "


class _Writing:
    """Writes the sheets with the few formats that they have."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.title = book.add_format({**_TEXT, "bold": True, "font_size": 16})
        self.text = book.add_format(_TEXT)
        self.heading = book.add_format({**_TEXT, "bold": True})
        self.link = book.add_format({**_TEXT, "font_color": "#0B5394", "underline": 1})

    def begun(self, name: str, title: str, said: str, widths: Sequence[int]) -> Any:
        """A sheet with its title and the sentence that says what it holds."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.text)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_row(0, _TITLE_HEIGHT)
        sheet.set_row(1, _LINE_HEIGHT)
        sheet.write_string(0, 0, title, self.heading_of(widths))
        sheet.write_string(1, 0, said, self.text if len(widths) == 1 else self.unwrapped())
        return sheet

    def heading_of(self, widths: Sequence[int]) -> Any:
        """Titles run on over the columns of a table, and are wrapped where there is one column only."""
        if len(widths) == 1:
            return self.title
        return self.book.add_format({**_TEXT, "bold": True, "font_size": 16, "text_wrap": False})

    def unwrapped(self) -> Any:
        """The format of a line that runs on over the columns of a table."""
        return self.book.add_format({**_TEXT, "text_wrap": False})

    def cover(self, title: str, judgement: Judgement) -> None:
        """The first sheet: how many points came to what."""
        sheet = self.begun(_COVER, title, "This workbook is the report of an accessibility audit.", [100])
        lines = (
            f"Essential points: {counted(judgement, True)}.",
            f"Desirable points: {counted(judgement, False)}.",
            "The points are those of the checklist for spreadsheets of the Government Analysis Function (2021), "
            "in our words. Points that no program can judge are for a person to look at.",
            "Contact: whoever sent you this report.",
        )
        for row, line in enumerate(lines, 2):
            sheet.set_row(row, _height([line], [100]))
            sheet.write_string(row, 0, line, self.text)

    def contents(self, sheets: dict[str, str]) -> None:
        """A table with a link to each of the sheets that follow."""
        sheet = self.begun(_CONTENTS, "Contents", "This worksheet contains one table.", [20, 60])
        columns = [{"header": header, "header_format": self.heading} for header in ("Sheet", "What it holds")]
        rows = [[name, held] for name, held in sheets.items()]
        self.mark_up(sheet, "Contents_of_report", columns, [20, 60], rows)
        for row, name in enumerate(sheets, 3):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", self.link, name)

    def table(
        self, name: str, title: str, table: str, columns: dict[str, int], rows: Sequence[Sequence[str]]
    ) -> None:
        """A sheet with one table; one row says so where there is nothing."""
        sheet = self.begun(name, title, "This worksheet contains one table.", list(columns.values()))
        headed = [{"header": header, "header_format": self.heading} for header in columns]
        self.mark_up(sheet, table, headed, list(columns.values()), rows or [["Nothing"] * len(columns)])

    def mark_up(
        self,
        sheet: Any,
        name: str,
        columns: Sequence[object],
        widths: Sequence[int],
        rows: Sequence[Sequence[str]],
    ) -> None:
        """A table from the third row on, its rows as high as their texts."""
        last = len(rows) + 2, len(columns) - 1
        sheet.add_table(2, 0, *last, {"name": name, "columns": list(columns), "style": None, "autofilter": False})
        sheet.set_row(2, _LINE_HEIGHT)
        for row, texts in enumerate(rows, 3):
            shown = [without_control(text)[:_LONGEST] for text in texts]
            sheet.set_row(row, _height(shown, widths))
            for column, text in enumerate(shown):
                sheet.write_string(row, column, text, self.text)


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """The height in points that a row needs for its texts in columns of so many characters."""
    rooms = [width * _PIXELS_PER_CHARACTER - _PADDING for width in widths]
    lines = [len(wrapped(text, "Arial", 12, False, room)) for text, room in zip(texts, rooms, strict=True)]
    return min(max(lines) * _LINE_HEIGHT, _HIGHEST)
