"""The edition before the one that is built, made again so that the two can be compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbook_builder.inputs import Inputs, read_earlier
from workbook_builder.periods import full_month
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards import find_scorecard, make_earlier
from workbook_builder.scorecards.model import Scorecard


def with_previous(scorecard: Scorecard, project: Path, inputs: Inputs) -> Scorecard:
    """The scorecard together with its previous edition, or with why there is none; `inputs` are its own.

    What is wrong with an edition that was published long ago does not stop this one: it is said in words.
    """
    earlier = [folder.month for folder in inputs.folders[:-1]]
    if not earlier:
        return replace(scorecard, no_previous="There is no earlier edition.")
    try:
        spec, known = read_earlier(project, inputs)
        previous = make_earlier(spec, known, find_scorecard(spec, scorecard.spec.id), scorecard.only_area)
    except ProblemsFound as error:
        return replace(scorecard, no_previous=_why(full_month(earlier[-1]), error))
    return replace(scorecard, previous=previous)


def _why(edition: str, error: ProblemsFound) -> str:
    first, *others = error.problems
    more = f", and {len(others)} more problems" if others else ""
    return f"The {edition} edition cannot be made again: {first.where}: {first.found}{more}."
