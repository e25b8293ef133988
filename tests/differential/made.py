"""A random valid project: areas, teams, indicators of every kind, tables, two editions with gaps and restatements."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.differential.calendar_of import When, last_ended

KINDS = {"R12M": "month", "MS": "month", "YTD": "month", "Q": "quarter", "T": "term", "A": "year"}
MISSING = ["N/A", "to be supplied", "new indicator"]
MONTHS = [(2024, 10), (2024, 11), (2025, 2), (2025, 3), (2025, 4), (2024, 8), (2024, 9), (2025, 0)]
Row = dict[str, str]


def half_up(value: Decimal, decimals: int) -> Decimal:
    """As a reader rounds."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@dataclass
class Made:
    """The facts of a project, and the rows that each edition's tables state."""

    month: When
    areas: list[str]
    teams: list[tuple[str, str, list[str]]]
    indicators: dict[str, dict[str, Any]]
    sets: dict[str, list[dict[str, Any]]]
    pages: list[dict[str, Any]]
    editions: dict[When, dict[str, list[Row]]] = field(default_factory=dict)

    def exists(self, name: str, place: str) -> bool:
        """Whether an indicator exists for an area or team."""
        level = "county" if place == self.areas[0] else "district"
        kinds = [kind for team, kind, _ in self.teams if team == place] or [level]
        return bool({place, *kinds} & set(self.indicators[name]["exists"]))

    @property
    def places(self) -> list[str]:
        """Areas and teams."""
        return [*self.areas, *(team for team, _, _ in self.teams)]


def make(seed: int) -> Made:
    """The project of a seed."""
    chance = random.Random(seed)
    year, part = chance.choice(MONTHS)
    areas = ["Shire", *chance.sample(["Eastham", "Westbury", "Norton", "St. Mary & Lee"], chance.randint(1, 3))]
    made = Made(When("month", year, part), areas, list(_teams(chance, areas[1:])), {}, {}, [])
    for number in range(chance.randint(3, 7)):
        made.indicators[f"IND{number}"] = _indicator(chance, number, made)
    _lay_out(chance, made)
    for month in (made.month.back(1), made.month):
        made.editions[month] = {"observations": [], "targets": [], "benchmarks": []}
    for name in made.indicators:
        _state(chance, made, name)
    return made


