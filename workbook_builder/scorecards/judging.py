"""A row's figures as judges of the folder `rating` want them."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.problems import Report
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import remedy_for
from workbook_builder.rating.to_green import Percentage, ToGreen, to_green
from workbook_builder.scorecards.model import Row
from workbook_builder.specs.catalogue import Indicator, Making


def to_green_of(
    indicator: Indicator, latest: Observation | None, target: Target | None, goal: Rag = Rag.GREEN
) -> ToGreen | None:
    """How many a percentage lacks for GREEN, or for another `goal`; None where that cannot be known."""
    if indicator.measure is not Making.PERCENTAGE or latest is None:
        return None
    return to_green(percentage_of(latest), target, goal)


def percentage_of(latest: Observation) -> Percentage:
    """A percentage as it is stated, and what it is made of."""
    return Percentage(latest.measure, latest.numerator, latest.denominator)


def unratable(row: Row) -> Iterator[Target]:
    """The targets of a row that its figures cannot be rated by, for want of a limit or a polarity."""
    for period, rating in row.ratings.items():
        target = row.targets.get(row.judged_by if period == row.latest else period)
        figure = row.figure(period)
        if target and rating is Rag.NOT_RATED and isinstance(figure, Number) and target.is_set:
            yield target


def check_rated(row: Row, report: Report) -> None:
    """Every figure that has a target must be ratable; one that cannot be goes to `report`."""
    for target in unratable(row):
        what = f"{row.indicator.id} {target.year}: a target that cannot rate its figures"
        report.add(str(target.origin), what, *remedy_for(row.indicator.rating))
