"""A measure beside what its numerator and denominator make, each as the interval that rounding leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.inputs.observations import Observation
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.catalogue import Making as Made

_POWERS = {
    Decimal(1000): ("1,000 times", "a thousandth of"),
    Decimal(100): ("100 times", "a hundredth of"),
    Decimal(10): ("10 times", "a tenth of"),
}
_NEAR = Decimal("0.03")


@dataclass(frozen=True)
class Making:
    """A stated measure, its numerator and denominator, and the factor between them (100 for percentages)."""

    measure: Number
    numerator: Number
    denominator: Number
    factor: int

    @staticmethod
    def of(indicator: Indicator, observation: Observation) -> Making | None:
        """The three numbers, or None where one is missing or the measure is not made of the others."""
        parts = observation.measure, observation.numerator, observation.denominator
        measure, numerator, denominator = parts
        if indicator.measure is Made.NONE or not isinstance(measure, Number):
            return None
        if not isinstance(numerator, Number) or not isinstance(denominator, Number) or not denominator.value:
            return None
        return Making(measure, numerator, denominator, indicator.measure.factor)

    @property
    def made(self) -> Decimal:
        """What numerator and denominator make."""
        return self.factor * self.numerator.value / self.denominator.value

    @property
    def distance(self) -> Decimal:
        """How far apart the two are beyond what rounding explains; 0 where they agree."""
        half = _half_unit(self.measure)
        lowest, highest = self.measure.value - half, self.measure.value + half
        ends = [
            self.factor * (self.numerator.value + up * _open(self.numerator)) / _end(self.denominator, down)
            for up in (-1, 1)
            for down in (-1, 1)
        ]
        return max(Decimal(0), min(ends) - highest, lowest - max(ends))

    @property
    def off_by(self) -> str:
        """`0.88 more than rounding explains`: the distance in two digits, or as a whole number."""
        distance = self.distance
        about = f"{distance:,.0f}" if distance >= 100 else f"{Decimal(f'{distance:.2g}'):f}"
        return f"{about} more than rounding explains"

    @property
    def agrees(self) -> bool:
        """Whether rounding can explain the difference."""
        return self.distance == 0

    @property
    def slip(self) -> str | None:
        """`10 times`, `a tenth of` … where the measure is about that of what the numbers make, else None."""
        if self.agrees or not self.made or not self.measure.value:
            return None
        times = self.measure.value / self.made
        for power, (multiple, fraction) in _POWERS.items():
            if abs(times / power - 1) < _NEAR:
                return multiple
            if abs(times * power - 1) < _NEAR:
                return fraction
        return None

    @property
    def made_shown(self) -> Decimal:
        """What they make, as displayed; with two more decimals where the difference would not show otherwise."""
        made = rounded(self.made, self.measure.decimals)
        return rounded(self.made, self.measure.decimals + 2) if made == self.measure.shown else made

    @property
    def numbers(self) -> tuple[Decimal, Decimal]:
        """The measure and what it should be, as displayed."""
        return self.measure.shown, self.made_shown

    @property
    def expected(self) -> str:
        """`29.0, from 9 / 31`."""
        return f"{self.made_shown:,f}, from {self.numerator.value:,f} / {self.denominator.value:,f}"


def _half_unit(number: Number) -> Decimal:
    return Decimal(5).scaleb(-number.decimals - 1)


def _open(number: Number) -> Decimal:
    """What rounding leaves open: nothing of a whole number, which is a count."""
    return _half_unit(number) if number.decimals else Decimal(0)


def _end(number: Number, sign: int) -> Decimal:
    end = number.value + sign * _open(number)
    return end if end else number.value
