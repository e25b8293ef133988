"""The tables of an edition as they are edited: what each column may say, and the last value beside each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.csv_files import read_csv
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.tables import TableForm
from workbook_builder.names import folded
from workbook_builder.periods import Period, parse_period
from workbook_builder.problems import Report
from workbook_builder.project import Project
from workbook_builder.rating.polarity import Polarity
from workbook_builder.specs.model import Spec

FORMS = {
    form.name: form for form in (observations.FORM, targets.FORM, benchmarks.FORM, sources.FORM, commentary.FORM)
}
_COMPARED = ("indicator", "group", "area")
_PERIODS = ("period", "year")
_VALUES = {"observations": ("measure", "status"), "targets": ("target",), "benchmarks": ("value",)}
Series = tuple[str, ...]


def edited_table(folder: Path, edition: str, name: str) -> dict[str, Any]:
    """What is known of a table besides its cells. Raises `ProblemsFound` where the spec or the edition has faults.

    `titles` are the indicators' by their ids; `last` is, by the number of a row, the value before it and of when.
    """
    project = Project(folder)
    month = project.find(edition)
    spec = project.spec(month)
    form = FORMS[name]
    return {
        "file": f"{INPUTS}/{month}/{form.file}",
        "columns": form.columns,
        "needed": form.needed,
        "meanings": dict(zip(form.columns, form.meanings, strict=True)),
        "choices": {column: words for column, words in _choices(spec, name).items() if column in form.columns},
        "titles": {indicator.id: indicator.title for indicator in spec.indicators},
        "last": last_values(project, month, form),
    }


def input_problems(folder: Path, edition: str) -> None:
    """Raises `ProblemsFound` with everything in an edition's inputs that cannot be read."""
    project = Project(folder)
    month = project.find(edition)
    project.known(month, project.spec(month))


def _choices(spec: Spec, table: str) -> dict[str, list[str]]:
    """The words that a column allows, where they can be listed."""
    places = [*(area.name for area in spec.areas), *(team.name for team in spec.teams)]
    missing = [reason.value for reason in Missing]
    common = {
        "indicator": [indicator.id for indicator in spec.indicators],
        "area": places if table == "observations" else ["", *places],
        "group": [group.id for group in spec.benchmark_groups],
        "polarity": ["", *(polarity.value for polarity in Polarity)],
    }
    return common | ({"status": ["", *missing, observations.PROVISIONAL]} if table == "observations" else {})


def last_values(project: Project, month: Period, form: TableForm) -> dict[int, str]:
    """The value before that of each row: of its indicator and place, here or in the edition before."""
    if form.name not in _VALUES:
        return {}
    editions = [one for one in project.editions if one <= month][-2:]
    known: dict[Series, dict[Period, str]] = {}
    for one in editions:
        for _, cells in _rows(project, one, form):
            if (period := _period(cells)) and (value := _value(cells, form)):
                known.setdefault(_series(cells), {})[period] = value
    found = {}
    for number, cells in _rows(project, month, form):
        period = _period(cells)
        if period and (before := _before(known.get(_series(cells), {}), period)):
            found[number] = f"{known[_series(cells)][before]} ({before})"
    return found


def _before(values: Mapping[Period, str], period: Period) -> Period | None:
    """The last period before another that it may be compared with."""
    return max((one for one in values if one.frequency is period.frequency and one < period), default=None)


def _rows(project: Project, month: Period, form: TableForm) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their numbers, as far as they can be read."""
    path = project.inputs_of(month) / form.file
    table = read_csv(path, path.name, form.name, Report()) if path.is_file() else None
    if table and table.rows:
        names = [name.strip().casefold() for name in table.rows[0][1]]
        for number, cells in table.rows[1:]:
            yield number, dict(zip(names, (cell.strip() for cell in cells), strict=False))


def _series(cells: Mapping[str, str]) -> Series:
    return tuple(folded(cells.get(column, "")) for column in _COMPARED)


def _period(cells: Mapping[str, str]) -> Period | None:
    return next((period for column in _PERIODS if (period := parse_period(cells.get(column, "")))), None)


def _value(cells: Mapping[str, str], form: TableForm) -> str:
    values: Iterable[str] = (cells.get(column, "") for column in _VALUES[form.name])
    return next(filter(None, values), "")
