"""Makes the next edition's input folder: a row for every figure that is expected, the last value beside it."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbook_builder.grid import Cell, Sheet, SheetRow, Style, Workbook
from workbook_builder.inputs import benchmarks, commentary, observations, read_inputs, sources, targets
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, editions
from workbook_builder.inputs.folders import spec_file
from workbook_builder.inputs.tables import FOR_READING_ONLY, WORKBOOK, TableForm
from workbook_builder.new.expected import (
    Row,
    expected_benchmarks,
    expected_commentary,
    expected_observations,
    expected_sources,
    expected_targets,
)
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.periods import Frequency, Period, full_month, parse_period
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.specs import SPEC_FILE, load_spec
from workbook_builder.styles import load_style, style_names

_ROW_HEIGHT = 18.0
_WIDTHS = {"title": 420, "last_value": 170, "indicator": 110, "area": 210}
_WIDTH = 90


@dataclass(frozen=True)
class Made:
    """What was made: the folder, the number of rows to fill in by table, the edition the last values come from.

    `kept_spec` is the file with the spec that this earlier edition was published with.
    """

    folder: Path
    rows: dict[str, int]
    previous: Period
    kept_spec: Path


def make_edition(project: Path, name: str, as_workbook: bool = False) -> Made:
    """Make `inputs/<name>/`, and keep the spec of the edition before it in that one's folder.

    Raises `ProblemsFound` where the new folder exists, or no earlier edition does.
    """
    month, previous = _following(project, name)
    spec = load_spec(project, spec_file(project, month))
    inputs = read_inputs(spec, project, previous, coming=month)
    tables = {
        observations.FORM: list(expected_observations(spec, inputs, month)),
        targets.FORM: list(expected_targets(spec, inputs, month)),
        benchmarks.FORM: list(expected_benchmarks(spec, inputs, month)),
        sources.FORM: list(expected_sources(spec, inputs)),
    }
    if spec.commented:
        tables[commentary.FORM] = list(expected_commentary(spec, inputs))
    folder = project / INPUTS / str(month)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=project / INPUTS) as temporary:
            made = Path(temporary) / folder.name
            made.mkdir()
            _fill(made, project, month, tables, as_workbook)
            kept = _keep_spec(project, previous, Path(temporary))
            made.rename(folder)
    except OSError as error:
        found, remedy = f"it cannot be made ({error.strerror or error})", "check that you may write there"
        raise ProblemsFound([Problem(f"{INPUTS}/{month}", found, "a new folder", remedy)]) from error
    return Made(folder, {form.name: len(rows) for form, rows in tables.items() if rows}, previous, kept)


def _keep_spec(project: Path, month: Period, temporary: Path) -> Path:
    """The spec in an edition's folder: the one there, else a copy of that which the edition is built with now."""
    kept = project / INPUTS / str(month) / SPEC_FILE
    if not kept.exists():
        copy = temporary / SPEC_FILE
        copy.write_bytes((project / spec_file(project, month)).read_bytes())
        copy.rename(kept)
    return kept


def _fill(
    folder: Path, project: Path, month: Period, tables: Mapping[TableForm, list[Row]], as_workbook: bool
) -> None:
    (folder / EDITION_FILE).write_text(_edition_text(month), encoding="utf-8", newline="\n")
    if as_workbook:
        looks = load_style(project, next(iter(style_names(project)), "kent"))
        xlsx.write(_workbook(tables, month), looks, folder / WORKBOOK)
    else:
        _write_csv(folder, tables)


def _following(project: Path, name: str) -> tuple[Period, Period]:
    """The new edition's month, and the latest edition before it."""
    month = parse_period(name)
    where = f"{INPUTS}/{name}"
    if month is None or month.frequency is not Frequency.MONTH:
        raise ProblemsFound([Problem("EDITION", quoted(name), "a month such as 2024-12", "write year-month")])
    if (project / INPUTS / str(month)).exists():
        remedy = "fill in what is there, or delete the folder first"
        raise ProblemsFound([Problem(where, "the folder is there already", "a new edition", remedy)])
    earlier = [m for m in editions(project) if m < month]
    if not earlier:
        allowed = "an edition before it, whose series are continued"
        raise ProblemsFound([Problem(where, "no earlier edition", allowed, "write the first edition by hand")])
    return month, earlier[-1]


def _edition_text(month: Period) -> str:
    published = f"{date(month.year + (month.part + 1) // 12, (month.part + 1) % 12 + 1, 22):%Y-%m-%d}"
    return (
        f"# {full_month(month)}. Correct the date of publication; write final when the figures are agreed.\n"
        f"month: {month}\npublished: {published}\nstatus: draft\n"
    )


def _columns(form: TableForm) -> tuple[str, ...]:
    return (*form.columns, *FOR_READING_ONLY)


def _write_csv(folder: Path, tables: Mapping[TableForm, list[Row]]) -> None:
    """Written with a byte order mark, so that Excel reads the arrows and accents of titles as they are."""
    for form, rows in tables.items():
        with (folder / form.file).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, _columns(form), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _workbook(tables: Mapping[TableForm, list[Row]], month: Period) -> Workbook:
    title = f"Figures of {full_month(month)}"
    sheets = tuple(_sheet(form, rows) for form, rows in tables.items())
    return Workbook(title, title, "", date(month.year, month.part, 1), title, "", sheets)


def _sheet(form: TableForm, rows: list[Row]) -> Sheet:
    columns = _columns(form)
    header = SheetRow(tuple(Cell(column, Style.HEADER) for column in columns), _ROW_HEIGHT)
    body = [SheetRow(tuple(Cell(row.get(column), Style.NOTE) for column in columns), _ROW_HEIGHT) for row in rows]
    widths = tuple(_WIDTHS.get(column, _WIDTH) for column in columns)
    return Sheet(form.name, form.name, widths, (header, *body), frozen=(1, 0))
