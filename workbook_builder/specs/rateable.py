"""What tables need so that their rows can be headed, rated and given arrows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from workbook_builder.periods import Frequency, YearBasis
from workbook_builder.problems import quoted
from workbook_builder.rating.schemes import SCHEMES
from workbook_builder.rating.trend import LEAST_FIGURES
from workbook_builder.specs.catalogue import Indicator, Making, Unit
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.columns import TrendColumn, WhichYear, YearColumn, in_words
from workbook_builder.specs.document import Breadcrumb
from workbook_builder.specs.pages import ColumnSet, TablesPage


def _column_sets_can_be_rated(check: Checker) -> None:
    for s, column_set in enumerate(check.spec.column_sets):
        shown = _Shown(column_set, _is_annual(check, column_set))
        crumb: Breadcrumb = ("column_sets", s)
        if "indicator" not in shown.kinds:
            check.add(crumb, "no column `indicator`", "every table names its indicators", "add {kind: indicator}")
        for year in shown.years["rag"]:
            lacks = [] if year in shown.years["target"] else [f"{{kind: target, year: {in_words(year)}}}"]
            figure = "{kind: measure}" if year is WhichYear.THIS else f"{{kind: outturn, year: {in_words(year)}}}"
            lacks += [] if shown.has_figure(year) else [figure]
            if lacks:
                found = f"rag of {in_words(year)} year without what it is made of"
                check.add(crumb, found, "its target and its figure beside it", f"add {' and '.join(lacks)}")
        if "dot" in shown.kinds and not shown.has_two_figures:
            allowed = "measure or latest, and trend or earlier; outturns in annual tables"
            check.add(crumb, "dot without two figures to compare", allowed, "add the column, or remove dot")


def _counts_from_green_have_their_parts(check: Checker) -> None:
    for s, column_set in enumerate(check.spec.column_sets):
        shown = _Shown(column_set, _is_annual(check, column_set))
        if "to_green" in shown.kinds:
            lacks = [f"{{kind: {kind}}}" for kind in ("numerator", "denominator") if kind not in shown.kinds]
            lacks += [] if WhichYear.THIS in shown.years["target"] else ["{kind: target, year: this}"]
            lacks += [] if shown.has_figure(WhichYear.THIS) else ["{kind: measure}"]
            if lacks:
                allowed = "the figure, its numerator and denominator, and this year's target beside it"
                remedy = f"add {' and '.join(lacks)}"
                check.add(("column_sets", s), "to_green without what it is counted from", allowed, remedy)


def _directions_have_figures_side_by_side(check: Checker) -> None:
    for s, column_set in enumerate(check.spec.column_sets):
        kinds = [column.kind for column in column_set.columns]
        crumb: Breadcrumb = ("column_sets", s)
        if kinds.count("direction") > 1:
            check.add(crumb, "direction more than once", "one direction", "remove the others")
        if "direction" in kinds:
            if kinds.count("trend") != 1 or not {("trend", "measure"), ("trend", "latest")} & {*pairwise(kinds)}:
                found = "direction without figures that stand side by side"
                remedy = "put {kind: measure} right after {kind: trend, periods: 6}"
                check.add(crumb, found, "one trend, and the latest figure right after it", remedy)
            for c, column in enumerate(column_set.columns):
                if isinstance(column, TrendColumn) and column.periods + 1 < LEAST_FIGURES:
                    allowed = f"at least {LEAST_FIGURES - 1}: direction needs {LEAST_FIGURES} figures"
                    remedy = "show more periods, or remove direction"
                    check.add((*crumb, "columns", c, "periods"), str(column.periods), allowed, remedy)


def _is_annual(check: Checker, column_set: ColumnSet) -> bool:
    """Whether only annual indicators stand in such tables, so that an outturn is their latest figure."""
    rows = [row for *_, table in check.tables() if table.columns == column_set.id for row in table.rows]
    indicators = [check.spec.indicator_by_id.get(row.indicator) for row in rows]
    return all(i.data_period.frequency is Frequency.YEAR for i in indicators if i)


class _Shown:
    """What the columns of a set show."""

    def __init__(self, column_set: ColumnSet, annual: bool) -> None:
        self.annual = annual
        self.kinds: set[str] = {column.kind for column in column_set.columns}
        self.years: dict[str, list[WhichYear | str | int]] = {"target": [], "rag": [], "outturn": []}
        for column in column_set.columns:
            if isinstance(column, YearColumn):
                self.years[column.kind].append(column.year)

    def has_figure(self, year: WhichYear | str | int) -> bool:
        """Whether a year's rating has a figure to judge."""
        if year is WhichYear.THIS and {"measure", "latest"} & self.kinds:
            return True
        return year in self.years["outturn"] and (self.annual or year is not WhichYear.THIS)

    @property
    def has_two_figures(self) -> bool:
        """Whether an arrow has two figures to compare."""
        earlier = {"trend", "earlier"} & self.kinds or (self.annual and WhichYear.PREVIOUS in self.years["outturn"])
        return self.has_figure(WhichYear.THIS) and bool(earlier)


_DATED = ("trend", "numbers", "measure", "numerator", "denominator")


