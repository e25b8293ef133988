"""What a made project's pages must show, worked out from its facts by the documents' rules and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.differential.calendar_of import When, last_ended
from tests.differential.made import KINDS, Made, Row, half_up

NA = "N/A"
ARROWS = {"improved": "⇧", "worsened": "⇩", "same": "⇔"}
Shown = str | Decimal | None


@dataclass(frozen=True)
class ShownRow:
    """One printed row: whose it is, and what its cells show, by column from left to right."""

    title: str
    place: str
    cells: tuple[tuple[str, Shown], ...]


class Known:
    """What is stated of a project up to its last edition; the later statement counts."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.figures: dict[tuple[str, str, str], Row] = {}
        self.targets: dict[tuple[str, str, str], Row] = {}
        self.benchmarks: dict[tuple[str, str, str], Row] = {}
        for month in sorted(made.editions):
            tables = made.editions[month]
            self.figures |= {(r["indicator"], r["area"], r["period"]): r for r in tables["observations"]}
            self.targets |= {(r["indicator"], r["area"], r["year"]): r for r in tables["targets"]}
            self.benchmarks |= {(r["indicator"], r["area"], r["period"]): r for r in tables["benchmarks"]}

    def target(self, name: str, place: str, year: When) -> Row | None:
        """A place's own target of a year, else the one for all."""
        return self.targets.get((name, place, year.written)) or self.targets.get((name, "", year.written))

    def measure(self, name: str, place: str, period: When) -> Shown:
        """The figure as displayed, or why there is none; None where nothing is stated."""
        row = self.figures.get((name, place, period.written))
        if row is None:
            own = KINDS[self.made.indicators[name]["data_period"]]
            return "new indicator" if period.kind == own and self._is_before_first(name, place, period) else None
        return row.get("status") or self._number(name, row)

    def _number(self, name: str, row: Row) -> Decimal:
        facts = self.made.indicators[name]
        if "measure" in row:
            return Decimal(row["measure"])
        factor = 100 if facts["measure"] == "percentage" else 1
        return half_up(Decimal(factor * int(row["numerator"])) / int(row["denominator"]), facts["decimals"])

    def _is_before_first(self, name: str, place: str, period: When) -> bool:
        stated = {written for indicator, whose, written in self.figures if (indicator, whose) == (name, place)}
        earlier = [period.back(steps).written for steps in range(1, 40)]
        return bool(stated) and not stated & set(earlier) and period.written not in stated

    def latest(self, names: list[str], kind: str, basis: str) -> When:
        """A table's latest period of a kind: the edition's month, else the last that any of its figures has."""
        month = self.made.month
        if kind == "month":
            return month
        wanted = [name for name in names if KINDS[self.made.indicators[name]["data_period"]] == kind]
        stated = {written for name, _, written in self.figures if name in wanted}
        newest = last_ended(kind, month, basis)
        return next(p for p in (newest.back(steps) for steps in range(-1, 40)) if p.written in stated)

    def benchmark(self, name: str, place: str, as_at: bool) -> tuple[When, Shown] | None:
        """The latest statement, for a year or as at a month, that holds for a place."""
        for steps in range(-1, 40):
            when = self.made.month.back(steps) if as_at else self.made.month.year_of("financial").back(steps)
            row = self.benchmarks.get((name, place, when.written)) or self.benchmarks.get((name, "", when.written))
            if row:
                return when, NA if row["value"] == NA else Decimal(row["value"])
        return None


def shown_pages(made: Made) -> dict[str, list[ShownRow]]:
    """The rows of each sheet of tables, from top to bottom."""
    known = Known(made)
    pages: dict[str, list[ShownRow]] = {}
    for page in made.pages:
        areas = made.areas[:1] if page["areas"] == ["county"] else made.areas[1:]
        for area in areas:
            rows = [row for table in page["tables"] for row in _rows(known, table, area)]
            pages[page["name"].replace("{area}", area)] = rows
    return pages


def _rows(known: Known, table: dict[str, Any], area: str) -> Iterator[ShownRow]:
    teams = [team for team, kind, served in known.made.teams if kind == table["teams"] and area in served]
    for place in teams if table["teams"] else [area]:
        for name in table["indicators"]:
            row = _Row(known, table, name, place)
            yield ShownRow(known.made.indicators[name]["title"], place, tuple(row.cells()))


