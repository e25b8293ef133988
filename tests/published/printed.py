"""What the published edition states, one fact at a time, and what becomes of each fact.

The rules come from README.md and LAYOUT.md beside this file ("the published README" and "the published
layout" below). Nothing here knows of a single cell, indicator or district.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

EDITION = "2024-11"
CURRENT, PREVIOUS = "2024-25", "2023-24"
COUNTY = "Kent"
NOT_AVAILABLE = "N/A"
LIMIT = "<= "  # "Targets for counts are printed as limits" (published layout)
OBSERVATION, TARGET, BENCHMARK = "observation", "target", "benchmark"
LATEST = ("measure", "numerator", "denominator")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNCODED_ACTIVITY = {  # the source page's rows that have neither a printed code nor a row in the tables
    "Number of Child Protection cases": "CP-CASES",
    "Number of Children in Care": "CIC-CASES",
    "Number of Care Leavers": "CARE-LEAVERS",
}

Row = dict[str, str]
Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Fact:
    """One printed figure (or N/A, or blank): what it says, of which indicator, place and time, and where."""

    kind: str
    indicator: str
    place: str
    when: str
    what: str
    value: str
    table: str
    line: int

    @property
    def key(self) -> Key:
        """What the fact is about: two facts with one key state the same thing."""
        return self.kind, self.indicator, self.place, self.when, self.what

    @property
    def name(self) -> str:
        """The fact as the report names it."""
        about = ", ".join((self.indicator, self.place, self.when, self.what))
        return f"{about} {self.value} ({self.source})"

    @property
    def source(self) -> str:
        """Where the fact is printed."""
        return f"{self.table}, line {self.line}"

    @property
    def readable(self) -> bool:
        """Whether the value is a number, a limit or N/A: nothing else can be an input."""
        number = self.value.removeprefix(LIMIT) if self.kind == TARGET else self.value
        return number == NOT_AVAILABLE or re.fullmatch(r"-?\d+(\.\d+)?", number) is not None


@dataclass
class Ledger:
    """What became of every printed fact. The first statement in file order is kept (published README)."""

    kept: dict[Key, Fact] = field(default_factory=dict)
    blank: dict[Key, Fact] = field(default_factory=dict)
    repeated: list[tuple[Fact, Fact]] = field(default_factory=list)
    dropped: list[tuple[Fact, Fact]] = field(default_factory=list)
    absent: list[Fact] = field(default_factory=list)
    unreadable: list[Fact] = field(default_factory=list)

    def enter(self, fact: Fact, absent: set[tuple[str, str]]) -> None:
        """Note one fact under its fate."""
        if not fact.value:
            self.blank.setdefault(fact.key, fact)
        elif not fact.readable:
            self.unreadable.append(fact)
        elif is_absent(fact, absent):
            self.absent.append(fact)
        elif (first := self.kept.setdefault(fact.key, fact)) is not fact:
            (self.repeated if first.value == fact.value else self.dropped).append((first, fact))


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def published_rows(published: Path, name: str) -> list[Row]:
    """The rows of one published file of the edition: cells, floor_bounds or sources."""
    return read_rows(published / f"{EDITION}_{name}.csv")


def ledger_of(rows: Sequence[Row]) -> Ledger:
    """Every fact of the cells file with its fate."""
    ledger, absent = Ledger(), absent_levels(rows)
    for fact in all_facts(rows):
        ledger.enter(fact, absent)
    return ledger


def all_facts(rows: Sequence[Row]) -> Iterator[Fact]:
    """The facts of all rows in file order; the heading is line 1."""
    for line, row in enumerate(rows, start=2):
        yield from row_facts(row, line)


def row_facts(row: Row, line: int) -> Iterator[Fact]:
    """The facts of one printed row, blanks included."""
    table = f"{row['page']}, {row['section']}"
    for slots in (observation_slots(row), target_slots(row), benchmark_slots(row)):
        for kind, when, what, value in slots:
            yield Fact(kind, row["id"], place_of(row), when, what, value, table, line)


def observation_slots(row: Row) -> Iterator[tuple[str, str, str, str]]:
    """Trend, latest figures and the previous year's outturn, without thousands separators."""
    late = months_late(row)
    trend = zip(row["trend_periods"].split(";"), row["trend"].split(";"), strict=True)
    stated = [(label, "measure", value) for label, value in trend]
    stated += [(row["measure_period"], what, row[what]) for what in LATEST]
    for label, what, value in stated:
        yield OBSERVATION, moved(period(label), late), what, value.replace(",", "")
    yield OBSERVATION, PREVIOUS, "measure", row["outturn"].replace(",", "")


