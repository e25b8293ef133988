"""Makes the next edition's input folder: a row for every figure that is expected, the last value beside it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.check import check
from workbook_builder.commands.new.clerk import clerk_workbook
from workbook_builder.commands.new.rows import Row, tables_of
from workbook_builder.files import workshop
from workbook_builder.inputs import Inputs, read_inputs
from workbook_builder.inputs.cells import guarded
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Edition, Status, editions
from workbook_builder.inputs.folders import spec_file
from workbook_builder.inputs.tables import FOR_READING_ONLY, TableForm
from workbook_builder.inputs.workbook import WORKBOOK
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.periods import Frequency, Period, full_month, parse_period
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.specs import SPEC_FILE, load_spec
from workbook_builder.specs.model import Spec
from workbook_builder.styles import load_style


@dataclass(frozen=True)
class Made:
    """What was made: the folder, the number of rows to fill in by table, the edition the last values come from.

    `kept_spec` is the file with the spec that this earlier edition was published with (both None in a first edition),
    `spec` that by which the rows were made.
    """

    folder: Path
    rows: dict[str, int]
    previous: Period | None
    kept_spec: Path | None
    spec: str

    @property
    def in_words(self) -> str:
        """A line for each of these."""
        rows = ", ".join(f"{number} {table}" for table, number in self.rows.items())
        lines = [f"Made:     {self.folder}", f"To fill:  {rows or 'nothing'}", f"Spec:     {self.spec}"]
        lines += [f"Based on: {self.previous or 'no earlier edition: this is the first'}"]
        return "\n".join(lines + ([f"Its spec: {self.kept_spec}"] if self.kept_spec else []))

    @property
    def outcome(self) -> Outcome:
        """These lines."""
        return Outcome(self.in_words)


def make_edition(project: Path, name: str, as_workbook: bool = False) -> Made:
    """Make `inputs/<name>/`, and keep the spec of the edition before it, if there is one, in that one's folder.

    Raises `ProblemsFound` where the new folder exists, or where the edition before it has problems; nothing is then
    left behind.
    """
    month, previous = _following(project, name)
    file = spec_file(project, month)
    spec = load_spec(project, file)
    if previous:
        inputs = replace(read_inputs(spec, project, previous, coming=month), edition=_edition(month))
        _refuse_problems(project, previous)
    else:
        inputs = Inputs(_edition(month))
    tables = tables_of(spec, inputs)
    folder = project / INPUTS / str(month)
    try:
        with _inputs(project / INPUTS), workshop(folder) as temporary:
            made = temporary / folder.name
            made.mkdir()
            _fill(made, project, spec, month, tables, as_workbook)
            kept = _put(made, folder, project / file, previous)
    except OSError as error:
        found, remedy = f"it cannot be made ({error.strerror or error})", "check that you may write there"
        raise ProblemsFound([Problem(f"{INPUTS}/{month}", found, "a new folder", remedy)]) from error
    return Made(folder, {form.name: len(rows) for form, rows in tables.items() if rows}, previous, kept, file)


@contextmanager
def _inputs(folder: Path) -> Iterator[None]:
    """The folder of the inputs, which is made where a project has none; nothing stays if nothing is put into it."""
    is_first = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        yield
    finally:
        if is_first and not any(folder.iterdir()):
            folder.rmdir()


def _put(made: Path, folder: Path, spec: Path, previous: Period | None) -> Path | None:
    """Move what was made to its place; the spec of the edition before is kept in that one's folder, if none is yet.

    Returns the file of that spec.
    """
    kept = folder.parent / str(previous) / SPEC_FILE if previous else None
    if kept is None or kept.exists():
        made.rename(folder)
        return kept
    copy = made.parent / SPEC_FILE
    copy.write_bytes(spec.read_bytes())
    made.rename(folder)
    try:
        copy.rename(kept)
    except BaseException:
        shutil.rmtree(folder)
        raise
    return kept


def _refuse_problems(project: Path, month: Period) -> None:
    """An edition is followed only if it can be built."""
    file = spec_file(project, month)
    try:
        for scorecard in load_spec(project, file).scorecards:
            check(project, str(month), scorecard.id)
    except ProblemsFound as error:
        found, allowed = f"an edition with problems, by {file}", "an edition that builds, to follow on from"
        remedy = f"correct them; if {file} was changed since, put the former one into {INPUTS}/{month}/"
        first = Problem(f"{INPUTS}/{month}", found, allowed, remedy)
        raise ProblemsFound([first, *error.problems]) from error


def _fill(
    folder: Path, project: Path, spec: Spec, month: Period, tables: Mapping[TableForm, list[Row]], as_workbook: bool
) -> None:
    (folder / EDITION_FILE).write_text(_edition_text(month), encoding="utf-8", newline="\n")
    stated = {form: [_inert(row) for row in rows] for form, rows in tables.items()}
    if as_workbook:
        looks = load_style(project, stated=spec.scorecards[0].style)
        xlsx.write(clerk_workbook(stated, spec, month), looks, folder / WORKBOOK)
    else:
        _write_csv(folder, stated)


def _inert(row: Row) -> Row:
    """A row of which Excel makes no formula when it opens the file, or when a cell is edited."""
    return {column: guarded(text.strip()) for column, text in row.items()}


def _following(project: Path, name: str) -> tuple[Period, Period | None]:
    """The new edition's month, and the latest edition before it, if there is one."""
    month = parse_period(name)
    if month is None or month.frequency is not Frequency.MONTH:
        raise ProblemsFound([Problem("EDITION", quoted(name), "a month such as 2024-12", "write year-month")])
    if (project / INPUTS / str(month)).exists():
        found, remedy = "the folder is there already", "fill in what is there, or delete the folder first"
        raise ProblemsFound([Problem(f"{INPUTS}/{name}", found, "a new edition", remedy)])
    return month, max((earlier for earlier in editions(project) if earlier < month), default=None)


def _edition(month: Period) -> Edition:
    """The edition as it will be: a draft, to be published on the 22nd of the month after the next."""
    published = date(month.year + (month.part + 1) // 12, (month.part + 1) % 12 + 1, 22)
    return Edition(month, published, Status.DRAFT)


def _edition_text(month: Period) -> str:
    return (
        f"# {full_month(month)}. Correct the date of publication; write final when the figures are agreed.\n"
        f"month: {month}\npublished: {_edition(month).published:%Y-%m-%d}\nstatus: draft\n"
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
