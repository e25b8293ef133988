"""Whether a conversion lost or invented anything.

Works from the files alone: reads back what was written and looks up every printed fact there or in the
report.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from floors import BANDS
from printed import (
    LATEST,
    LIMIT,
    NOT_AVAILABLE,
    OBSERVATION,
    TARGET,
    Fact,
    Row,
    all_facts,
    level_of,
    place_of,
    published_rows,
    read_rows,
    row_facts,
    source_ids,
    target_years,
)

FACT_COLUMNS = (*LATEST, "outturn", "target", "prev_target", "next_target", "benchmark", "national")


class LossError(ValueError):
    """Printed facts that neither the files nor the report hold, or written ones that are printed nowhere."""


class Written:
    """The files of a conversion, for looking facts up."""

    def __init__(self, folder: Path) -> None:
        """Read the four files back."""
        self.observations = keyed(folder / "observations.csv", "indicator", "area", "period")
        self.targets = keyed(folder / "targets.csv", "indicator", "area", "year")
        self.benchmarks = keyed(folder / "benchmarks.csv", "indicator", "area", "period", "group")
        self.sources = keyed(folder / "sources.csv", "indicator")

    def value(self, fact: Fact) -> str:
        """What the files state where this fact belongs."""
        row = self.row(fact)
        if fact.kind == OBSERVATION:
            return stated(row, fact.what)
        return row.get("display") or row.get("target") or row.get("value", "")

    def row(self, fact: Fact) -> Row:
        """The row in force for the fact: its place's own, else the one for everywhere."""
        if fact.kind == OBSERVATION:
            return self.observations.get((fact.indicator, fact.place, fact.when), {})
        if fact.kind == TARGET:
            return self.target(fact.indicator, fact.place, fact.when)
        own, everywhere = ((fact.indicator, area, fact.when, fact.what) for area in (fact.place, ""))
        return self.benchmarks.get(own) or self.benchmarks.get(everywhere, {})

    def target(self, indicator: str, place: str, year: str) -> Row:
        """The target in force, likewise."""
        return self.targets.get((indicator, place, year)) or self.targets.get((indicator, "", year), {})


def keyed(path: Path, *columns: str) -> dict[tuple[str, ...], Row]:
    """The rows of a file by the columns that tell them apart."""
    return {tuple(row[column] for column in columns): row for row in read_rows(path)}


def check(published: Path, target: Path, report: str) -> None:
    """Raise LossError with a line for each printed fact lost and each written one invented."""
    cells, lines = published_rows(published, "cells"), {line.strip() for line in report.splitlines()}
    written = Written(target)
    problems = [
        *unread_cells(cells),
        *lost_facts(cells, written, lines),
        *invented_facts(cells, written),
        *lost_sources(cells, published_rows(published, "sources"), written, lines),
        *unrated_targets(cells, written),
        *lost_floors(published_rows(published, "floor_bounds"), written),
    ]
    if problems:
        raise LossError("\n".join(problems))


def unread_cells(cells: Sequence[Row]) -> Iterator[str]:
    """Rows with a figure in a column that their section is not read for."""
    for line, row in enumerate(cells, start=2):
        texts = (*row["trend"].split(";"), *(row[column] for column in FACT_COLUMNS))
        if sum(map(bool, texts)) != sum(bool(fact.value) for fact in row_facts(row, line)):
            yield f"line {line} has a figure where {row['section']} has no column"


def lost_facts(cells: Sequence[Row], written: Written, lines: set[str]) -> Iterator[str]:
    """Printed facts that are neither in the files nor in the report."""
    for fact in all_facts(cells):
        if fact.value and written.value(fact) != fact.value and not is_listed(fact, lines):
            yield f"lost: {fact.name}"


def is_listed(fact: Fact, lines: set[str]) -> bool:
    """Whether the report says that the fact was dropped or not converted, or that it says N/A of nothing."""
    absence = f"not there: {fact.indicator}, {level_of(fact.place)} ("
    reasons = [f"dropped: {fact.name};", f"not converted: {fact.name}"]
    if fact.kind == OBSERVATION and fact.value == NOT_AVAILABLE:
        reasons.append(absence)
    return any(line.startswith(tuple(reasons)) for line in lines)


def invented_facts(cells: Sequence[Row], written: Written) -> Iterator[str]:
    """Written observations that are printed nowhere; targets and benchmarks that no printed fact needs."""
    facts = [fact for fact in all_facts(cells) if fact.value]
    printed = {(*fact.key[1:], fact.value) for fact in facts}
    for key, row in written.observations.items():
        values = ((*key, what, stated(row, what)) for what in LATEST)
        yield from (f"invented: {', '.join(value)}" for value in values if value[-1] and value not in printed)
    used = {id(written.row(fact)) for fact in facts}
    for row in (*written.targets.values(), *written.benchmarks.values()):
        if id(row) not in used:
            yield f"invented: {', '.join(row.values())}"


def stated(row: Row, what: str) -> str:
    """What an observation states of measure, numerator or denominator."""
    value = row.get(what, "")
    return value or (row.get("status", "") if what == LATEST[0] else "")


def lost_sources(cells: Sequence[Row], sources: Sequence[Row], written: Written, lines: set[str]) -> Iterator[str]:
    """Facts of the source page that are neither in the files nor in the report."""
    for indicator, row in zip(source_ids(cells, sources), sources, strict=True):
        held = written.sources.get((indicator,), {})
        for column in ("latest_data", "released"):
            dropped = f"dropped: {indicator}, {column}: {row[column]};"
            if held.get(column) != row[column] and not any(line.startswith(dropped) for line in lines):
                yield f"lost: {indicator}, {column} {row[column]} (source page)"
        system = f"{row['source']}: "
        listed = [line.removeprefix(system).split(", ") for line in lines if line.startswith(system)]
        if not any(indicator in indicators for indicators in listed):
            yield f"lost: {indicator}, source {row['source']} (source page)"


def unrated_targets(cells: Sequence[Row], written: Written) -> Iterator[str]:
    """Targets without floor or bands, other than the coming year's: that is not rated yet."""
    for row in cells:
        for column, year in target_years(row["section"]).items():
            target = written.target(row["id"], place_of(row), year)
            rated = column != "next_target" and row[column] not in ("", NOT_AVAILABLE)
            if rated and not (target.get("floor") or target.get("amber_to")):
                yield f"neither floor nor bands: {row['id']}, {place_of(row)}, {year}"


def lost_floors(bounds: Sequence[Row], written: Written) -> Iterator[str]:
    """Rows of the bounds file that no target's floor answers to."""
    answered = {
        (row["indicator"], row["year"], row["target"])
        for row in written.targets.values()
        if row["floor"] and (row["indicator"], row["year"]) not in BANDS
    }
    for row in bounds:
        if (row["id"], row["year"], row["target"].removeprefix(LIMIT)) not in answered:
            yield f"no floor: {row['id']} {row['year']}"
