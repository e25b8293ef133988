"""What the spec's parts must agree on: ids are unique, references lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from workbook_builder.problems import Report, quoted
from workbook_builder.specs.activity import activity_leads_somewhere, charts_compare_like_with_like
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.columns import BenchmarkColumn
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.fields import LONGEST_TAB
from workbook_builder.specs.limits import limits_leave_something_possible
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import (
    DRAWN_WORDS,
    CommentaryPage,
    CommentarySection,
    GuidancePage,
    Page,
    RowEntry,
    ScorecardSpec,
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


def _commentary_leads_to_rows(check: Checker) -> None:
    for s, scorecard in enumerate(check.spec.scorecards):
        sheets = _sheets_of_one_area(check, scorecard)
        seen: set[str] = set()
        for crumb, section in _commentary_sections(s, scorecard):
            check.known((*crumb, "page"), section.page, sheets, "a page of tables of one area")
            sheet = sheets.get(section.page)
            for n, indicator in enumerate(section.indicators):
                if sheet:
                    _check_commented(check, (*crumb, "indicators", n), indicator, section.page, *sheet)
                if indicator in seen:
                    found = f"{quoted(indicator)} for the second time"
                    check.add((*crumb, "indicators", n), found, "one paragraph for each indicator", "remove one")
                seen.add(indicator)


def _sheets_of_one_area(check: Checker, scorecard: ScorecardSpec) -> dict[str, tuple[TablesPage, str]]:
    """The pages of tables that are one sheet, with the name of its area, by the name that the sheet has."""
    served = [(page, _areas_of(check, page)) for page in scorecard.pages if isinstance(page, TablesPage)]
    areas_by_name = check.spec.area_by_name
    return {tab_of(p.name, areas_by_name[areas[0]]): (p, areas[0]) for p, areas in served if len(areas) == 1}


def _check_commented(check: Checker, crumb: Breadcrumb, name: str, sheet: str, page: TablesPage, area: str) -> None:
    """The indicator has a row on the sheet, and exists for the area, or for a team, whose row that is."""
    places: dict[str, list[str]] = {}
    for section in (section for table in page.tables for section in table.sections):
        teams = [team.name for team in check.spec.teams if team.kind == section.teams and area in team.districts]
        for row in (row for row in section.rows if not row.areas or area in row.areas):
            places.setdefault(row.indicator, []).extend(teams if section.teams else [area])
    check.known(crumb, name, places, f"an indicator of the page {sheet}")
    indicator = check.spec.indicator_by_id.get(name)
    if indicator and name in places and not any(check.spec.exists(indicator, place) for place in places[name]):
        allowed = f"an indicator that exists for {area}"
        check.add(crumb, quoted(name), allowed, "correct its `exists`, or remove it here")


def _commentary_sections(s: int, scorecard: ScorecardSpec) -> Iterator[tuple[Breadcrumb, CommentarySection]]:
    for p, page in enumerate(scorecard.pages):
        for n, section in enumerate(page.sections if isinstance(page, CommentaryPage) else ()):
            yield ("scorecards", s, "pages", p, "sections", n), section


def _sheet_names(check: Checker, page: Page) -> list[str]:
    if not isinstance(page, TablesPage):
        return [page.name]
    return [tab_of(page.name, check.spec.area_by_name[area]) for area in _areas_of(check, page)]


def _areas_of(check: Checker, page: TablesPage) -> list[str]:
    """The areas that have a sheet of a page of tables."""
    served = dict.fromkeys(area.name for area in check.spec.areas_named(page.areas))
    return [area for area in served if area not in check.surplus_counties]


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
    _commentary_leads_to_rows,
    _keys_use_the_words_of_the_pages,
    activity_leads_somewhere,
    charts_compare_like_with_like,
    suppression_can_be_met,
]
