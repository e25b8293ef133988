"""The edition before the one that is built, made again so that the two can be compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.edition import editions
from workbook_builder.periods import full_month
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards import find_scorecard, make_earlier
from workbook_builder.scorecards.model import Scorecard


def with_previous(scorecard: Scorecard, project: Path) -> Scorecard:
    """The scorecard together with its previous edition, or with why there is none.

    What is wrong with an edition that was published long ago does not stop this one: it is said in words.
    """
    earlier = [month for month in editions(project) if month < scorecard.edition.month]
    if not earlier:
        return replace(scorecard, no_previous="There is no earlier edition.")
    try:
        inputs = read_inputs(scorecard.catalogue, project, earlier[-1])
        spec = find_scorecard(scorecard.catalogue, scorecard.spec.id)
        previous = make_earlier(scorecard.catalogue, inputs, spec, scorecard.only_area)
    except ProblemsFound as error:
        return replace(scorecard, no_previous=_why(full_month(earlier[-1]), error))
    return replace(scorecard, previous=previous)


def _why(edition: str, error: ProblemsFound) -> str:
    first, *others = error.problems
    more = f", and {len(others)} more problems" if others else ""
    return f"The {edition} edition cannot be made again: {first.where}: {first.found}{more}."
