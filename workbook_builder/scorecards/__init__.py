"""The fourth stage: which figures, ratings and arrows stand on which page. No cell, colour or file is known here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from workbook_builder.disclosure import Disclosed
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.inputs.observations import Key
from workbook_builder.inputs.targets import Target
from workbook_builder.names import same_name
from workbook_builder.periods import Frequency, Period
from workbook_builder.problems import Problem, ProblemsFound, Report, listed, nearest, quoted
from workbook_builder.scorecards.activity import make_activity
from workbook_builder.scorecards.history import History
from workbook_builder.scorecards.judging import unratable
from workbook_builder.scorecards.model import Scorecard, ScorecardPage
from workbook_builder.scorecards.tables import make_table
from workbook_builder.specs import SPEC_FILE
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ActivityPage, Page, ScorecardSpec, TablesPage
from workbook_builder.specs.tabs import AREA, tab_of

Named = TypeVar("Named")
__all__ = ["Scorecard", "Trial", "find_scorecard", "make_earlier", "make_scorecard", "try_scorecard"]


def find_scorecard(spec: Spec, name: str = "") -> ScorecardSpec:
    """The scorecard of that id; the spec's first without a name. Raises `ProblemsFound` where there is none."""
    return _named({scorecard.id: scorecard for scorecard in spec.scorecards}, name, "scorecard")


def make_scorecard(spec: Spec, inputs: Disclosed, scorecard: ScorecardSpec, only_area: str = "") -> Scorecard:
    """The edition of a scorecard, or one area's part of it. Raises `ProblemsFound` with all that it lacks."""
    report = Report()
    made, history = _made(spec, inputs, scorecard, only_area, report)
    history.report_unexplained(report)
    report.raise_if_any()
    return made


def make_earlier(spec: Spec, inputs: Disclosed, scorecard: ScorecardSpec, only_area: str = "") -> Scorecard:
    """An edition that was published before, whatever it lacks: what is not stated is None, and not rated.

    Raises `ProblemsFound` where it has no page of the area.
    """
    made, _ = _made(spec, inputs, scorecard, only_area, report := Report())
    if only_area and not any(page.area for page in made.pages):
        report.raise_if_any()
    return made


@dataclass(frozen=True)
class Trial:
    """An edition of a scorecard as far as it can be made, and what it lacks.

    `figures` are those that are missing without a reason, by indicator, place and period, `standards` the targets
    that cannot rate their figures.
    """

    scorecard: Scorecard
    figures: tuple[Key, ...]
    standards: tuple[Target, ...]


def try_scorecard(spec: Spec, inputs: Disclosed, scorecard: ScorecardSpec) -> Trial:
    """What `make_scorecard` would make, or say that it lacks."""
    made, history = _made(spec, inputs, scorecard, "", Report())
    figures = ((name, place, period) for (name, period), places in history.unexplained.items() for place in places)
    standards = (target for row in made.rows for target in unratable(row))
    return Trial(made, tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(standards)))


def _made(
    spec: Spec, inputs: Disclosed, scorecard: ScorecardSpec, only_area: str, report: Report
) -> tuple[Scorecard, History]:
    """The scorecard, and the history that knows what it lacks. What cannot be rated goes to `report`."""
    wanted = spec.place_called(only_area) or only_area
    area = _named(spec.area_by_name, wanted, "area").name if only_area else ""
    history = History(spec, inputs)
    pages = tuple(
        page for page_spec in scorecard.pages for page in _pages(history, page_spec, scorecard, area, report)
    )
    if area and not any(page.area for page in pages):
        shown = listed(
            a.name for p in scorecard.pages if isinstance(p, TablesPage) for a in spec.areas_named(p.areas)
        )
        report.add("--area", f"no page of {scorecard.id} is about {quoted(area)}", shown, "choose one of these")
    edition, sources, files = inputs.edition, inputs.sources, inputs.files
    targets = _targets(pages)
    unshown = () if area else tuple(_unshown(spec, scorecard, inputs, targets))
    made = Scorecard(
        scorecard, spec, edition, pages, targets + unshown, sources, files, only_area=area, unshown=unshown
    )
    return made, history


def _pages(
    history: History, page: Page, scorecard: ScorecardSpec, only_area: str, report: Report
) -> Iterable[ScorecardPage]:
    if isinstance(page, ActivityPage):
        if only_area in ("", page.area):
            activity = make_activity(history, page)
            title = page.title.replace(AREA, page.area)
            yield ScorecardPage(page, page.name, title, activity.area, activity=activity)
        return
    if not isinstance(page, TablesPage):
        yield ScorecardPage(page, page.name, page.name)
        return
    for area in history.spec.areas_named(page.areas):
        if only_area in ("", area.name):
            tables = tuple(make_table(history, table, area, report) for table in page.tables)
            title = page.title.replace(AREA, area.name)
            yield ScorecardPage(page, tab_of(page.name, area), title, area, tables)


def _targets(pages: Iterable[ScorecardPage]) -> tuple[Target, ...]:
    """Every target that a page shows or is rated by, once, in the order in which they are needed."""
    rows = [row for page in pages for table in page.tables for row in table.rows]
    needed = {(target.indicator, target.area, target.year): target for row in rows for target in row.targets.values()}
    first = {indicator: n for n, indicator in enumerate(dict.fromkeys(key[0] for key in needed))}
    return tuple(sorted(needed.values(), key=lambda t: (first[t.indicator], t.area, *_in_time(t.year))))


def _in_time(period: Period) -> tuple[bool, Period]:
    """Years before what is for a shorter period, each by time."""
    return period.frequency is not Frequency.YEAR, period


def _unshown(spec: Spec, scorecard: ScorecardSpec, inputs: Disclosed, shown: Iterable[Target]) -> Iterator[Target]:
    """The targets that the edition itself states and no page shows, without those of other scorecards' indicators."""
    keys = {(target.indicator, target.area, target.year) for target in shown}
    others = [_rated(other) for other in spec.scorecards if other is not scorecard]
    theirs = set().union(*others) - _rated(scorecard)
    folder = f"{INPUTS}/{inputs.edition.month}/"
    for key, target in inputs.targets.items():
        if key not in keys and target.indicator not in theirs and target.origin.file.startswith(folder):
            yield target


def _rated(scorecard: ScorecardSpec) -> set[str]:
    """The indicators of a scorecard's tables."""
    tables = (table for page in scorecard.pages if isinstance(page, TablesPage) for table in page.tables)
    return {row.indicator for table in tables for section in table.sections for row in section.rows}


def _named(known: Mapping[str, Named], name: str, what: str) -> Named:
    if not name:
        return next(iter(known.values()))
    found = same_name(name, known)
    if found is None:
        remedy = nearest(name, known, f"add it to {SPEC_FILE}, or use one of these")
        raise ProblemsFound([Problem(f"--{what}", f"no {what} {quoted(name)}", listed(known, 20), remedy)])
    return known[found]
