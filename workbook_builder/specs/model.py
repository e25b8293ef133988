"""The whole of `indicator_specs.yaml`: frozen dataclasses, checked by pydantic, described for editors.

Each field's description becomes the help that an editor shows (the JSON Schema is made from these classes).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from workbook_builder.names import folded, same_name
from workbook_builder.periods import YearBasis
from workbook_builder.specs.catalogue import Area, BenchmarkGroup, Indicator, Level, Team
from workbook_builder.specs.fields import STRICT, described
from workbook_builder.specs.pages import ActivityPage, ColumnSet, CommentaryPage, ScorecardSpec, TablesPage, TableSpec
from workbook_builder.specs.suppress import Suppress


@dataclass(frozen=True)
class Spec:
    """The whole of `indicator_specs.yaml`."""

    __pydantic_config__ = STRICT
    areas: Annotated[tuple[Area, ...], described("The county and its districts.", min_length=1)]
    benchmark_groups: Annotated[tuple[BenchmarkGroup, ...], described("Whom the council compares itself with.")]
    column_sets: Annotated[tuple[ColumnSet, ...], described("Kinds of tables.", min_length=1)]
    indicators: Annotated[tuple[Indicator, ...], described("Every indicator.", min_length=1)]
    scorecards: Annotated[tuple[ScorecardSpec, ...], described("Workbooks; the first is built.", min_length=1)]
    teams: Annotated[tuple[Team, ...], described("Teams and the districts they serve.")] = ()
    small_denominator: Annotated[
        int, described("Ratings of figures with a smaller denominator are marked.", ge=0, le=1000)
    ] = 20
    suppress: Annotated[
        Suppress | None, described("What a public edition withholds to protect confidentiality; left out: as dfe.")
    ] = None

    needs_version: Annotated[
        str,
        described(
            'The version of workbook-builder that this spec was written for, in quotes: "1.1". An earlier one '
            "refuses it; left out: none does.",
            pattern=r"^(\d{1,4}(\.\d{1,4}){0,2})?$",
        ),
    ] = ""

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        """Indicators by their id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def area_by_name(self) -> dict[str, Area]:
        """Areas by name."""
        return {area.name: area for area in self.areas}

    @cached_property
    def team_by_name(self) -> dict[str, Team]:
        """Teams by name."""
        return {team.name: team for team in self.teams}

    @cached_property
    def teams_of(self) -> dict[tuple[str, str], list[str]]:
        """The teams of a kind that serve a district, by kind and district."""
        teams: dict[tuple[str, str], list[str]] = {}
        for team in self.teams:
            for district in dict.fromkeys(team.districts):
                teams.setdefault((team.kind, district), []).append(team.name)
        return teams

    @cached_property
    def column_set_by_id(self) -> dict[str, ColumnSet]:
        """Column sets by id."""
        return {column_set.id: column_set for column_set in self.column_sets}

    @cached_property
    def group_by_id(self) -> dict[str, BenchmarkGroup]:
        """Benchmark groups by id."""
        return {group.id: group for group in self.benchmark_groups}

    @cached_property
    def places(self) -> dict[str, set[str]]:
        """Area and team names, each with the words by which an indicator may say that it exists there."""
        areas = {area.name: {area.name, area.level.value} for area in self.areas}
        return areas | {team.name: {team.name, team.kind} for team in self.teams}

    @cached_property
    def successors(self) -> dict[str, str]:
        """What each area or team is called now that has a former name, by that name, folded."""
        renamed = (*self.areas, *self.teams)
        return {folded(former): place.name for place in renamed for former in place.former_names}

    def place_called(self, name: str) -> str | None:
        """The area or team that a name, present or former, stands for; None where there is none."""
        if name in self.places:
            return name
        return same_name(name, self.places) or self.successors.get(folded(name))

    @cached_property
    def tables(self) -> tuple[TableSpec, ...]:
        """Every table of every scorecard."""
        pages = [page for scorecard in self.scorecards for page in scorecard.pages]
        return tuple(table for page in pages if isinstance(page, TablesPage) for table in page.tables)

    @cached_property
    def activity_pages(self) -> tuple[ActivityPage, ...]:
        """Every page of activity of every scorecard."""
        pages = [page for scorecard in self.scorecards for page in scorecard.pages]
        return tuple(page for page in pages if isinstance(page, ActivityPage))

    @cached_property
    def year_bases(self) -> dict[str, YearBasis]:
        """Which twelve months a year of an indicator has, by the tables that show it."""
        return {row.indicator: table.year for table in self.tables for row in table.rows}

    @cached_property
    def commented(self) -> dict[str, set[tuple[str, str]]]:
        """The pages and sections of the commentary in which each indicator may be commented on."""
        places: dict[str, set[tuple[str, str]]] = {}
        pages = [page for scorecard in self.scorecards for page in scorecard.pages]
        for section in (s for page in pages if isinstance(page, CommentaryPage) for s in page.sections):
            for indicator in section.indicators:
                places.setdefault(indicator, set()).add((section.page, section.title))
        return places

    @cached_property
    def county(self) -> str:
        """The name of the county."""
        return next(area.name for area in self.areas if area.level is Level.COUNTY)

    def places_of(self, word: str) -> list[str]:
        """The areas of a level, or the teams of a kind, each once."""
        return [name for name, words in self.places.items() if word in words]

    def exists(self, indicator: Indicator, place: str) -> bool:
        """Whether an indicator exists for an area or team."""
        return not self.places[place].isdisjoint(indicator.exists)

    def areas_named(self, words: Iterable[str]) -> list[Area]:
        """The areas that a list of levels and names stands for, in the spec's order."""
        wanted = set(words)
        return [area for area in self.areas if {area.name, area.level.value} & wanted]
