"""Convert the published November 2024 edition into the builder's inputs.

    python tests/published/convert.py [FOLDER] [--report FILE]

Reads the three 2024-11 files beside itself, writes observations.csv, targets.csv, benchmarks.csv and
sources.csv into FOLDER/2024-11, what they say of the edition before into FOLDER/2024-10, and a plain-text
report of what became of every printed fact: the same bytes each run. The printed ratings and arrows are results,
not inputs; titles, polarities and data periods stand in the specification. Where each rule comes from is said in
printed.py (facts), floors.py (floor standards) and october.py (the edition before).
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml
from conversion_report import Conversion, report_text
from floors import BANDS, POLARITY, Floor, all_floors, decimals, plain
from october import OCTOBER, earlier_files
from printed import (
    BENCHMARK,
    CURRENT,
    EDITION,
    LATEST,
    LIMIT,
    NOT_AVAILABLE,
    OBSERVATION,
    TARGET,
    Fact,
    Ledger,
    Row,
    absent_levels,
    ledger_of,
    level_of,
    published_rows,
    source_ids,
)
from self_check import check

HEADERS = {
    "observations": "indicator,area,period,measure,numerator,denominator,status,decimals",
    "targets": "indicator,area,year,polarity,target,floor,"
    "green_from,green_to,amber_from,amber_to,floor_basis,display,decimals",
    "benchmarks": "indicator,group,area,period,value,decimals",
    "sources": "indicator,latest_data,released",
}
HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
FOLDER = PROJECT / "inputs"
REPORT = HERE / "conversion_report.txt"


@dataclass(frozen=True)
class Statement:
    """What the place in force says of an indicator: a blank area means wherever the indicator exists."""

    indicator: str
    area: str
    when: str
    what: str
    value: str


def convert(published: Path, target: Path) -> str:
    """Write the four input files into `target` and return the report; raise if any fact were lost."""
    conversion = converted(published)
    write_files(target, conversion.files)
    report = report_text(conversion)
    check(published, target, report)
    return report


def convert_october(published: Path, target: Path) -> None:
    """Write what the edition says of the one before it into `target`."""
    write_files(target, converted(published).october)


def write_files(target: Path, files: Mapping[str, Sequence[Row]]) -> None:
    """Write the four input files of an edition."""
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        write(target / f"{name}.csv", HEADERS[name].split(","), rows)


def converted(published: Path) -> Conversion:
    """Everything that the edition's three files become, in memory."""
    cells, sources = published_rows(published, "cells"), published_rows(published, "sources")
    ledger, floors = ledger_of(cells), all_floors(published_rows(published, "floor_bounds"))
    ids = source_ids(cells, sources)
    files = {
        "observations": as_printed(observation_rows(ledger), LATEST[0]),
        "targets": as_printed(target_rows(statements(ledger, TARGET, cells), floors), "target"),
        "benchmarks": as_printed(benchmark_rows(statements(ledger, BENCHMARK, cells)), "value"),
        "sources": source_rows(ids, sources),
    }
    listed = list(zip(ids, sources, strict=True))
    return Conversion(cells, ledger, floors, listed, files, earlier_files(files))


def observation_rows(ledger: Ledger) -> list[Row]:
    """A row for each indicator, place and period, in order of first appearance and then of time."""
    rows: dict[tuple[str, str, str], Row] = {}
    for fact in ledger.kept.values():
        if fact.kind == OBSERVATION:
            row = rows.setdefault((fact.indicator, fact.place, fact.when), {})
            row |= observed(fact)
    indicators, places = (order(keys) for keys in list(zip(*rows, strict=True))[:2])
    # Months (2024-05), years (2023-24), quarters and terms (2024-25 Q2) each sort by time as text.
    keys = sorted(rows, key=lambda key: (indicators[key[0]], places[key[1]], key[2]))
    return [dict(zip(("indicator", "area", "period"), key, strict=True)) | rows[key] for key in keys]


def observed(fact: Fact) -> Row:
    """The columns that one fact fills: a missing measure is a status, a missing numerator stays a text."""
    missing = fact.what == LATEST[0] and fact.value == NOT_AVAILABLE
    return {"status": NOT_AVAILABLE} if missing else {fact.what: fact.value}


def as_printed(rows: Iterable[Row], column: str) -> list[Row]:
    """The rows, each with its own decimals where these are not the specification's: as printed, they are meant."""
    spec = yaml.safe_load((PROJECT / "indicator_specs.yaml").read_text(encoding="utf-8"))
    law = {indicator["id"]: indicator["decimals"] for indicator in spec["indicators"]}
    return [row | own_decimals(row.get(column, ""), law[row["indicator"]]) for row in rows]


