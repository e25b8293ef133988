"""What a reader can find out, by another method: CP-SAT over children by district and team, and nothing of ours.

It does not know the package's relations: it counts children of each district with each team, says what places they
make, and asks for the least and the most that a withheld count can be.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from ortools.sat.python import cp_model

from tests.support.public_tables.making import COUNTY
from workbook_builder.inputs.observations import Key
from workbook_builder.periods import Period
from workbook_builder.specs.catalogue import Level, Making
from workbook_builder.specs.model import Spec
from workbook_builder.suppression import Cell, Demand, Part, Publication

MOST = 100_000


class Finder:
    """What editions of one indicator print of a period, as constraints; no mark stands for less than `least`.

    Of `outdated` figures the last edition prints a mark, and they are not what an earlier one printed.
    """

    def __init__(
        self,
        spec: Spec,
        publications: Sequence[Publication],
        least: int,
        period: Period,
        outdated: Collection[Cell] = (),
    ) -> None:
        self.spec, self.publications, self.least, self.outdated = spec, publications, least, outdated
        self.indicator = spec.indicators[0]
        self.model = cp_model.CpModel()
        self.unknown: dict[tuple[Cell, int], Any] = {}
        self.children: dict[tuple[Part, int, Period, str, str], Any] = {}
        for n, each in enumerate(publications):
            if any(cell.period == period for cell in each.figures):
                self._add(n, period)

    def values(self, demand: Demand) -> list[tuple[int, int] | None]:
        """The least and the most of what a demand is about, in each edition that prints its table.

        None where no world is possible.
        """
        (_, _, period) = demand.row
        shown = [n for n, each in enumerate(self.publications) if any(c.period == period for c in each.figures)]
        then = [
            {cell for _, cell in demand.terms if each.figures.get(cell) is not None} for each in self.publications
        ]
        shown = [n for n in shown if not then[n] & set(self.outdated)]
        return [self._range([(sign, self._count(cell, n)) for sign, cell in demand.terms]) for n in shown]

    def _range(self, terms: list[tuple[int, Any]]) -> tuple[int, int] | None:
        total = sum(sign * count for sign, count in terms)
        found = []
        for sense in (1, -1):
            self.model.clear_objective()
            self.model.minimize(sense * total + 0 * self.model.new_constant(0))
            solver = cp_model.CpSolver()
            solver.parameters.num_workers = 1
            if solver.solve(self.model) != cp_model.OPTIMAL:
                return None
            found.append(sense * round(solver.objective_value))
        return found[0], found[1]

    def _count(self, cell: Cell, edition: int) -> Any:
        """What is printed in an edition, else in another, else an unknown: one for all editions of the same table.

        An edition's mark stands for no count under `least`: one that is printed elsewhere was another then.
        """
        own = self.publications[edition].figures.get(cell)
        printed = [each.figures[cell] for each in self.publications if each.figures.get(cell) is not None]
        if cell in self.publications[edition].figures and own is None:
            printed = [value for value in printed if value >= self.least]  # type: ignore[operator]
        printed = [] if cell in self.outdated else printed
        if own is not None or printed:
            return int(own if own is not None else printed[-1])  # type: ignore[arg-type]
        key = cell, edition if self._is_revised(cell.period, edition) else -1
        if key not in self.unknown:
            is_marked = any(cell in each.figures for each in self.publications)
            self.unknown[key] = self.model.new_int_var(self.least if is_marked else 0, MOST, str(key))
        return self.unknown[key]

    def _is_revised(self, period: Period, edition: int) -> bool:
        """Whether an edition prints a figure of a table that another, later one, prints otherwise.

        Or withholds one by a mark that does not stand for what is printed elsewhere.
        """
        return any(
            self._is_another(c, f) for c, f in self.publications[edition].figures.items() if c.period == period
        )

    def _is_another(self, cell: Cell, figure: Decimal | None) -> bool:
        printed = [each.figures[cell] for each in self.publications if each.figures.get(cell) is not None]
        if figure is None:
            is_count = cell.part is not Part.MEASURE or self.indicator.measure is Making.NONE
            return is_count and bool(printed) and printed[-1] < self.least  # type: ignore[operator]
        return cell in self.outdated or figure != printed[-1]

    def _add(self, edition: int, period: Period) -> None:
        places = [area.name for area in self.spec.areas] + [team.name for team in self.spec.teams]
        is_percentage = self.indicator.measure is Making.PERCENTAGE
        parts = (Part.NUMERATOR, Part.DENOMINATOR) if is_percentage else (Part.MEASURE,)
        for part in parts:
            self._add_part(edition, period, part)
        for place in places if is_percentage else ():
            self._add_percentage(edition, (self.indicator.id, place, period))

    def _add_part(self, edition: int, period: Period, part: Part) -> None:
        links = [(district, team.name) for team in self.spec.teams for district in team.districts]
        links = links or [(area.name, "") for area in self.spec.areas if area.level is Level.DISTRICT]
        cells = {link: self.model.new_int_var(0, MOST, f"{edition} {period} {part} {link}") for link in links}
        for link, variable in cells.items():
            self.children[part, edition, period, *link] = variable
            if part is Part.DENOMINATOR:
                self.model.add(self.children[Part.NUMERATOR, edition, period, *link] <= variable)
        for place in {name for link in links for name in link if name}:
            count = self._count(Cell(self.indicator.id, place, period, part), edition)
            self.model.add(sum(v for link, v in cells.items() if place in link) == count)
        county = self._count(Cell(self.indicator.id, COUNTY, period, part), edition)
        rest = county - sum(cells.values())
        assert self.indicator.adds_up
        tenths = round(10 * (self.indicator.adds_up.measure or 0))
        self.model.add(rest >= 0)
        self.model.add(1000 * rest <= tenths * county)

    def _add_percentage(self, edition: int, row: Key) -> None:
        """A numerator is within its denominator; a percentage printed to one decimal is its percentage, half up."""
        part, whole = (self._count(Cell(*row, each), edition) for each in (Part.NUMERATOR, Part.DENOMINATOR))
        is_unknown = not isinstance(part, int) or not isinstance(whole, int)
        if is_unknown:
            self.model.add(part <= whole)
        shown = self.publications[edition].figures.get(Cell(*row, Part.MEASURE))
        if shown is not None and is_unknown:
            tenths = int(shown * 10)
            self.model.add(2000 * part >= (2 * tenths - 1) * whole)
            self.model.add(2000 * part <= (2 * tenths + 1) * whole - 1)
