"""What a rule is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from workbook_builder.checks.stated import Measured, Stated, stated
from workbook_builder.disclosure import Disclosed
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.observations import Observation
from workbook_builder.periods import Period
from workbook_builder.scorecards.model import Row, Scorecard, Table
from workbook_builder.scorecards.spots import activity_of
from workbook_builder.specs.catalogue import Indicator


@dataclass(frozen=True)
class Context:
    """An edition's scorecard and the figures it was made from."""

    scorecard: Scorecard
    inputs: Disclosed

    @cached_property
    def rows(self) -> Mapping[tuple[str, str], tuple[str, Table, Row]]:
        """Each indicator of each place once, with the page and table on which it first stands."""
        found: dict[tuple[str, str], tuple[str, Table, Row]] = {}
        for page in self.scorecard.pages:
            for table in page.tables:
                for row in table.rows:
                    if row.exists:
                        found.setdefault((row.indicator.id, row.place), (page.name, table, row))
        return found

    @cached_property
    def measured(self) -> Mapping[tuple[str, str], tuple[str, Measured]]:
        """Those rows, and the other indicators that pages of activity show, each with the page on which it stands."""
        found: dict[tuple[str, str], tuple[str, Measured]] = {}
        found.update({key: (page, row) for key, (page, _, row) in self.rows.items()})
        for page in self.scorecard.pages:
            for spot in activity_of(page):
                found.setdefault(spot.key, (page.name, spot))
        return found

    @property
    def table_rows(self) -> Iterator[tuple[Table, Row]]:
        """Every row as often as it stands in a table, for rules about what tables show."""
        pages = self.scorecard.pages
        return ((table, row) for page in pages for table in page.tables for row in table.rows if row.exists)

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """Every value that pages show, once: figures, standards and benchmarks, page after page."""
        return tuple(stated(self.scorecard, self.inputs))

    def observations(self) -> Iterator[tuple[Row, Period, Observation]]:
        """Every figure that a page shows, outturns too, with its row and period."""
        for _, _, row in self.rows.values():
            for period, observation in row.figures.items():
                yield row, period, observation

    def series(self, indicator: Indicator, place: str) -> list[tuple[Period, Observation]]:
        """Every figure known of a series, the earliest first."""
        frequency = indicator.data_period.frequency
        periods = [p for p in self.inputs.series.get((indicator.id, place), []) if p.frequency is frequency]
        return [(period, self.inputs.observations[indicator.id, place, period]) for period in periods]

    def finding(
        self,
        row: Measured,
        period: Period | str,
        origin: Origin | str,
        found: str,
        expected: str,
        difference: str,
        numbers: tuple[Decimal | None, Decimal | None] = (None, None),
        unit: str = "",
    ) -> Finding:
        """A finding about one row's figure; the registry adds the rule's name.

        `numbers` are what was found and what was expected, where these are numbers, in `unit` or the indicator's.
        """
        page, _ = self.measured[row.indicator.id, row.place]
        found_number, expected_number = numbers
        return Finding(
            rule="",
            page=page,
            indicator=row.indicator.id,
            title=row.indicator.title,
            place=row.place,
            period=period if isinstance(period, str) else period.label,
            where=str(origin),
            found=found,
            expected=expected,
            difference=difference,
            unit=unit or row.indicator.unit.value,
            found_number=found_number,
            expected_number=expected_number,
        )


class About(Enum):
    """What a rule is about, and so when it is applied: what it finds in figures is known before drafts are made."""

    FIGURE = "a row's figures, and what they are compared with: while it is open nothing is drafted of the row"
    COMING_YEAR = "what is still to be stated for the coming year"
    INPUTS = "what inputs state in vain, lack or give away: no doubt about a figure"
    TEXT = "what is said of a row"


@dataclass(frozen=True)
class Rule:
    """A plausibility rule: its name, why it is there, an example of what it finds, and the function that finds it.

    `finds` says what it finds, `remedy` what to do then, both in words for `--explain` and the reference. An
    acceptance may still call it by the name that it had `formerly`.
    """

    id: str
    reason: str
    example: str
    check: Callable[[Context], Iterator[Finding]]
    about: About = About.FIGURE
    finds: str = ""
    remedy: str = ""
    severity: Severity = Severity.WARNING
    formerly: str = ""