def _teams(chance: random.Random, districts: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    for number in range(chance.randint(0, 3)):
        served = chance.sample(districts, chance.randint(1, min(2, len(districts))))
        yield f"Team {number} CSWT", "CSWT", served


def _indicator(chance: random.Random, number: int, made: Made) -> dict[str, Any]:
    percent = chance.random() < 0.6
    exists = ["county", "district", *(["CSWT"] if made.teams else [])]
    if chance.random() < 0.2:
        exists.remove(chance.choice(exists))
    return {
        "code": chance.choice([f"C{number}", f"C{number}", ""]),
        "title": f"Measure number {number}",
        "polarity": chance.choice(["H", "H", "L", "L", "T", "T", None]),
        "data_period": chance.choice(list(KINDS)),
        "qpr": chance.random() < 0.3,
        "unit": "percent" if percent else "rate",
        "decimals": chance.choice([0, 1, 1, 1, 2]),
        "measure": chance.choice(["percentage", "none"]) if percent else chance.choice(["ratio", "none"]),
        "exists": exists,
    }


def _lay_out(chance: random.Random, made: Made) -> None:
    """Column sets and pages: a table for each frequency and year basis, sometimes one that mixes them."""
    by_kind: dict[str, list[str]] = {}
    for name, indicator in made.indicators.items():
        by_kind.setdefault(KINDS[indicator["data_period"]], []).append(name)
    tables = [_table(chance, made, kind, names) for kind, names in by_kind.items()]
    mixed = [name for table in tables if table["year"] == "financial" for name in table["indicators"]]
    if mixed and chance.random() < 0.6:
        tables.append(_mixed(chance, made, mixed))
    made.pages = [
        {"name": "County", "areas": ["county"], "title": "County", "tables": [t for t in tables if not t["teams"]]},
        {"name": "{area}", "areas": ["district"], "title": "{area} indicators", "tables": tables},
    ]
    made.pages = [page for page in made.pages if page["tables"]]


def _table(chance: random.Random, made: Made, kind: str, names: list[str]) -> dict[str, Any]:
    basis = {"quarter": "financial", "term": "academic"}.get(kind) or chance.choice(
        ["financial", "financial", "academic"]
    )
    columns: list[dict[str, Any]] = [{"kind": "trend", "periods": chance.randint(1, 5)}, {"kind": "measure"}]
    columns += [{"kind": "numerator"}, {"kind": "denominator"}] if chance.random() < 0.7 else []
    columns += [{"kind": "dot"}] if chance.random() < 0.9 else []
    columns += [{"kind": "target", "year": "this"}, {"kind": "rag", "year": "this"}] if chance.random() < 0.9 else []
    if kind != "year" and chance.random() < 0.6:
        columns += [{"kind": "outturn", "year": "previous"}]
        columns += [{"kind": "target", "year": "previous"}, {"kind": "rag", "year": "previous"}]
    columns += [{"kind": "target", "year": "next"}] if chance.random() < 0.3 else []
    columns += [{"kind": "benchmark", "group": "england"}] if chance.random() < 0.5 else []
    columns += [{"kind": "benchmark", "group": "england", "dated": "as_at"}] if chance.random() < 0.3 else []
    if chance.random() < 0.3:
        chance.shuffle(columns)
    plain = [{"kind": word} for word in ("polarity", "data_period", "qpr") if chance.random() < 0.8]
    made.sets[kind] = [{"kind": "code"}, {"kind": "indicator"}, *plain, *columns]
    teams = "CSWT" if made.teams and chance.random() < 0.4 else ""
    return {"id": kind, "title": f"Each {kind}", "columns": kind, "year": basis, "indicators": names, "teams": teams}


def _mixed(chance: random.Random, made: Made, names: list[str]) -> dict[str, Any]:
    columns = [{"kind": "latest"}, {"kind": "earlier"}, {"kind": "dot"}]
    columns += [{"kind": "target", "year": "this"}, {"kind": "rag", "year": "this"}]
    made.sets["mixed"] = [{"kind": "code"}, {"kind": "indicator"}, *columns]
    return {
        "id": "mixed",
        "title": "Mixed",
        "columns": "mixed",
        "year": "financial",
        "indicators": names,
        "teams": "",
    }


def table_of(made: Made, name: str) -> dict[str, Any]:
    """The table of an indicator's own frequency."""
    return next(t for page in made.pages for t in page["tables"] if name in t["indicators"] and t["id"] != "mixed")


def _state(chance: random.Random, made: Made, name: str) -> None:
    """An indicator's figures, targets and benchmarks, over both editions, some restated in the second."""
    kind = KINDS[made.indicators[name]["data_period"]]
    home = next((t for page in made.pages for t in page["tables"] if name in t["indicators"]), None)
    basis = home["year"] if home else "financial"
    for place in [place for place in made.places if made.exists(name, place)]:
        for steps in range(7):
            for month in made.editions:
                latest = last_ended(kind, month, basis)
                period = latest.back(steps)
                stated_before = month == made.month and period <= last_ended(kind, made.month.back(1), basis)
                if stated_before and chance.random() < 0.85:
                    continue
                _observe(chance, made, month, name, place, period)
        if kind != "year" and chance.random() < 0.7:
            year = made.month.year_of(basis).back(1)
            _observe(chance, made, chance.choice(list(made.editions)), name, place, year)
    for place in ["", *(place for place in made.places if made.exists(name, place) and chance.random() < 0.15)]:
        for steps in (-1, 0, 1, 2):
            _aim(chance, made, name, place, made.month.year_of(basis).back(steps))
    _compare(chance, made, name)


def _observe(chance: random.Random, made: Made, month: When, name: str, place: str, period: When) -> None:
    indicator = made.indicators[name]
    row = {"indicator": name, "area": place, "period": period.written}
    decimals = indicator["decimals"]
    if chance.random() < 0.12:
        row["status"] = chance.choice(MISSING)
    elif indicator["measure"] == "none" or chance.random() < 0.15:
        row["measure"] = f"{half_up(Decimal(chance.uniform(0, 100)), decimals)}"
    else:
        denominator = chance.randint(1, 400)
        numerator = chance.randint(0, denominator)
        factor = 100 if indicator["measure"] == "percentage" else 1
        row |= {"numerator": str(numerator), "denominator": str(denominator)}
        if chance.random() < 0.6:
            row["measure"] = f"{half_up(Decimal(factor * numerator) / denominator, decimals)}"
    made.editions[month]["observations"].append(row)


def _aim(chance: random.Random, made: Made, name: str, place: str, year: When) -> None:
    indicator = made.indicators[name]
    polarity = indicator["polarity"]
    if polarity is None or (not place and chance.random() < 0.15):
        return
    row = {"indicator": name, "year": year.written, "area": place, "floor_basis": "published"}
    changed = chance.random() < 0.05 and polarity in "HL"
    polarity = {"H": "L", "L": "H"}[polarity] if changed else polarity
    row["polarity"] = polarity if changed else ""
    if chance.random() < 0.1:
        row |= {"target": "N/A", "floor_basis": ""}
    else:
        step = Decimal(1).scaleb(-indicator["decimals"])
        target = half_up(Decimal(chance.uniform(20, 80)), indicator["decimals"])
        near, far = step * chance.randint(1, 60), step * chance.randint(61, 150)
        row["target"] = str(target)
        if polarity == "T":
            row |= {"green_from": str(target - near), "green_to": str(target + near)}
            row |= {"amber_from": str(target - far), "amber_to": str(target + far)}
        else:
            row["floor"] = str(target - near if polarity == "H" else target + near)
    month = chance.choice(list(made.editions))
    made.editions[month]["targets"].append(row)


def _compare(chance: random.Random, made: Made, name: str) -> None:
    this = made.month.year_of("financial")
    whens = [this.back(steps).written for steps in (1, 2)] + [made.month.back(steps).written for steps in (4, 15)]
    for when in whens:
        for place in ["", *(place for place in made.places if made.exists(name, place) and chance.random() < 0.1)]:
            if chance.random() < 0.5:
                value = (
                    "N/A"
                    if chance.random() < 0.1
                    else f"{half_up(Decimal(chance.uniform(0, 100)), made.indicators[name]['decimals'])}"
                )
                row = {"indicator": name, "group": "england", "period": when, "value": value, "area": place}
                made.editions[chance.choice(list(made.editions))]["benchmarks"].append(row)