def _one_frequency_where_dated(check: Checker) -> None:
    for crumb, _, _, table in check.tables():
        column_set = check.spec.column_set_by_id.get(table.columns)
        indicators = [check.spec.indicator_by_id.get(row.indicator) for row in table.rows]
        frequencies = sorted({i.data_period.frequency.value for i in indicators if i})
        dated = column_set and any(c.kind in _DATED for c in column_set.columns)
        if dated and len(frequencies) > 1:
            found = f"indicators of several frequencies: {', '.join(frequencies)}"
            allowed = f"one frequency, because {table.columns} prints periods as headings"
            check.add(crumb, found, allowed, "split the table, or use a column set with latest and earlier")


_BASES = {Frequency.QUARTER: YearBasis.FINANCIAL, Frequency.TERM: YearBasis.ACADEMIC}


def _quarters_and_terms_have_their_year(check: Checker) -> None:
    for crumb, _, _, table in check.tables():
        for row in table.rows:
            indicator = check.spec.indicator_by_id.get(row.indicator)
            basis = _BASES.get(indicator.data_period.frequency) if indicator else None
            if indicator and basis and table.year is not basis:
                frequency = indicator.data_period.frequency.value
                found = f"{table.year.value}, though {indicator.id} has a figure each {frequency}"
                check.add((*crumb, "year"), found, basis.value, f"write `year: {basis.value}`, or move the indicator")


def _one_year_basis_per_indicator(check: Checker) -> None:
    bases: dict[str, object] = {}
    for crumb, _, _, table in check.tables():
        for row in table.rows:
            if bases.setdefault(row.indicator, table.year) is not table.year:
                found = f"{quoted(row.indicator)} in tables of both year bases"
                allowed = "one basis for an indicator, so that 2023-24 means one year of it"
                check.add(crumb, found, allowed, "give both tables the same `year`")


def _scorecards_have_targets(check: Checker) -> None:
    for s, scorecard in enumerate(check.spec.scorecards):
        tables = [t for page in scorecard.pages if isinstance(page, TablesPage) for t in page.tables]
        sets = [check.spec.column_set_by_id.get(table.columns) for table in tables]
        rated = any(column.kind == "target" for column_set in sets if column_set for column in column_set.columns)
        if rated and not any(page.kind == "targets" for page in scorecard.pages):
            crumb: Breadcrumb = ("scorecards", s, "pages")
            remedy = "add {kind: targets, name: Targets}"
            check.add(crumb, "no page `targets`", "a page on which the targets stand that tables show", remedy)


def _schemes_rate_the_polarity(check: Checker) -> None:
    for n, indicator in enumerate(check.spec.indicators):
        rules = SCHEMES[indicator.rating].rules if indicator.rating else {}
        if rules and indicator.polarity not in rules:
            letters = " or ".join(polarity.value for polarity in rules if polarity)
            found = f"rating: {indicator.rating} with {_polarity(indicator)}"
            allowed = f"a polarity of {letters}, which {indicator.rating} rates"
            check.add(("indicators", n, "rating"), found, allowed, "correct one of the two, or leave `rating` out")


def _shares_are_of_rated_indicators(check: Checker) -> None:
    for n, indicator in enumerate(check.spec.indicators):
        is_share, crumb = indicator.measure is Making.SHARE_MET, ("indicators", n)
        if is_share is not bool(indicator.of):
            found = "measure: share_met without `of`" if is_share else f"`of` with measure: {indicator.measure.value}"
            allowed = "share_met and the indicators whose ratings it counts, or neither"
            check.add(crumb, found, allowed, "add `of: [ids]` and measure: share_met, or leave both out")
        if is_share and indicator.unit is not Unit.PERCENT:
            check.add((*crumb, "unit"), indicator.unit.value, "percent, for a share", "write `unit: percent`")
        for m, name in enumerate(indicator.of):
            known = {one.id for one in check.spec.indicators if _may_be_counted(one, indicator)}
            check.known((*crumb, "of", m), name, known, "an indicator with figures as often, itself no share")


def _rated_shares_stand_apart(check: Checker) -> None:
    """A share that is rated by formula would be counted among the ratings that it counts, in circles."""
    for crumb, _, _, table in check.tables():
        shown = {row.indicator for row in table.rows}
        for indicator in (one for one in check.spec.indicators if one.id in shown and one.is_computed):
            if beside := sorted(shown & set(indicator.of)):
                found = f"{indicator.id} in one table with {beside[0]}, whose rating it counts"
                allowed = "a table of its own on the page, or `rating: judged`: Excel would count in circles"
                check.add((*crumb, "sections"), found, allowed, f"move {indicator.id} to another table of the page")


def _may_be_counted(one: Indicator, share: Indicator) -> bool:
    frequency = share.data_period.frequency
    return one.measure is not Making.SHARE_MET and one.data_period.frequency is frequency


def _polarity(indicator: Indicator) -> str:
    return f"polarity {indicator.polarity.value}" if indicator.polarity else "no polarity"


RATING_RULES: tuple[Callable[[Checker], None], ...] = (
    _column_sets_can_be_rated,
    _counts_from_green_have_their_parts,
    _directions_have_figures_side_by_side,
    _one_frequency_where_dated,
    _one_year_basis_per_indicator,
    _quarters_and_terms_have_their_year,
    _scorecards_have_targets,
    _schemes_rate_the_polarity,
    _shares_are_of_rated_indicators,
    _rated_shares_stand_apart,
)
