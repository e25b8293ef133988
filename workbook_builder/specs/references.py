"""What the spec's parts must agree on: ids are unique, references lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from workbook_builder.names import folded
from workbook_builder.problems import Report, listed, quoted
from workbook_builder.specs.activity import activity_leads_somewhere, charts_compare_like_with_like
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.columns import BenchmarkColumn
from workbook_builder.specs.commented import commentary_leads_to_rows
from workbook_builder.specs.covering_words import covering_words_fit
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.drawn import DRAWN_WORDS
from workbook_builder.specs.fields import LONGEST_TAB
from workbook_builder.specs.limits import limits_leave_something_possible
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import (
    GuidancePage,
    Page,
    RowEntry,
    Section,
    TablesPage,
    TableSpec,
)
from workbook_builder.specs.rateable import RATING_RULES
from workbook_builder.specs.renames import former_names_lead_to_one_place
from workbook_builder.specs.tabs import AREA, characters, tab_of
from workbook_builder.specs.withholding import suppression_can_be_met

_LEVELS = [level.value for level in Level]


def check_references(
    spec: Spec, document: Document, report: Report, made_up: Collection[Breadcrumb] = frozenset()
) -> None:
    """Every disagreement within the spec goes to `report`, but none about places whose values are made up."""
    checker = Checker(spec, document, report, made_up)
    for rule in (*_RULES, *RATING_RULES):
        rule(checker)


def _unique_names(check: Checker) -> None:
    spec = check.spec
    check.unique(("areas",), [area.name for area in spec.areas], "name", ("name",))
    check.unique(("teams",), [team.name for team in spec.teams], "name", ("name",))
    check.unique(("indicators",), [indicator.id for indicator in spec.indicators], "id", ("id",))
    check.unique(("column_sets",), [column_set.id for column_set in spec.column_sets], "id", ("id",))
    check.unique(("benchmark_groups",), [group.id for group in spec.benchmark_groups], "id", ("id",))
    check.unique(("scorecards",), [scorecard.id for scorecard in spec.scorecards], "id", ("id",))
    areas = {folded(area.name) for area in spec.areas}
    for t, team in enumerate(spec.teams):
        if folded(team.name) in areas:
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


def _rows_lead_somewhere(check: Checker) -> None:
    for crumb, _, page, table in check.tables():
        check.known((*crumb, "columns"), table.columns, check.spec.column_set_by_id, "a column set")
        for s, section in enumerate(table.sections):
            if section.teams:
                kinds = sorted({team.kind for team in check.spec.teams})
                check.known((*crumb, "sections", s, "teams"), section.teams, kinds, "a kind of team")
                _teams_stand_there(check, (*crumb, "sections", s, "teams"), section, page)
            _check_entries(check, (*crumb, "sections", s, "indicators"), section.rows)
        _no_indicator_twice(check, crumb, table)
    for c, scorecard in enumerate(check.spec.scorecards):
        for g, group in enumerate(scorecard.groups):
            crumb = ("scorecards", c, "groups", g, "indicators")
            _check_entries(check, crumb, group.rows)
            check.unique(crumb, [row.indicator for row in group.rows], "indicator")


def _teams_stand_there(check: Checker, crumb: Breadcrumb, section: Section, page: TablesPage) -> None:
    """A section repeated for teams has rows on a page only where a team serves one of the page's areas."""
    of_kind = [team for team in check.spec.teams if team.kind == section.teams]
    served = {district for team in of_kind for district in team.districts}
    areas = set(check.areas_of(page))
    anywhere = any(served & areas & (set(row.areas) or areas) for row in section.rows)
    districts = {area.name for area in check.spec.areas if area.level is Level.DISTRICT}
    if of_kind and areas and served <= districts and not anywhere:
        found = f"{quoted(section.teams)}, and none of its teams serves an area of the page {quoted(page.name)}"
        remedy = "move the section to such a page, or name the area in a team's `districts`"
        check.add(crumb, found, f"a page with one of: {listed(sorted(served)) or 'no area'}", remedy)


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


def _pages_lead_somewhere(check: Checker) -> None:
    words = [*check.spec.area_by_name, *_LEVELS]
    for s, scorecard in enumerate(check.spec.scorecards):
        sheets: list[tuple[Breadcrumb, str, bool]] = []
        for p, page in enumerate(scorecard.pages):
            crumb: Breadcrumb = ("scorecards", s, "pages", p)
            sheets += [((*crumb, "name"), name, AREA in page.name) for name in _sheet_names(check, page)]
            if isinstance(page, TablesPage):
                for a, area in enumerate(page.areas):
                    check.known((*crumb, "areas", a), area, words, "county, district, or an area's name")
                check.unique((*crumb, "tables"), [table.id for table in page.tables], "table id", ("id",))
        _check_sheet_names(check, sheets)


def _sheet_names(check: Checker, page: Page) -> list[str]:
    if not isinstance(page, TablesPage):
        return [page.name]
    return [tab_of(page.name, check.spec.area_by_name[area]) for area in check.areas_of(page)]


def _check_sheet_names(check: Checker, sheets: Iterable[tuple[Breadcrumb, str, bool]]) -> None:
    """`sheets` have their breadcrumb, their name, and whether it is that of an area."""
    seen: set[str] = set()
    for crumb, name, is_of_area in sheets:
        or_sheet = ", or give the area a short `sheet` name" if is_of_area else ""
        if characters(name) > LONGEST_TAB:
            allowed = f"at most {LONGEST_TAB} characters"
            check.add(crumb, f"the sheet name {quoted(name)}", allowed, f"shorten the name{or_sheet}")
        if not name.strip():
            check.add(crumb, "a sheet without a name", "a name for each sheet", "give the area a short `sheet` name")
        if name.casefold() == "history":
            allowed = "a name that Excel does not keep for itself"
            check.add(crumb, f"the sheet name {quoted(name)}", allowed, f"rename it{or_sheet}")
        if name.casefold() in seen:
            remedy = "give the areas `sheet` names that differ" if is_of_area else "add {area}, or rename one"
            check.add(crumb, f"two sheets called {quoted(name)}", "each name once", remedy)
        seen.add(name.casefold())


def _keys_use_the_words_of_the_pages(check: Checker) -> None:
    for s, scorecard in enumerate(check.spec.scorecards):
        for p, page in enumerate(scorecard.pages):
            for g, section in enumerate(page.sections if isinstance(page, GuidancePage) else ()):
                words = DRAWN_WORDS.get(section.drawn_as, ())
                for t, term in enumerate(section.terms if words else ()):
                    crumb = ("scorecards", s, "pages", p, "sections", g, "terms", t, "term")
                    check.known(crumb, term.term, words, "a word that the pages use")


_RULES: list[Callable[[Checker], None]] = [
    _unique_names,
    former_names_lead_to_one_place,
    _one_county,
    _teams_serve_districts,
    _indicators_exist_somewhere,
    _sums_are_over_places,
    limits_leave_something_possible,
    _benchmark_columns,
    _rows_lead_somewhere,
    _pages_lead_somewhere,
    commentary_leads_to_rows,
    covering_words_fit,
    _keys_use_the_words_of_the_pages,
    activity_leads_somewhere,
    charts_compare_like_with_like,
    suppression_can_be_met,
]
