"""The edition before the one that is built, made again so that the two can be compared."""

from __future__ import annotations

from dataclasses import replace

from workbook_builder.disclosure import Disclosed, Earlier
from workbook_builder.periods import full_month
from workbook_builder.problems import Problem, ProblemsFound, listed, quoted
from workbook_builder.scorecards import find_scorecard, make_earlier
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs.model import Spec
from workbook_builder.specs.present import merged_places, renamed_places

_FIRST = "There is no earlier edition."
_COMPARING = ("exceptions", "all_exceptions", "changes", "all_changes")  # the kinds of page that miss it


def with_previous(scorecard: Scorecard, inputs: Disclosed, earlier: Earlier | None) -> Scorecard:
    """The scorecard together with its previous edition, or with why there is none; `inputs` are its own.

    What is wrong with an edition that was published long ago does not stop this one: it is said in words.
    """
    if earlier is None:
        return replace(scorecard, no_previous=_FIRST)
    title = full_month(earlier.month)
    if earlier.known is None:
        return replace(scorecard, no_previous=_unreadable(title, earlier.problems))
    spec, known = earlier.known
    previous = _previous(scorecard, spec, known)
    if previous is None:
        return replace(scorecard, no_previous=f"The {title} edition had {_lacked(scorecard, spec)}.")
    before, now = inputs.folders[-2].spec, scorecard.catalogue
    previous = replace(previous, renamed=renamed_places(before, now), merged=merged_places(before, now))
    return replace(scorecard, previous=previous)


def lost_comparison(scorecard: Scorecard) -> str:
    """That pages which compare with the previous edition cannot, and why, in words.

    "" where they can, where this is the first edition, or where it has no such pages.
    """
    compares = any(page.spec.kind in _COMPARING for page in scorecard.pages)
    is_lost = scorecard.no_previous not in ("", _FIRST)
    return f"Nothing is compared with the previous edition. {scorecard.no_previous}" if compares and is_lost else ""


def _previous(scorecard: Scorecard, spec: Spec, known: Disclosed) -> Scorecard | None:
    """The scorecard as its spec of that time makes it; None where that has none of its id, or no page of its area."""
    try:
        return make_earlier(spec, known, find_scorecard(spec, scorecard.spec.id), scorecard.only_area)
    except ProblemsFound:
        return None


def _lacked(scorecard: Scorecard, spec: Spec) -> str:
    """What an earlier spec does not have."""
    name, known = scorecard.spec.id, [one.id for one in spec.scorecards]
    if name.casefold() not in map(str.casefold, known):
        return f"no scorecard with the id {quoted(name)} (it had: {listed(known)})"
    return f"no page about {scorecard.only_area}"


def _unreadable(title: str, found: tuple[Problem, ...]) -> str:
    first, *others = found
    problems = "1 more problem" if len(others) == 1 else f"{len(others)} more problems"
    more = f", and {problems}" if others else ""
    return f"The {title} edition cannot be made again: {first.where}: {first.found}{more}."
