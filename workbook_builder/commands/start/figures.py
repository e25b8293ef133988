"""Reads a table of figures that somebody already has, however it is laid out.

Three ways are understood: a row for each figure; a row for each indicator, with a column for each period; a row for
each period, with a column for each indicator. Columns are known by their headings, else by what stands in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.commands.start.periods_meant import period_meant
from workbook_builder.inputs.csv_files import read_csv
from workbook_builder.inputs.raw import RawTable
from workbook_builder.inputs.workbook import read_sheet, sheet_names
from workbook_builder.periods import Period
from workbook_builder.problems import Problem, ProblemsFound, Report, listed, quoted

WHOLE = "Whole area"
_HEADINGS = {
    "indicator": (
        "indicator",
        "kpi",
        "measure name",
        "indicator name",
        "title",
        "performance indicator",
        "description",
    ),
    "area": (
        "area",
        "district",
        "ward",
        "locality",
        "place",
        "provider",
        "school",
        "trust",
        "team",
        "borough",
        "region",
    ),
    "period": ("period", "month", "quarter", "term", "year", "date", "reporting period"),
    "value": ("value", "figure", "result", "outturn", "actual", "performance", "measure", "percentage", "rate", "%"),
    "numerator": ("numerator",),
    "denominator": ("denominator",),
}
_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s*%?|[-+]?\.\d+\s*%?")


@dataclass(frozen=True)
class Given:
    """A figure as it was given: `cells` are measure, numerator, denominator or the status that an input row has."""

    title: str
    area: str
    period: Period
    cells: dict[str, str]
    is_percent: bool = False


def read_figures(path: Path) -> tuple[Given, ...]:
    """Every figure of a CSV file or of the first sheet of a workbook. Raises `ProblemsFound` where there are none."""
    report = Report()
    table = _table(path, report)
    report.raise_if_any()
    found = tuple(_Layout.of(table).figures()) if table and len(table.rows) > 1 else ()
    _refuse_twice(path, found)
    if not found:
        headings = listed(table.rows[0][1], 12) if table and table.rows else "nothing"
        allowed = "columns for indicator, area (if there are several), period and value; or a column for each period"
        remedy = "head the columns so, write periods as 2024-11, 2024-25 Q2 or 2023-24, and start again"
        raise ProblemsFound([Problem(str(path), f"no figures under the headings {headings}", allowed, remedy)])
    return found


def _refuse_twice(path: Path, found: Sequence[Given]) -> None:
    counts = Counter((one.title, one.area, one.period) for one in found)
    problems = [
        Problem(
            str(path), f"{number} figures of {quoted(title)}, {area}, {period}", "one", "delete what is out of date"
        )
        for (title, area, period), number in counts.items()
        if number > 1
    ]
    if problems:
        raise ProblemsFound(problems)


def _table(path: Path, report: Report) -> RawTable | None:
    if path.suffix.casefold() not in (".xlsx", ".xlsm"):
        return read_csv(path, str(path), "", report)
    names = sheet_names(path) or [""]
    return read_sheet(path, str(path), names[0], report)


@dataclass(frozen=True)
class _Layout:
    """The rows of a table below its headings, and where its columns are; `over` are those that hold figures.

    `over` says for each such column what its heading names: a period, or the title of an indicator.
    """

    rows: Sequence[Sequence[str]]
    at: dict[str, int]
    over: dict[int, Period | str]

    @staticmethod
    def of(table: RawTable) -> _Layout:
        """How a table is laid out."""
        heads = [head.strip() for head in table.rows[0][1]]
        rows = [cells for _, cells in table.rows[1:]]
        periods = {n: period for n, head in enumerate(heads) if (period := period_meant(head))}
        at = _named(heads, taken=set(periods))
        if not periods and "period" not in at:
            at |= _first_of("period", rows, set(at.values()), lambda text: period_meant(text) is not None)
        numbers = _numeric(rows, set(at.values()))
        if not periods and "value" not in at and "indicator" not in at:
            return _Layout(rows, at, {n: heads[n] for n in numbers})
        if not periods and "value" not in at and numbers:
            at["value"] = numbers[0]
        if "indicator" not in at:
            taken = {*at.values(), *periods}
            at |= _first_of("indicator", rows, taken, lambda text: not _NUMBER.fullmatch(text))
        return _Layout(rows, at, dict(periods))

    def figures(self) -> Iterator[Given]:
        """A figure for each filled cell that holds a number or says why there is none."""
        for row in self.rows:
            for column, name in (self.over or {self.at.get("value", -1): ""}).items():
                period = name if isinstance(name, Period) else period_meant(self._cell(row, "period"))
                title = name if isinstance(name, str) and name else self._cell(row, "indicator")
                text = row[column].strip() if 0 <= column < len(row) else ""
                if period and title and text:
                    area = self._cell(row, "area") or WHOLE
                    yield Given(title, area, period, self._stated(row, text), text.endswith("%"))

    def _cell(self, row: Sequence[str], name: str) -> str:
        at = self.at.get(name, len(row))
        return " ".join(row[at].split()) if at < len(row) else ""

    def _stated(self, row: Sequence[str], text: str) -> dict[str, str]:
        if not _NUMBER.fullmatch(text):
            return {"status": "N/A"}
        parts = {name: plain(self._cell(row, name)) for name in ("numerator", "denominator") if name in self.at}
        return {"measure": plain(text), **{name: part for name, part in parts.items() if _NUMBER.fullmatch(part)}}


def plain(text: str) -> str:
    """A number without what is written around it."""
    return text.replace(",", "").rstrip("% ").lstrip("+")


def _named(heads: Sequence[str], taken: set[int]) -> dict[str, int]:
    """The columns whose heading is a word that names them or, failing that, has such a word in it."""
    at: dict[str, int] = {}
    for is_named in (lambda head, word: head == word, lambda head, word: word in head.split()):
        for name, words in _HEADINGS.items():
            for number, head in enumerate(heads):
                is_free = number not in taken and number not in at.values() and name not in at
                if is_free and any(is_named(head.casefold(), word) for word in words):
                    at[name] = number
    return at


def _numeric(rows: Sequence[Sequence[str]], taken: set[int]) -> list[int]:
    """The columns, from the left, in which most of what is filled in are numbers."""
    return [n for n, texts in _texts(rows, taken) if _mostly(texts, lambda text: bool(_NUMBER.fullmatch(text)))]


def _first_of(
    name: str, rows: Sequence[Sequence[str]], taken: set[int], is_one: Callable[[str], bool]
) -> dict[str, int]:
    """The first column in which most of what is filled in is such a thing, by its name; {} where there is none."""
    fitting = [n for n, texts in _texts(rows, taken) if _mostly(texts, is_one)]
    return {name: fitting[0]} if fitting else {}


def _texts(rows: Sequence[Sequence[str]], taken: set[int]) -> Iterator[tuple[int, list[str]]]:
    """What is filled in, column by column, of those that are not taken."""
    for n in range(max((len(row) for row in rows), default=0)):
        texts = [row[n].strip() for row in rows if n < len(row) and row[n].strip()]
        if texts and n not in taken:
            yield n, texts


def _mostly(texts: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return sum(map(is_one, texts)) * 2 > len(texts)
