"""What the spec's parts must agree on: ids are unique, references lead somewhere, tables can be rated."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from workbook_builder.periods import Frequency
from workbook_builder.problems import Report, quoted
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.columns import BenchmarkColumn, WhichYear, YearColumn
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ColumnSet, Page, RowEntry, TablesPage, TableSpec

_LEVELS = [level.value for level in Level]


def check_references(
    spec: Spec, document: Document, report: Report, made_up: Collection[Breadcrumb] = frozenset()
) -> None:
    """Every disagreement within the spec goes to `report`, but none about places whose values are made up."""
    checker = Checker(spec, document, report, made_up)
    for rule in _RULES:
        rule(checker)


def _unique_names(check: Checker) -> None:
    spec = check.spec
    check.unique(("areas",), [area.name for area in spec.areas], "name", ("name",))
    check.unique(("teams",), [team.name for team in spec.teams], "name", ("name",))
    check.unique(("indicators",), [indicator.id for indicator in spec.indicators], "id", ("id",))
    check.unique(("column_sets",), [column_set.id for column_set in spec.column_sets], "id", ("id",))
    check.unique(("benchmark_groups",), [group.id for group in spec.benchmark_groups], "id", ("id",))
    check.unique(("scorecards",), [scorecard.id for scorecard in spec.scorecards], "id", ("id",))
    areas = {area.name.casefold() for area in spec.areas}
    for t, team in enumerate(spec.teams):
        if team.name.casefold() in areas:
            check.add(("teams", t, "name"), quoted(team.name), "a name that no area has", "rename the team")


def _one_county(check: Checker) -> None:
    counties = [area.name for area in check.spec.areas if area.level is Level.COUNTY]
    if len(counties) != 1:
        found = f"{len(counties)} areas of level county"
        check.add(("areas",), found, "exactly one county", "set the others to district")


def _teams_serve_districts(check: Checker) -> None:
    districts = [area.name for area in check.spec.areas if area.level is Level.DISTRICT]
    for t, team in enumerate(check.spec.teams):
        for d, district in enumerate(team.districts):
            check.known(("teams", t, "districts", d), district, [*districts, *check.surplus_counties], "a district")


def _indicators_exist_somewhere(check: Checker) -> None:
    spec = check.spec
    words = [*_LEVELS, *sorted({team.kind for team in spec.teams}), *spec.area_by_name, *spec.team_by_name]
    for n, indicator in enumerate(spec.indicators):
        for w, word in enumerate(indicator.exists):
            crumb = ("indicators", n, "exists", w)
            check.known(crumb, word, words, "county, district, a kind of team, or the name of an area or team")


def _sums_are_over_places(check: Checker) -> None:
    words = [Level.DISTRICT.value, *sorted({team.kind for team in check.spec.teams})]
    for n, indicator in enumerate(check.spec.indicators):
        if indicator.adds_up:
            crumb = ("indicators", n, "adds_up", "over")
            check.known(crumb, indicator.adds_up.over, words, "district, or a kind of team")


def _benchmark_columns(check: Checker) -> None:
    for s, column_set in enumerate(check.spec.column_sets):
        for c, column in enumerate(column_set.columns):
            if isinstance(column, BenchmarkColumn):
                crumb = ("column_sets", s, "columns", c, "group")
                check.known(crumb, column.group, check.spec.group_by_id, "a benchmark group")


def _column_sets_can_be_rated(check: Checker) -> None:
    for s, column_set in enumerate(check.spec.column_sets):
        shown = _Shown(column_set, _is_annual(check, column_set))
        crumb: Breadcrumb = ("column_sets", s)
        if "indicator" not in shown.kinds:
            check.add(crumb, "no column `indicator`", "every table names its indicators", "add {kind: indicator}")
        for year in shown.years["rag"]:
            lacks = [] if year in shown.years["target"] else [f"{{kind: target, year: {year.value}}}"]
            figure = "{kind: measure}" if year is WhichYear.THIS else f"{{kind: outturn, year: {year.value}}}"
            lacks += [] if shown.has_figure(year) else [figure]
            if lacks:
                found = f"rag of {year.value} year without what it is made of"
                check.add(crumb, found, "its target and its figure beside it", f"add {' and '.join(lacks)}")
        if "dot" in shown.kinds and not shown.has_two_figures:
            allowed = "measure or latest, and trend or earlier; outturns in annual tables"
            check.add(crumb, "dot without two figures to compare", allowed, "add the column, or remove dot")


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
        self.years: dict[str, list[WhichYear]] = {"target": [], "rag": [], "outturn": []}
        for column in column_set.columns:
            if isinstance(column, YearColumn):
                self.years[column.kind].append(column.year)

    def has_figure(self, year: WhichYear) -> bool:
        """Whether a year's rating has a figure to judge."""
        if year is WhichYear.THIS and {"measure", "latest"} & self.kinds:
            return True
        return year in self.years["outturn"] and (self.annual or year is not WhichYear.THIS)

    @property
    def has_two_figures(self) -> bool:
        """Whether an arrow has two figures to compare."""
        earlier = {"trend", "earlier"} & self.kinds or (self.annual and WhichYear.PREVIOUS in self.years["outturn"])
        return self.has_figure(WhichYear.THIS) and bool(earlier)