class _Row:
    """One row, cell by cell."""

    def __init__(self, known: Known, table: dict[str, Any], name: str, place: str) -> None:
        self.known, self.table, self.name, self.place = known, table, name, place
        self.facts = known.made.indicators[name]
        self.exists = known.made.exists(name, place)
        self.columns = known.made.sets[table["columns"]]
        self.latest = known.latest(table["indicators"], KINDS[self.facts["data_period"]], table["year"])
        self.this_year = self.latest.year_of(table["year"])
        target = known.target(name, place, self.this_year)
        self.polarity = (target or {}).get("polarity") or self.facts["polarity"]

    def cells(self) -> Iterator[tuple[str, Shown]]:
        """What each column shows, with the column's name."""
        for column in self.columns:
            kind = column["kind"]
            if kind == "trend":
                for steps in range(column["periods"], 0, -1):
                    yield f"{steps} before", self.figure(self.latest.back(steps))
            else:
                yield f"{kind} {column.get('year', '')}".strip(), getattr(self, f"_{kind}")(column)

    def figure(self, period: When) -> Shown:
        """The figure of a period."""
        return self.known.measure(self.name, self.place, period) if self.exists else NA

    def year(self, column: dict[str, Any]) -> When:
        """The year that a column is about."""
        return self.this_year.back({"this": 0, "previous": 1, "next": -1}[column["year"]])

    def _code(self, column: dict[str, Any]) -> Shown:
        return self.facts["code"] or None

    def _indicator(self, column: dict[str, Any]) -> Shown:
        return str(self.facts["title"])

    def _polarity(self, column: dict[str, Any]) -> Shown:
        return self.polarity

    def _data_period(self, column: dict[str, Any]) -> Shown:
        return str(self.facts["data_period"])

    def _qpr(self, column: dict[str, Any]) -> Shown:
        return "✓" if self.facts["qpr"] else None

    def _measure(self, column: dict[str, Any]) -> Shown:
        return self.figure(self.latest)

    _latest = _measure

    def _earlier(self, column: dict[str, Any]) -> Shown:
        return self.figure(self.latest.back(1))

    def _numerator(self, column: dict[str, Any]) -> Shown:
        shown = self.figure(self.latest)
        row = self.known.figures.get((self.name, self.place, self.latest.written), {})
        part = row.get(column["kind"])
        return (Decimal(part) if part else None) if isinstance(shown, Decimal) else shown

    _denominator = _numerator

    def _outturn(self, column: dict[str, Any]) -> Shown:
        return self.figure(self.year(column))

    def _benchmark(self, column: dict[str, Any]) -> Shown:
        found = self.known.benchmark(self.name, self.place, column.get("dated") == "as_at")
        return found[1] if found else None

    def _target(self, column: dict[str, Any]) -> Shown:
        if not self.exists:
            return NA
        target = self.known.target(self.name, self.place, self.year(column))
        if target is None:
            return None
        return NA if target["target"] == NA else Decimal(target["target"])

    def _rag(self, column: dict[str, Any]) -> Shown:
        if not self.exists:
            return NA
        year = self.year(column)
        target = self.known.target(self.name, self.place, year)
        if target is None:
            return None
        figure = self.figure(self.latest if year == self.this_year else year)
        if not isinstance(figure, Decimal) or target["target"] == NA:
            return NA
        return _rating(figure, target, target.get("polarity") or self.facts["polarity"])

    def _dot(self, column: dict[str, Any]) -> Shown:
        kinds = {column["kind"] for column in self.columns}
        if self.polarity is None or not kinds & {"trend", "earlier"}:
            return None
        now, before = self.figure(self.latest), self.figure(self.latest.back(1))
        if not isinstance(now, Decimal) or not isinstance(before, Decimal):
            return NA
        if self.polarity == "T":
            shows_target = any(c["kind"] in ("target", "rag") and c["year"] == "this" for c in self.columns)
            target = self.known.target(self.name, self.place, self.this_year) if shows_target else None
            if target is None or target["target"] == NA:
                return NA
            now, before = -abs(now - Decimal(target["target"])), -abs(before - Decimal(target["target"]))
        gain = (now - before) * (-1 if self.polarity == "L" else 1)
        return ARROWS["improved" if gain > 0 else "worsened" if gain < 0 else "same"]


def _rating(figure: Decimal, target: Row, polarity: str) -> str:
    if polarity == "T":
        bands = {end: Decimal(target[end]) for end in ("green_from", "green_to", "amber_from", "amber_to")}
        if bands["green_from"] <= figure <= bands["green_to"]:
            return "GREEN"
        return "AMBER" if bands["amber_from"] <= figure <= bands["amber_to"] else "RED"
    aim, floor = Decimal(target["target"]), Decimal(target["floor"])
    if (figure >= aim) if polarity == "H" else (figure <= aim):
        return "GREEN"
    return "AMBER" if ((figure >= floor) if polarity == "H" else (figure <= floor)) else "RED"
