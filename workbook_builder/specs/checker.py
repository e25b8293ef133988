"""What the rules of `references.py` ask with, and report to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workbook_builder.names import folded
from workbook_builder.problems import Report, listed, nearest, quoted
from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ScorecardSpec, TablesPage, TableSpec

# What `repair.py` puts in place of faulty names: nobody knows then which names there are.
MADE_UP_NAMES = frozenset({"made-up-name", "name-made-up"})


class Checker:
    """A spec, the document it was read from, and the report to which disagreements go."""

    def __init__(self, spec: Spec, document: Document, report: Report, made_up: Collection[Breadcrumb]) -> None:
        self.spec, self.document, self.report, self.made_up = spec, document, report, made_up
        counties = [area.name for area in spec.areas if area.level is Level.COUNTY]
        self.surplus_counties = counties[1:]

    def add(self, crumb: Breadcrumb, found: str, allowed: str, remedy: str) -> None:
        """Report a disagreement, unless its place was made up or holds something that was."""
        if not any(crumb[: len(place)] == place[: len(crumb)] for place in self.made_up):
            self.report.add(self.document.where(crumb), found, allowed, remedy)

    def known(self, crumb: Breadcrumb, name: str, names: Collection[str], what: str) -> None:
        """A reference must lead to one of `names`."""
        name_is_unsure = self.made_up and not MADE_UP_NAMES.isdisjoint(names)
        if name not in names and not name_is_unsure:
            remedy = nearest(name, names, f"add {quoted(name)} to the spec, or use one of these")
            self.add(crumb, quoted(name), f"{what}: {listed(names) or 'none'}", remedy)

    def unique(self, crumb: Breadcrumb, names: Iterable[str], what: str, key: tuple[str, ...] = ()) -> None:
        """No name twice in the list at the breadcrumb; `key` is where an entry has its name."""
        seen: dict[str, int] = {}
        for position, name in enumerate(names):
            if folded(name) in seen:
                first = self.document.line((*crumb, seen[folded(name)], *key))
                found = f"{quoted(name)} for the second time (first on line {first})"
                self.add((*crumb, position, *key), found, f"each {what} once", "remove or rename one of the two")
            seen.setdefault(folded(name), position)

    def tables(self) -> Iterator[tuple[Breadcrumb, ScorecardSpec, TablesPage, TableSpec]]:
        """Every table with its breadcrumb, scorecard and page."""
        for s, scorecard in enumerate(self.spec.scorecards):
            for p, page in enumerate(scorecard.pages):
                if isinstance(page, TablesPage):
                    for t, table in enumerate(page.tables):
                        yield ("scorecards", s, "pages", p, "tables", t), scorecard, page, table

    def areas_of(self, page: TablesPage) -> list[str]:
        """The areas that have a sheet of a page of tables."""
        served = dict.fromkeys(area.name for area in self.spec.areas_named(page.areas))
        return [area for area in served if area not in self.surplus_counties]