def _rows_lead_somewhere(check: Checker) -> None:
    for crumb, _, _, table in check.tables():
        check.known((*crumb, "columns"), table.columns, check.spec.column_set_by_id, "a column set")
        for s, section in enumerate(table.sections):
            if section.teams:
                kinds = sorted({team.kind for team in check.spec.teams})
                check.known((*crumb, "sections", s, "teams"), section.teams, kinds, "a kind of team")
            _check_entries(check, (*crumb, "sections", s, "indicators"), section.rows)
        _no_indicator_twice(check, crumb, table)
    for c, scorecard in enumerate(check.spec.scorecards):
        for g, group in enumerate(scorecard.groups):
            crumb = ("scorecards", c, "groups", g, "indicators")
            _check_entries(check, crumb, group.rows)
            check.unique(crumb, [row.indicator for row in group.rows], "indicator")


def _check_entries(check: Checker, crumb: Breadcrumb, rows: tuple[RowEntry, ...]) -> None:
    for r, row in enumerate(rows):
        check.known((*crumb, r), row.indicator, check.spec.indicator_by_id, "an indicator")
        for a, area in enumerate(row.areas):
            check.known((*crumb, r, "areas", a), area, check.spec.area_by_name, "an area")


def _no_indicator_twice(check: Checker, crumb: Breadcrumb, table: TableSpec) -> None:
    seen: set[str] = set()
    for s, section in enumerate(table.sections):
        for r, row in enumerate(section.rows):
            if row.indicator in seen:
                where = (*crumb, "sections", s, "indicators", r)
                check.add(where, f"{quoted(row.indicator)} twice in the table", "each once", "remove one")
            seen.add(row.indicator)


def _one_frequency_where_dated(check: Checker) -> None:
    for crumb, _, _, table in check.tables():
        column_set = check.spec.column_set_by_id.get(table.columns)
        indicators = [check.spec.indicator_by_id.get(row.indicator) for row in table.rows]
        frequencies = sorted({i.data_period.frequency.value for i in indicators if i})
        dated = column_set and any(c.kind in ("trend", "measure") for c in column_set.columns)
        if dated and len(frequencies) > 1:
            found = f"indicators of several frequencies: {', '.join(frequencies)}"
            allowed = f"one frequency, because {table.columns} prints periods as headings"
            check.add(crumb, found, allowed, "split the table, or use a column set with latest and earlier")


def _one_year_basis_per_indicator(check: Checker) -> None:
    bases: dict[str, object] = {}
    for crumb, _, _, table in check.tables():
        for row in table.rows:
            if bases.setdefault(row.indicator, table.year) is not table.year:
                found = f"{quoted(row.indicator)} in tables of both year bases"
                allowed = "one basis for an indicator, so that 2023-24 means one year of it"
                check.add(crumb, found, allowed, "give both tables the same `year`")


def _pages_lead_somewhere(check: Checker) -> None:
    words = [*check.spec.area_by_name, *_LEVELS]
    for s, scorecard in enumerate(check.spec.scorecards):
        sheets: list[tuple[Breadcrumb, str]] = []
        for p, page in enumerate(scorecard.pages):
            crumb: Breadcrumb = ("scorecards", s, "pages", p)
            sheets += [((*crumb, "name"), name) for name in _sheet_names(check, page)]
            if isinstance(page, TablesPage):
                for a, area in enumerate(page.areas):
                    check.known((*crumb, "areas", a), area, words, "county, district, or an area's name")
                check.unique((*crumb, "tables"), [table.id for table in page.tables], "table id", ("id",))
        _check_sheet_names(check, sheets)


def _sheet_names(check: Checker, page: Page) -> list[str]:
    if not isinstance(page, TablesPage):
        return [page.name]
    served = dict.fromkeys(area.name for area in check.spec.areas_named(page.areas))
    return [page.name.replace("{area}", area) for area in served if area not in check.surplus_counties]


def _check_sheet_names(check: Checker, sheets: Iterable[tuple[Breadcrumb, str]]) -> None:
    seen: set[str] = set()
    for crumb, name in sheets:
        if len(name) > 31:
            check.add(crumb, f"the sheet name {quoted(name)}", "at most 31 characters", "shorten the name")
        if name.casefold() == "history":
            check.add(
                crumb, f"the sheet name {quoted(name)}", "a name that Excel does not keep for itself", "rename it"
            )
        if name.casefold() in seen:
            check.add(crumb, f"two sheets called {quoted(name)}", "each name once", "add {area}, or rename one")
        seen.add(name.casefold())


def _scorecards_have_targets(check: Checker) -> None:
    for s, scorecard in enumerate(check.spec.scorecards):
        tables = [t for page in scorecard.pages if isinstance(page, TablesPage) for t in page.tables]
        sets = [check.spec.column_set_by_id.get(table.columns) for table in tables]
        rated = any(column.kind == "target" for column_set in sets if column_set for column in column_set.columns)
        if rated and not any(page.kind == "targets" for page in scorecard.pages):
            crumb: Breadcrumb = ("scorecards", s, "pages")
            remedy = "add {kind: targets, name: Targets}"
            check.add(crumb, "no page `targets`", "a page on which the targets stand that tables show", remedy)


_RULES: list[Callable[[Checker], None]] = [
    _unique_names,
    _one_county,
    _teams_serve_districts,
    _indicators_exist_somewhere,
    _sums_are_over_places,
    _benchmark_columns,
    _column_sets_can_be_rated,
    _rows_lead_somewhere,
    _one_frequency_where_dated,
    _one_year_basis_per_indicator,
    _pages_lead_somewhere,
    _scorecards_have_targets,
]
