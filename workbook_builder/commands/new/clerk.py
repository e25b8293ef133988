"""The workbook in which a new edition is filled in: lists to choose from, last month's value beside, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbook_builder.commands.new.rows import Row
from workbook_builder.grid import Area, Cell, Choice, Sheet, SheetRow, Style, Workbook, in_sheet
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.observations import PROVISIONAL
from workbook_builder.inputs.tables import FOR_READING_ONLY, TableForm
from workbook_builder.inputs.targets import Basis
from workbook_builder.outputs.xlsx.numbers import number_format
from workbook_builder.periods import Period, full_month, parse_period
from workbook_builder.rating.polarity import Polarity
from workbook_builder.specs.model import Spec

_ROW_HEIGHT = 18.0
_WIDTHS = {"title": 420, "last_value": 170, "indicator": 120, "area": 300, "text": 520, "latest_data": 260}
_WIDTH = 100
_TO_DO = "Read me"  # a sheet of that name may say anything, and is no table
_FILLED = ("measure", "target", "value", "latest_data", "text")  # beside which the last value stands
_AS_TEXT = "@"  # so that Excel makes no date of 2024-12
_SPARE = 200  # rows below the last in which there are lists, too
_LISTS_FROM = 2  # the column of the first list
_STEPS = (
    "Fill in the coloured columns of each sheet; the last value stands beside, for comparison only.",
    "Where there is no figure, leave it empty and choose the reason in the column status.",
    "Cells with a list show an arrow when they are clicked. An id, area or period that is not in its list can be "
    "typed after a warning; a reason cannot.",
    "A row may be added below the others, or deleted where nothing is due. Nothing is protected.",
    "Columns title and last_value are not read. Neither is this sheet.",
    "Save the file under its name, and run: workbook-builder check {month}",
)


def clerk_workbook(tables: Mapping[TableForm, Sequence[Row]], spec: Spec, month: Period) -> Workbook:
    """The sheet that says what to do and holds the lists, then a sheet for each table."""
    title = f"Figures of {full_month(month)}"
    lists = _lists(tables, spec)
    places = {name: _place(n, words) for n, (name, words) in enumerate(lists.items())}
    sheets = [_Table(form, rows, spec, places).sheet() for form, rows in tables.items()]
    guide = _guide(title, month, tables, lists)
    return Workbook(title, title, "", date(month.year, month.part, 1), title, "", (*sheets, guide), opens_on=_TO_DO)


def _lists(tables: Mapping[TableForm, Sequence[Row]], spec: Spec) -> dict[str, tuple[str, ...]]:
    """What may stand in a column, by its name; a list with nothing in it is none."""
    periods = {row[column] for rows in tables.values() for row in rows for column in ("period",) if row.get(column)}
    years = {row["year"] for rows in tables.values() for row in rows if row.get("year")}
    lists = {
        "indicator": tuple(one.id for one in spec.indicators),
        "area": tuple(spec.places),
        "period": tuple(sorted(periods, key=_in_time)),
        "year": tuple(sorted(years)),
        "group": tuple(group.id for group in spec.benchmark_groups),
        "status": (*(reason.value for reason in Missing), PROVISIONAL),
        "polarity": tuple(polarity.value for polarity in Polarity),
        "floor_basis": tuple(basis.value for basis in Basis),
    }
    return {name: words for name, words in lists.items() if words}


def _in_time(text: str) -> tuple[str, str]:
    period = parse_period(text)
    return (period.frequency.value if period else "", text)


def _place(n: int, words: Sequence[str]) -> str:
    """Where a list stands, below its name."""
    column = _LISTS_FROM + n
    return in_sheet(_TO_DO, Area(1, column, len(words), column).address)


def _guide(title: str, month: Period, tables: Iterable[TableForm], lists: Mapping[str, Sequence[str]]) -> Sheet:
    """What to do and what each column is for, beside the lists."""
    said = [Cell(title, Style.TITLE), *(Cell(text.format(month=month), Style.TEXT) for text in _STEPS)]
    for form in tables:
        said.append(Cell(f"Sheet {form.name}: {form.holds}", Style.TABLE_TITLE))
        meanings = zip(form.columns, form.meanings, strict=True)
        said += [Cell(f"{column}: {text}".replace("`", ""), Style.TEXT) for column, text in meanings]
    names, columns = list(lists), [list(words) for words in lists.values()]
    rows = []
    for n in range(max(len(said), *(len(column) + 1 for column in columns))):
        listed = [_listed(name, column, n) for name, column in zip(names, columns, strict=True)]
        rows.append(SheetRow((said[n] if n < len(said) else None, None, *listed), _height(said, n)))
    return Sheet(_TO_DO, title, (760, 30, *(_WIDTHS.get(name, _WIDTH) for name in names)), tuple(rows))


def _listed(name: str, words: Sequence[str], row: int) -> Cell | None:
    if row == 0:
        return Cell(name, Style.HEADER)
    return Cell(words[row - 1], Style.TEXT, _AS_TEXT) if row <= len(words) else None


def _height(said: Sequence[Cell], row: int) -> float:
    """One line, or as many as a long text takes."""
    text = str(said[row].value) if row < len(said) else ""
    return _ROW_HEIGHT * (1 + len(text) // 110)


@dataclass(frozen=True)
class _Table:
    """Makes the sheet of one table: what is to be filled in, with the last value before it."""

    form: TableForm
    rows: Sequence[Row]
    spec: Spec
    lists: Mapping[str, str]

    def sheet(self) -> Sheet:
        """The table from the first cell on, as it is read back."""
        columns = self._columns()
        header = SheetRow(tuple(Cell(column, Style.HEADER) for column in columns), _ROW_HEIGHT)
        body = [SheetRow(tuple(self._cell(row, column) for column in columns), _ROW_HEIGHT) for row in self.rows]
        widths = tuple(_WIDTHS.get(column, _WIDTH) for column in columns)
        choices = tuple(self._choices(columns))
        return Sheet(self.form.name, self.form.name, widths, (header, *body), frozen=(1, 0), choices=choices)

    def _columns(self) -> list[str]:
        """Those of the table, the title after the id, and the last value before what is filled in."""
        columns = list(self.form.columns)
        title, last = FOR_READING_ONLY
        columns.insert(columns.index("indicator") + 1, title)
        columns.insert(next(n for n, column in enumerate(columns) if column in _FILLED), last)
        return columns

    def _cell(self, row: Row, column: str) -> Cell:
        text = row.get(column)
        if column in FOR_READING_ONLY:
            return Cell(text, Style.NOTE, _AS_TEXT)
        if column == "measure":
            return Cell(text, Style.CHOICE, number_format(self.spec.indicator_by_id[row["indicator"]].decimals))
        columns = self._columns()
        is_filled_in = columns.index(column) > columns.index(FOR_READING_ONLY[1])
        style = Style.CHOICE if is_filled_in else Style.NOTE
        return Cell(text, style, _AS_TEXT if column in self.lists else "")

    def _choices(self, columns: Sequence[str]) -> Iterator[Choice]:
        last = len(self.rows) + _SPARE
        for n, column in enumerate(columns):
            if column in self.lists:
                is_only = column in ("status", "polarity", "floor_basis")
                yield Choice(Area(1, n, last, n), self.lists[column], is_only=is_only)