def own_decimals(value: str, law: int) -> Row:
    """The column `decimals` of a figure that is printed with more or fewer than the law says."""
    printed = len(value.partition(".")[2])
    return {"decimals": str(printed)} if value not in ("", NOT_AVAILABLE) and printed != law else {}


def order(names: Iterable[str]) -> dict[str, int]:
    """Each name's rank by first appearance."""
    return {name: rank for rank, name in enumerate(dict.fromkeys(names))}


def statements(ledger: Ledger, kind: str, cells: Sequence[Row]) -> list[Statement]:
    """Targets or benchmarks, each said once for everywhere and again for the places that differ."""
    groups: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for fact in (*ledger.kept.values(), *ledger.blank.values()):
        if fact.kind == kind:
            groups[fact.indicator, fact.when, fact.what].setdefault(fact.place, fact.value)
    nowhere, indicators = absent_levels(cells), order(indicator for indicator, _, _ in groups)
    return [
        Statement(indicator, area, when, what, value)
        for (indicator, when, what), values in sorted(groups.items(), key=lambda item: indicators[item[0][0]])
        for area, value in by_area(indicator, values, nowhere)
    ]


def by_area(indicator: str, values: dict[str, str], nowhere: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The commonest statement of the places where the indicator exists under a blank area, then the others.

    Nothing printed is a statement too, but one that needs no row. A place that prints nothing where most
    print something could not be told apart from them, so that is refused.
    """
    there = {place: value for place, value in values.items() if (indicator, level_of(place)) not in nowhere}
    common = Counter((there or values).values()).most_common(1)[0][0]
    silent = [place for place, value in there.items() if common and not value]
    if silent:
        raise ValueError(f"{indicator}: nothing is printed for {', '.join(silent)}, elsewhere {common}")
    others = [(place, value) for place, value in values.items() if value not in ("", common)]
    return [("", common), *others] if common else others


def target_rows(stated: Iterable[Statement], floors: dict[tuple[str, str], Floor]) -> list[Row]:
    """The rows of targets.csv: each target with its floor or bands, if its year is rated."""
    return [
        {"indicator": one.indicator, "area": one.area, "year": one.when}
        | printed_target(one.value)
        | (standard(one, floors) if one.value != NOT_AVAILABLE else {})
        for one in stated
    ]


def printed_target(value: str) -> Row:
    """The target as a number, with the printed limit where it is one."""
    number = value.removeprefix(LIMIT)
    return {"target": number, "display": value if number != value else ""}


def standard(one: Statement, floors: dict[tuple[str, str], Floor]) -> Row:
    """What rates a target: its year's polarity where that differs from the current one, floor or bands."""
    key = one.indicator, one.when
    polarity = POLARITY.get(key, "")
    row = {"polarity": polarity if polarity != POLARITY.get((one.indicator, CURRENT), "") else ""}
    if key in BANDS:
        bands = dict(zip(("green_from", "green_to", "amber_from", "amber_to"), BANDS[key], strict=True))
        return row | bands | {"floor_basis": "inferred"}
    if key in floors and plain(floors[key].bounds.target) == one.value.removeprefix(LIMIT):
        floor = as_fine(floors[key].value, one.value.removeprefix(LIMIT))
        return row | {"floor": floor, "floor_basis": floors[key].basis}
    return row


def as_fine(floor: Decimal, target: str) -> str:
    """A floor standard with the decimals of the target beside it, where its own are not more."""
    printed = len(target.partition(".")[2])
    return plain(floor.quantize(Decimal(1).scaleb(-printed)) if decimals(floor) < printed else floor)


def benchmark_rows(stated: Iterable[Statement]) -> list[Row]:
    """The rows of benchmarks.csv."""
    columns = ("indicator", "group", "area", "period", "value")
    rows = ((one.indicator, one.what, one.area, one.when, one.value) for one in stated)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def source_rows(ids: Sequence[str], sources: Sequence[Row]) -> list[Row]:
    """One row for each indicator of the source page; the first where it is listed twice."""
    rows: dict[str, Row] = {}
    for indicator, row in zip(ids, sources, strict=True):
        said = {"latest_data": row["latest_data"], "released": row["released"]}
        rows.setdefault(indicator, {"indicator": indicator} | said)
    return list(rows.values())


def write(path: Path, header: Sequence[str], rows: Iterable[Row]) -> None:
    """Write one input file; a column that a row does not fill is blank."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Convert the files beside this script."""
    parser = argparse.ArgumentParser(description="Convert the published November 2024 edition into inputs.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=FOLDER, help="where the inputs go: a folder of editions"
    )
    parser.add_argument("--report", type=Path, default=REPORT, help="where the report goes")
    options = parser.parse_args()
    options.report.write_text(convert(HERE, options.folder / EDITION), encoding="utf-8", newline="\n")
    convert_october(HERE, options.folder / OCTOBER)


if __name__ == "__main__":
    main()
