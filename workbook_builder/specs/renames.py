"""What former names of areas and teams must agree on: each leads to one place, and is nobody's name now."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.names import folded
from workbook_builder.problems import quoted
from workbook_builder.specs.catalogue import Area, Team
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.document import Breadcrumb


def former_names_lead_to_one_place(check: Checker) -> None:
    """No place has a former name that another has or had."""
    names = {folded(name) for name in check.spec.places}
    seen: dict[str, str] = {}
    for crumb, place, former in _former_names(check):
        if folded(former) in names:
            remedy = "remove it here, or rename the area or team that is called so"
            check.add(crumb, quoted(former), "a name that no area or team has now", remedy)
        elif folded(former) in seen:
            found = f"{quoted(former)} as a former name of {seen[folded(former)]}, too"
            remedy = "keep it where the history belongs; what was divided leaves its history to none of its parts"
            check.add(crumb, found, "each former name once", remedy)
        seen.setdefault(folded(former), place)


def _former_names(check: Checker) -> Iterator[tuple[Breadcrumb, str, str]]:
    kinds: dict[str, tuple[Area, ...] | tuple[Team, ...]] = {"areas": check.spec.areas, "teams": check.spec.teams}
    for kind, places in kinds.items():
        for p, place in enumerate(places):
            crumb: Breadcrumb = (kind, p, "formerly")
            for n, former in enumerate(place.former_names):
                yield crumb if isinstance(place.formerly, str) else (*crumb, n), place.name, former
