"""What the words of a covering report must agree with: indicators that there are, places that can be filled."""

from __future__ import annotations

import re

from workbook_builder.problems import listed, nearest, quoted
from workbook_builder.specs.checker import Checker
from workbook_builder.specs.covering import PLACES, CoveringSpec
from workbook_builder.specs.document import Breadcrumb

_PLACE = re.compile(r"\{([^{}]*)\}")


def covering_words_fit(check: Checker) -> None:
    """Each rating has one part, indicators are known and stand in one list, places are those that can be filled."""
    for s, scorecard in enumerate(check.spec.scorecards):
        if scorecard.covering:
            _check(check, ("scorecards", s, "covering"), scorecard.covering)


def _check(check: Checker, crumb: Breadcrumb, covering: CoveringSpec) -> None:
    check.unique((*crumb, "ratings"), [part.rating for part in covering.ratings], "rating", ("rating",))
    seen: set[str] = set()
    for n, group in enumerate(covering.together):
        for m, indicator in enumerate(group):
            where = (*crumb, "together", n, m)
            check.known(where, indicator, check.spec.indicator_by_id, "an indicator")
            if indicator in seen:
                check.add(where, f"{quoted(indicator)} for the second time", "each once", "remove one of the two")
            seen.add(indicator)
    for key, value in vars(covering).items():
        for n, text in enumerate([value] if isinstance(value, str) else value):
            if isinstance(text, str):
                _check_places(check, (*crumb, key) if isinstance(value, str) else (*crumb, key, n), text)


def _check_places(check: Checker, crumb: Breadcrumb, text: str) -> None:
    for name in _PLACE.findall(text):
        if name not in PLACES:
            remedy = nearest(name, PLACES, "use one of these, or write the words themselves")
            check.add(crumb, f"the place {quoted('{' + name + '}')}", listed(f"{{{one}}}" for one in PLACES), remedy)
