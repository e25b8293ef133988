"""The report of a conversion: what was read and written, and what became of everything else.

self_check.py looks for lost facts in these lines, so their wording is part of the rules.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from floors import BANDS, POLARITY, Floor, plain
from october import report_lines
from printed import (
    BENCHMARK,
    EDITION,
    OBSERVATION,
    TARGET,
    Ledger,
    Row,
    absent_levels,
    level_of,
    months_late,
    moved,
    period,
    place_of,
)


@dataclass(frozen=True)
class Conversion:
    """What was read, what became of it, and the rows of each input file."""

    cells: list[Row]
    ledger: Ledger
    floors: dict[tuple[str, str], Floor]
    sources: list[tuple[str, Row]]
    files: dict[str, list[Row]]
    october: dict[str, list[Row]]


def report_text(conversion: Conversion) -> str:
    """The whole report."""
    sections = fates(conversion) | choices(conversion)
    blocks = ("\n".join([title, *(f"  {line}" for line in lines or ["none"])]) for title, lines in sections.items())
    return f"Conversion of the published edition {EDITION}\n\n" + "\n\n".join(blocks) + "\n"


def fates(conversion: Conversion) -> dict[str, list[str]]:
    """What became of every row and fact, under its title."""
    cells, ledger = conversion.cells, conversion.ledger
    return {
        "Read": read_lines(conversion),
        "Rows of the cells file, by the fate of their trend and measure": row_lines(cells, ledger),
        "Printed facts of the cells file (one figure or N/A each), by fate": fact_lines(ledger),
        "Written": written_lines(conversion),
        "Did not convert: neither a number nor N/A": unreadable_lines(ledger),
        "Taken not to exist at a level: N/A in trend and measure of every place": absent_lines(cells, ledger),
        "Monthly tables whose printed months lag the edition's, relabelled": relabelled_lines(cells),
        "Facts stated twice and identically, by the pages": repeated_lines(conversion),
        "Facts stated twice and differently (kept: the first in file order)": dropped_lines(conversion),
    }


def choices(conversion: Conversion) -> dict[str, list[str]]:
    """What was chosen or left to others, under its title."""
    floors = conversion.floors.values()
    return {
        "Floor standards: published": floor_lines(floors, "published"),
        "Floor standards: inferred from the printed ratings": floor_lines(floors, "inferred"),
        "Bands of T indicators, and polarities that differ by year": band_lines(),
        "Source systems: they stand in the specification": system_lines(conversion.sources),
        "October 2024, as far as this edition gives it (rules: october.py)": report_lines(
            conversion.october, conversion.files
        ),
        "Not inputs, by rule": [
            "ratings (rag, prev_rag) and arrows (dot): the builder works them out",
            "code, title, polarity, data period, qpr, source group: they stand in the specification",
        ],
    }


def read_lines(conversion: Conversion) -> list[str]:
    """How many rows each published file has."""
    return [
        f"cells: {len(conversion.cells)} rows",
        f"floor_bounds: {len(conversion.floors)} rows",
        f"sources: {len(conversion.sources)} rows",
    ]


def row_lines(cells: Sequence[Row], ledger: Ledger) -> list[str]:
    """How many rows were written, only state N/A of what does not exist, or repeat an earlier row."""
    kept = {fact.line for fact in ledger.kept.values() if fact.kind == OBSERVATION}
    absent = {fact.line for fact in ledger.absent}
    again = {fact.line for _, fact in (*ledger.repeated, *ledger.dropped)} - kept
    counts = {
        "converted": len(kept),
        "of indicators that do not exist at the level (their targets and benchmarks are read)": len(absent),
        "stating only what an earlier row states": len(again - absent),
    }
    counts["converted into nothing"] = len(cells) - sum(counts.values())
    return [f"{number} {what}" for what, number in counts.items()] + [f"{len(cells)} in all"]


def fact_lines(ledger: Ledger) -> list[str]:
    """How many facts met which fate."""
    counts = {
        "written": len(ledger.kept),
        "stated again identically": len(ledger.repeated),
        "stated again differently, dropped": len(ledger.dropped),
        "N/A of an indicator that does not exist at the level": len(ledger.absent),
        "not converted": len(ledger.unreadable),
    }
    return [f"{number} {what}" for what, number in counts.items()] + [f"{sum(counts.values())} in all"]


def written_lines(conversion: Conversion) -> list[str]:
    """The rows of each file and the facts that they hold."""
    facts = Counter(fact.kind for fact in conversion.ledger.kept.values())
    held = {"observations": facts[OBSERVATION], "targets": facts[TARGET], "benchmarks": facts[BENCHMARK]}
    held["sources"] = 2 * len(conversion.files["sources"])
    return [f"{name}.csv: {len(rows)} rows for {held[name]} facts" for name, rows in conversion.files.items()]


def absent_lines(cells: Sequence[Row], ledger: Ledger) -> list[str]:
    """Each indicator and level with the number of places and of N/A cells."""
    pairs = ((row["id"], level_of(place_of(row))) for row in cells)
    absent = absent_levels(cells)
    lines = []
    for indicator, level in dict.fromkeys(pair for pair in pairs if pair in absent):
        facts = [one for one in ledger.absent if (one.indicator, level_of(one.place)) == (indicator, level)]
        places = len({fact.place for fact in facts})
        lines.append(f"not there: {indicator}, {level} ({places} places, {len(facts)} N/A cells)")
    return lines


def relabelled_lines(cells: Sequence[Row]) -> list[str]:
    """Each table whose headings lag, with the first and last month printed and read."""
    tables: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in cells:
        if months_late(row):
            tables[row["page"], row["section"]].append(row)
    return [f"{', '.join(table)}: {relabelling(rows[0])} ({len(rows)} rows)" for table, rows in tables.items()]


def relabelling(row: Row) -> str:
    """The months as printed and as read."""
    labels = [row["trend_periods"].split(";")[0], row["measure_period"]]
    read = [moved(period(label), months_late(row)) for label in labels]
    return f"printed {' to '.join(labels)}, read as {' to '.join(read)}"


def unreadable_lines(ledger: Ledger) -> list[str]:
    """Every printed value that cannot be an input."""
    return [f"not converted: {fact.name}" for fact in ledger.unreadable]


def repeated_lines(conversion: Conversion) -> list[str]:
    """How many facts stand on the same two pages, or twice on the source page."""
    counts = Counter((kept.table, again.table) for kept, again in conversion.ledger.repeated)
    lines = [f"{number}: {kept} / {again}" for (kept, again), number in counts.items()]
    rows, written = len(conversion.sources), len(conversion.files["sources"])
    same = 2 * (rows - written) - len(dropped_sources(conversion.sources))
    return lines + ([f"{same}: source page, two groups"] if same else [])


def dropped_lines(conversion: Conversion) -> list[str]:
    """Every fact that was dropped, with the one kept, in the tables and on the source page."""
    pairs = conversion.ledger.dropped
    tables = [f"dropped: {again.name}; kept {kept.value} ({kept.source})" for kept, again in pairs]
    return [*tables, *dropped_sources(conversion.sources)]


def dropped_sources(sources: Iterable[tuple[str, Row]]) -> list[str]:
    """What the source page says of an indicator the second time, where it differs from the first."""
    first: dict[str, Row] = {}
    return [
        f"dropped: {indicator}, {column}: {row[column]}; kept {first[indicator][column]}"
        for indicator, row in sources
        for column in ("latest_data", "released")
        if row[column] != first.setdefault(indicator, row)[column]
    ]


def floor_lines(floors: Iterable[Floor], basis: str) -> list[str]:
    """Every floor of one basis with its bounds."""
    return [f"{floor.indicator} {floor.year}: {described(floor)}" for floor in floors if floor.basis == basis]


def described(floor: Floor) -> str:
    """A floor, its bounds and whether the other year had a say."""
    bounds = floor.bounds
    limits = {"target": bounds.target, "worst amber": bounds.worst_amber, "best red": bounds.best_red}
    said = ", ".join(f"{name} {'-' if limit is None else plain(limit)}" for name, limit in limits.items())
    other = "; fits the other year too" if floor.shared else ""
    return f"{plain(floor.value)} ({bounds.polarity}, {said}){other}"


def band_lines() -> list[str]:
    """The bands and the polarities that the published README gives."""
    bands = {key: f"green {a} to {b}, amber {c} to {d}" for key, (a, b, c, d) in BANDS.items()}
    polarities = {key: f"polarity {polarity}" for key, polarity in POLARITY.items()}
    said = (*bands.items(), *polarities.items())
    return [f"{indicator} {year}: {text}" for (indicator, year), text in said]


def system_lines(sources: Iterable[tuple[str, Row]]) -> list[str]:
    """Each source system with the indicators that come from it."""
    systems: dict[str, list[str]] = defaultdict(list)
    for indicator, row in sources:
        systems[row["source"]].append(indicator)
    return [f"{system}: {', '.join(dict.fromkeys(ids))}" for system, ids in systems.items()]