def target_slots(row: Row) -> Iterator[tuple[str, str, str, str]]:
    """The targets under the years that head their columns."""
    for column, year in target_years(row["section"]).items():
        yield TARGET, year, "target", row[column]


def benchmark_slots(row: Row) -> Iterator[tuple[str, str, str, str]]:
    """The last two columns under the groups and the period that head them (published layout, Tables)."""
    groups = {
        "send monthly": ("south_east", "england", "2023-12-31"),
        "quarterly": ("south_east", "england_wales", "2024-01"),
    }
    group, national, when = groups.get(row["section"], ("sn_or_se", "england", PREVIOUS))
    yield BENCHMARK, when, group, row["benchmark"]
    yield BENCHMARK, when, national, row["national"]


def target_years(section: str) -> dict[str, str]:
    """The target columns of a section and their years (published layout, Tables)."""
    if section in ("annual", "vulnerable learners"):
        return {"target": PREVIOUS, "next_target": CURRENT}
    return {"target": CURRENT, "prev_target": PREVIOUS}


def place_of(row: Row) -> str:
    """The team, or the area itself (published README, cells.csv)."""
    return row["team"] or row["page"]


def level_of(place: str) -> str:
    """County, district, CSWT or EHU: team names end with the kind of team (published README, cells.csv)."""
    kind = place.split()[-1]
    if kind in ("CSWT", "EHU"):
        return kind
    return "county" if place == COUNTY else "district"


def absent_levels(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """Indicator and level with nothing but N/A in trend and measure, wherever printed.

    "An indicator that does not exist for a district keeps its row, with N/A" (published layout): where every
    place of the level is so, the indicator does not exist there; where some are, the N/A is a fact of theirs.
    """
    stated: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        stated[row["id"], level_of(place_of(row))].update([*row["trend"].split(";"), row["measure"]])
    return {where for where, values in stated.items() if values == {NOT_AVAILABLE}}


def is_absent(fact: Fact, absent: set[tuple[str, str]]) -> bool:
    """Whether the fact only says N/A of an indicator that does not exist at the place's level."""
    nothing = fact.kind == OBSERVATION and fact.value == NOT_AVAILABLE
    return nothing and (fact.indicator, level_of(fact.place)) in absent


def period(label: str) -> str:
    """A printed period label in the notation of the inputs: Nov-24, Q2 24-25, Autumn 23-24, 2020-21."""
    if match := re.fullmatch(r"([A-Z][a-z]{2})-(\d\d)", label):
        return f"20{match[2]}-{MONTHS.index(match[1]) + 1:02d}"
    if match := re.fullmatch(r"(\w+) (\d\d-\d\d)", label):
        return f"20{match[2]} {match[1]}"
    if re.fullmatch(r"20\d\d-\d\d", label):
        return label
    raise ValueError(f"no period label: {label!r}")


def months_late(row: Row) -> int:
    """By how many months a monthly table's headings lag the edition.

    The published README shows for two tables that the columns are the edition's although their headings lag;
    read as a rule for every monthly table: the latest month is the edition's.
    """
    if not row["section"].endswith("monthly"):
        return 0
    return month_number(EDITION) - month_number(period(row["measure_period"]))


def month_number(month: str) -> int:
    """Months since year 0, for counting from one month to another."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def moved(when: str, months: int) -> str:
    """A month so many months later; any other period only ever moves by none."""
    if not months:
        return when
    year, month = divmod(month_number(when) + months, 12)
    return f"{year}-{month + 1:02d}"


def source_ids(cells: Sequence[Row], sources: Sequence[Row]) -> list[str]:
    """The indicator id of every row of the source page: its code, or by its title without the remark."""
    titles = {without_remark(row["indicator"]): row["id"] for row in cells if not row["code"]}
    titles |= UNCODED_ACTIVITY
    return [row["code"] or titles[without_remark(row["indicator"])] for row in sources]


def without_remark(title: str) -> str:
    """A title without a trailing remark in square brackets."""
    return re.sub(r"\s*\[[^]]*\]$", "", title)
