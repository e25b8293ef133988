"""A small workbook that passes every point of the accessibility checklist, and ways to spoil it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from workbook_builder.accessibility.language import with_language

PLANS = [["Ashford", 12, 76.5], ["Dover", 30, 80.1], ["Swale", 25, "[c]"], ["Thanet", 41, 64.0]]
CHILDREN = [["Ashford", 310], ["Dover", 280], ["Swale", 265]]
TEAMS = [["North", 410], ["South", 445]]
_LETTERS = {"font_name": "Arial", "font_size": 12, "valign": "top"}


@dataclass(frozen=True)
class Good:
    """The good workbook while it is made.

    `gap` rows stand between the tables of Children; the second begins in the column `indent`, and in the same rows as
    the first where `beside`. `notes` is the name of the sheet of notes.
    """

    gap: int = 1
    indent: int = 0
    beside: bool = False
    notes: str = "Notes"
    spoil: Callable[[Good], object] = lambda good: None
    sheets: dict[str, Any] = field(default_factory=dict)
    formats: dict[str, Any] = field(default_factory=dict)
    book: list[Any] = field(default_factory=list)

    def format(self, **more: object) -> Any:
        """A format with the usual letters and something more."""
        return self.book[0].add_format({**_LETTERS, "text_wrap": True, **more})

    @property
    def usual(self) -> Any:
        """The format of texts."""
        return self.formats["text"]

    def __getattr__(self, name: str) -> Any:
        if name in ("cover", "contents", "plans", "children"):
            return self.sheets[name]
        raise AttributeError(name)

    def made(self) -> bytes:
        """The file."""
        file = io.BytesIO()
        self.book.append(xlsxwriter.Workbook(file, {"in_memory": True}))
        self.book[0].set_properties({"title": "Plans for children, November 2024"})
        self.formats.update(
            text=self.format(),
            long=self.format(text_wrap=False),
            title=self.format(bold=True, font_size=16, text_wrap=False),
            bold=self.format(bold=True),
            right=self.format(bold=True, align="right"),
            link=self.format(underline=1, font_color="#0B5394"),
            whole=self.format(num_format="#,##0", align="right"),
            part=self.format(num_format="0.0", align="right"),
        )
        for name in ("Cover", "Contents", self.notes, "Plans", "Children"):
            key = "notes" if name == self.notes else name.casefold()
            self.sheets[key] = self.book[0].add_worksheet(name)
            self.sheets[key].set_column(0, 0, 30, self.usual)
            self.sheets[key].set_column(1, 5, 18, self.usual)
        self._make_cover()
        self._make_contents()
        self._make_notes()
        self._make_plans()
        self._make_children()
        self.spoil(self)
        self.book[0].close()
        return with_language(file.getvalue(), "en-GB")

    def head(self, sheet: Any, title: str, said: str) -> None:
        """Title and description of a sheet."""
        sheet.write_string("A1", title, self.formats["title"])
        sheet.write_string("A2", said, self.formats["long"])

    def table(self, sheet: Any, name: str, place: tuple[int, int], columns: Sequence[str], rows: Any) -> None:
        """A marked table; columns of figures are aligned to the right."""
        row, left = place
        numeric = [any(isinstance(line[n], int | float) for line in rows) for n in range(len(columns))]
        styles = [
            self.formats["whole"] if isinstance(rows[0][n], int) else self.formats["part"]
            for n in range(len(columns))
        ]
        headed = [
            {"header": header, "header_format": self.formats["right" if is_numeric else "bold"]}
            for header, is_numeric in zip(columns, numeric, strict=True)
        ]
        options = {"name": name, "columns": headed, "style": None, "autofilter": False}
        sheet.add_table(row, left, row + len(rows), left + len(columns) - 1, options)
        for down, line in enumerate(rows, row + 1):
            for across, value in enumerate(line):
                look = styles[across] if numeric[across] else self.usual
                sheet.write(down, left + across, value, look)

    def _make_cover(self) -> None:
        self.cover.set_column(0, 0, 90, self.usual)
        self.cover.write_string("A1", "Plans for children, November 2024", self.formats["title"])
        lines = ["This workbook holds figures of plans for children.", "Published on 22 January 2025.", "Contact:"]
        for row, line in enumerate(lines, 1):
            self.cover.write_string(row, 0, line, self.usual)
        self.cover.write_url("A5", "mailto:mi@example.gov.uk", self.formats["link"], "mi@example.gov.uk")
        link = "https://www.example.gov.uk/plans"
        self.cover.write_url("A6", link, self.formats["link"], "How the figures are made")

    def _make_contents(self) -> None:
        self.head(self.contents, "Contents", "This worksheet contains one table.")
        rows = [[self.notes, "Notes and a key"], ["Plans", "Plans by district"], ["Children", "Children by area"]]
        self.table(self.contents, "List_of_sheets", (2, 0), ["Sheet", "What it holds"], rows)
        for row, (name, _) in enumerate(rows, 3):
            self.contents.write_url(row, 0, f"internal:'{name}'!A1", self.formats["link"], name)

    def _make_notes(self) -> None:
        sheet = self.sheets["notes"]
        title = "Notes" if self.notes == "Notes" else f"{self.notes} on the figures"
        self.head(sheet, title, "This worksheet contains two tables, one below the other.")
        sheet.set_column(1, 1, 60, self.usual)
        rows = [["note 1", "Plans that were issued in the month."], ["note 2", "Within 20 weeks."]]
        self.table(sheet, "List_of_notes", (2, 0), ["Note", "Text"], rows)
        key = [["[c]", "Withheld to protect confidentiality."]]
        self.table(sheet, "Key_to_shorthand", (6, 0), ["Shorthand", "Meaning"], key)

    def _make_plans(self) -> None:
        said = "This worksheet contains one table and one chart."
        self.head(self.plans, "Plans issued by district, November 2024 [note 1]", said)
        columns = ["District", "Plans", "In time (%) [note 2]"]
        self.table(self.plans, "Plans_by_district", (2, 0), columns, PLANS)
        chart = self.book[0].add_chart({"type": "column"})
        chart.add_series({"categories": "=Plans!$A$4:$A$7", "values": "=Plans!$B$4:$B$7", "name": "=Plans!$B$3"})
        said = "Thanet issued the most plans, 41, and Ashford the fewest, 12."
        self.plans.insert_chart("E3", chart, {"description": said})

    def _make_children(self) -> None:
        self.head(self.children, "Children in care, November 2024", "This worksheet contains two tables.")
        self.table(self.children, "Children_by_district", (2, 0), ["District", "Children"], CHILDREN)
        second = (2, 3) if self.beside else (2 + len(CHILDREN) + 1 + self.gap, self.indent)
        self.table(self.children, "Children_by_team", second, ["Team", "Children"], TEAMS)


def good(**changes: Any) -> bytes:
    """The good workbook, or one that is spoiled while it is made."""
    return Good(**changes).made()


def patched(workbook: bytes, part: str, pattern: str, text: str) -> bytes:
    """The workbook with the first match of a pattern in a part replaced; a part that is not there is added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts, zipfile.ZipFile(made, "w") as out:
        for name in parts.namelist():
            content = parts.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else ""
            if name == part:
                changed, count = re.subn(pattern, text, content, count=1, flags=re.DOTALL)
                assert count, f"{pattern} is not in {part}"
                out.writestr(name, changed)
            else:
                out.writestr(name, parts.read(name))
        if part not in parts.namelist():
            out.writestr(part, text)
    return made.getvalue()


def picture() -> io.BytesIO:
    """A PNG of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b""))
