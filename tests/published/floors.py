"""Floor standards and the bands of T indicators: the few that are published, the others inferred.

All rules come from README.md beside this file ("the published README"), section floor_bounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from printed import CURRENT, LIMIT, PREVIOUS, Row

# "Floors are printed only in passing: SCS19 75.0, SCS40 75.0, SCS34 55.0 (2023-24 and 2024-25)."
PUBLISHED = {
    (indicator, year): Decimal(floor)
    for indicator, floor in (("SCS19", "75.0"), ("SCS40", "75.0"), ("SCS34", "55.0"))
    for year in (PREVIOUS, CURRENT)
}
# "SCS13 has target 20.0; printed ratings are GREEN within 17.5-22.5, AMBER within 12.5-27.5" and, of
# EHU-CASELOAD's 2024-25, "18-22 and 12-28 fit". Green from, green to, amber from, amber to.
BANDS = {
    ("SCS13", PREVIOUS): ("17.5", "22.5", "12.5", "27.5"),
    ("SCS13", CURRENT): ("17.5", "22.5", "12.5", "27.5"),
    ("EHU-CASELOAD", CURRENT): ("18.0", "22.0", "12.0", "28.0"),
}
# EHU-CASELOAD: "every 2024-25 rating and arrow on it follows T"; "Its 2023-24 ratings follow L".
POLARITY = {("EHU-CASELOAD", CURRENT): "T", ("EHU-CASELOAD", PREVIOUS): "L"}
MOST_DIGITS = 28


@dataclass(frozen=True)
class Bounds:
    """What the printed ratings of one year imply about the floor standard."""

    polarity: str
    target: Decimal
    worst_amber: Decimal | None
    best_red: Decimal | None

    @property
    def complete(self) -> bool:
        """Whether the ratings limit the floor on both sides."""
        return self.worst_amber is not None and self.best_red is not None

    @property
    def sign(self) -> int:
        """Times this, worse figures are greater ones."""
        return -1 if self.polarity == "H" else 1

    @property
    def start(self) -> Decimal:
        """The first floor possible: beyond the target, from the worst amber on; worse is greater."""
        beyond = (self.sign * self.target).next_plus()
        return beyond if self.worst_amber is None else max(beyond, self.sign * self.worst_amber)

    @property
    def end(self) -> Decimal:
        """The best red, where worse is greater; infinite where there is none."""
        return Decimal("Infinity") if self.best_red is None else self.sign * self.best_red

    def admits(self, floor: Decimal) -> bool:
        """Whether the floor is worse than the target, not better than worst amber, better than best red."""
        return self.start <= self.sign * floor < self.end


@dataclass(frozen=True)
class Floor:
    """A floor standard, where it comes from, and the bounds it had to respect."""

    indicator: str
    year: str
    value: Decimal
    basis: str
    bounds: Bounds
    shared: bool = False


def all_floors(rows: Sequence[Row]) -> dict[tuple[str, str], Floor]:
    """The floor of every indicator and year of the bounds file."""
    bounds = {(row["id"], row["year"]): bounds_of(row) for row in rows}
    return {key: floor_of(*key, bounds) for key in bounds}


def bounds_of(row: Row) -> Bounds:
    """One row of the bounds file; a limit's target is its number."""
    amber, red = (Decimal(row[column]) if row[column] else None for column in ("worst_amber", "best_red"))
    return Bounds(row["polarity"], Decimal(row["target"].removeprefix(LIMIT)), amber, red)


def floor_of(indicator: str, year: str, bounds: dict[tuple[str, str], Bounds]) -> Floor:
    """The published floor, else "the roundest value inside".

    "Where a bound is missing choose one that fits the other year too, if there is one."
    """
    own = bounds[indicator, year]
    if (indicator, year) in PUBLISHED:
        return Floor(indicator, year, PUBLISHED[indicator, year], "published", own)
    others = [bounds[key] for key in bounds if key[0] == indicator and key[1] != year]
    shared = None if own.complete else shared_floor([own, *others])
    value = shared if shared is not None else roundest([own])
    if value is None:
        raise ValueError(f"no floor lies within the bounds of {indicator} {year}")
    return Floor(indicator, year, value, "inferred", own, shared is not None)


def shared_floor(years: Sequence[Bounds]) -> Decimal | None:
    """One floor for all years, if they are of one polarity and it needs no more decimals than the targets.

    (Between a count's target of 25 and a RED of 26 there is no floor for a count.)
    """
    if len(years) < 2 or len({bounds.polarity for bounds in years}) > 1:
        return None
    value = roundest(years)
    fine = max(decimals(bounds.target) for bounds in years)
    return value if value is not None and decimals(value) <= fine else None


def roundest(years: Sequence[Bounds]) -> Decimal | None:
    """The value inside all bounds with the fewest significant digits, of these the nearest the target.

    Counted so that worse is greater, that is the first such number from the start of the bounds on.
    """
    start, end = max(bounds.start for bounds in years), min(bounds.end for bounds in years)
    if start.adjusted() < -MOST_DIGITS:  # beyond a target of zero no number is the nearest
        return None
    for digits in range(1, MOST_DIGITS):
        value = first_number(start, digits)
        if value < end:
            return (years[0].sign * value).normalize()
    return None


def first_number(start: Decimal, digits: int) -> Decimal:
    """The first number from `start` on that has no more than so many significant digits."""
    step = Decimal(1).scaleb(start.adjusted() - digits + 1)
    return (start / step).to_integral_value(ROUND_CEILING) * step


def decimals(number: Decimal) -> int:
    """How many decimal places the number is written with."""
    return len(plain(number).partition(".")[2])


def plain(number: Decimal) -> str:
    """The number as it is written, without an exponent."""
    return f"{number:f}"
