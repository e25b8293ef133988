"""What the commentary must agree with: its sections name pages of one area, and indicators that have a row there."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.problems import quoted
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.document import Breadcrumb
from workbook_builder.specs.pages import CommentaryPage, CommentarySection, ScorecardSpec, TablesPage
from workbook_builder.specs.tabs import tab_of


def commentary_leads_to_rows(check: Checker) -> None:
    """Each section of commentary names a page of tables of one area, and indicators that stand there, once."""
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
    served = [(page, check.areas_of(page)) for page in scorecard.pages if isinstance(page, TablesPage)]
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
