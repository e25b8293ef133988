"""A project that is used month after month, as the README says: `new`, every empty figure filled in, built."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.benchmarks.projects import SPEC, shipped
from workbook_builder.commands.new import make_edition

Row = dict[str, str]
STANDARDS = ("target", "floor", "green_from", "green_to", "amber_from", "amber_to", "display", "floor_basis")


def unchanged(project: Path, month: str) -> None:
    """Nothing else happens in a month."""


def spec_edited(project: Path, month: str) -> None:
    """The spec is another one every month, as each edition keeps it."""
    with (project / SPEC).open("a", encoding="utf-8") as file:
        file.write(f"# Edited for {month}.\n")


def restated(project: Path, month: str) -> None:
    """Every figure that was ever stated is stated once more, and is another."""
    folder = project / "inputs" / month
    known: dict[tuple[str, ...], Row] = {}
    for earlier in sorted(path for path in folder.parent.iterdir() if path <= folder):
        for row in _rows(earlier / "observations.csv"):
            known[row["indicator"], row["area"], row["period"]] = row
    chance = random.Random(month)
    _fill(folder / "observations.csv", lambda rows: [_moved(row, chance) for row in known.values()])


HAPPENINGS = {"as the README says": unchanged, "spec edited monthly": spec_edited, "all restated monthly": restated}


def grow(project: Path, months: int, happens: Callable[[Path, str], None]) -> Iterator[tuple[int, str]]:
    """The shipped project, grown by so many months, one at a time: how many there are, and the newest edition."""
    shipped(project)
    chance = random.Random(1)
    year, number = 2024, 11
    for age in range(1, months + 1):
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
        month = f"{year}-{number:02d}"
        make_edition(project, month)
        _fill_in(project / "inputs" / month, chance)
        happens(project, month)
        yield age, month


def _fill_in(folder: Path, chance: random.Random) -> None:
    """What an analyst fills in: figures like the last ones, the targets of the year before, no benchmark."""
    _fill(folder / "observations.csv", lambda rows: [_figure(row, chance) for row in rows])
    _fill(folder / "sources.csv", lambda rows: [{**row, "latest_data": "N/A", "released": "N/A"} for row in rows])
    _fill(folder / "benchmarks.csv", lambda rows: [{**row, "value": "N/A"} for row in rows])
    standards = {
        (row["indicator"], row["area"]): row for row in sorted(_earlier_targets(folder), key=lambda row: row["year"])
    }
    _fill(folder / "targets.csv", lambda rows: [row for each in rows for row in _target(each, standards)])


def _figure(row: Row, chance: random.Random) -> Row:
    last = row.get("last_value", "").partition(" (")[0]  # which is followed by its period
    if row["measure"] or row["status"]:
        return row
    if not last.replace(",", "").replace(".", "").isdigit():
        return {**row, "status": last if last in ("N/A", "suppressed") else "N/A"}
    return _moved({**row, "measure": last.replace(",", "")}, chance)


def _moved(row: Row, chance: random.Random) -> Row:
    """The row with a figure that is a little different, and not made of anything."""
    text = row["measure"].replace(",", "")
    if not text.replace(".", "").isdigit():
        return row
    decimals = len(text.partition(".")[2])
    moved = f"{float(text) * (1 + chance.uniform(-0.03, 0.03)):.{decimals}f}"
    return {**row, "measure": moved, "numerator": "", "denominator": ""}


def _target(row: Row, standards: dict[tuple[str, str], Row]) -> Iterator[Row]:
    known = row if _rates(row) else standards.get((row["indicator"], row["area"]))
    if known:
        yield {**row, **{column: known.get(column, "") for column in STANDARDS}}


def _earlier_targets(folder: Path) -> Iterator[Row]:
    for earlier in sorted(path for path in folder.parent.iterdir() if path < folder):
        yield from filter(_rates, _rows(earlier / "targets.csv"))


def _rates(row: Row) -> bool:
    """Whether a figure can be rated by it."""
    return bool((row["target"] and row["floor"]) or row["green_from"])


def _rows(file: Path) -> list[Row]:
    if not file.is_file():
        return []
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def _fill(file: Path, filled: Callable[[list[Row]], Iterable[Row]]) -> None:
    if rows := _rows(file):
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]), extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(filled(rows))
