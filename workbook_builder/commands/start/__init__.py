"""Makes a project that builds at once: a spec to be changed, and a first edition with a row for every figure.

From a table of figures that somebody already has, what the spec says is proposed, and what was guessed is marked.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.new import make_edition
from workbook_builder.commands.start.figures import Given, read_figures
from workbook_builder.commands.start.proposing import GUESSED, edition_of, ids_of, propose
from workbook_builder.files import workshop
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.periods import Frequency, Period, parse_period
from workbook_builder.periods import month as month_of
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.specs import SPEC_FILE

_MINIMAL = Path(__file__).with_name("minimal.yaml")
_AWAITED = {
    "observations": {"status": "to be supplied"},
    "targets": {"target": "N/A"},
    "sources": {"latest_data": "to be supplied", "released": "-"},
}
_KEY = ("indicator", "area", "period")
Row = dict[str, str]


@dataclass(frozen=True)
class Started:
    """The project that was made, its first edition, and how many things in its spec were guessed."""

    folder: Path
    month: Period
    guesses: int

    @property
    def outcome(self) -> Outcome:
        """What stands where, and what to do next."""
        guessed = f"Guessed: {self.guesses} things, each marked `guessed` in the spec: look at them first\n"
        return Outcome(
            f"Spec:    {self.folder / SPEC_FILE}\n{guessed if self.guesses else ''}"
            f"Figures: {self.folder / INPUTS / str(self.month)}\n"
            f"Next:    workbook-builder build {self.month} --project {self.folder}\n"
            "Then put your own words into the spec and your figures into the tables, and build again."
        )


def start(folder: Path, name: str = "", source: Path | None = None) -> Started:
    """Make the project. Its edition is that of the name, of the newest figure of `source` (CSV, .xlsx) or last month.

    Raises `ProblemsFound` where the folder holds something, or the table cannot be understood; nothing is then made.
    """
    _refuse_taken(folder)
    given = read_figures(source) if source else ()
    text = propose(given, source.name) if source else _MINIMAL.read_text(encoding="utf-8")
    month = _month(name) if name else edition_of(given) if given else _last_month()
    try:
        with workshop(folder) as temporary:
            project = temporary / folder.resolve().name
            project.mkdir()
            (project / SPEC_FILE).write_text(text, encoding="utf-8", newline="\n")
            _fill(make_edition(project, str(month)).folder, given)
            if folder.exists():
                folder.rmdir()
            project.rename(folder)
    except OSError as error:
        found, remedy = f"it cannot be made ({error.strerror or error})", "check that you may write there"
        raise ProblemsFound([Problem(str(folder), found, "a new folder", remedy)]) from error
    return Started(folder, month, text.count(GUESSED))


def _month(name: str) -> Period:
    month = parse_period(name)
    if month is None or month.frequency is not Frequency.MONTH:
        raise ProblemsFound([Problem("--month", quoted(name), "a month such as 2024-12", "write year-month")])
    return month


def _last_month() -> Period:
    today = date.today()
    return month_of(today.year, today.month).back()


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        found = "a folder that holds something" if folder.is_dir() else "a file"
        remedy = "name a new folder, and copy into it afterwards what you have"
        raise ProblemsFound([Problem(str(folder), found, "a folder that is new or empty", remedy)])


def _fill(folder: Path, given: tuple[Given, ...]) -> None:
    """What is known is stated; of every other row, that its figure is to be supplied, so that the edition builds."""
    ids = ids_of(given)
    known = {(ids[one.title], one.area, str(one.period)): one.cells for one in given}
    for name, awaited in _AWAITED.items():
        file = folder / f"{name}.csv"
        header, rows = _read(file)
        stated = known if name == "observations" else {}
        rows = [row | stated.get(_key(row), awaited) for row in rows]
        asked = {_key(row) for row in rows}
        rows += [dict(zip(_KEY, key, strict=True)) | cells for key, cells in stated.items() if key not in asked]
        _write(file, header, rows)


def _key(row: Mapping[str, str]) -> tuple[str, str, str]:
    indicator, area, period = (row.get(column, "") for column in _KEY)
    return indicator, area, period


def _read(file: Path) -> tuple[list[str], list[Row]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader.fieldnames or ()), list(reader)


def _write(file: Path, header: list[str], rows: list[Row]) -> None:
    """With a byte order mark, as `new` writes it for Excel."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, header, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
