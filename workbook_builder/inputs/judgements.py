"""Ratings that somebody has judged, with their reasons, in `observations.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Figure
from workbook_builder.inputs.tables import Row
from workbook_builder.problems import nearest, quoted
from workbook_builder.rating.judged import JUDGED
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import is_judged
from workbook_builder.specs.catalogue import Indicator

_WORDS = [rating.value for rating in JUDGED.judgements]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rating that somebody gave, and why, in words."""

    rating: Rag
    reason: str


def read_judgement(row: Row, indicator: Indicator, reader: Reader) -> Judgement | None:
    """The judged rating of a row; None where there is none, or it cannot be read."""
    text, reason = row.cells.get("rating", ""), row.cells.get("reason", "")
    if not text and not reason:
        return None
    if not is_judged(indicator.rating):
        column = "rating" if text else "reason"
        allowed = f"nothing: {indicator.id} is rated by its target, not judged"
        remedy = "empty the cell, or write `rating: judged` at the indicator in the spec"
        reader.report.add(row.where(column), quoted(text or reason), allowed, remedy)
    elif text.upper() not in _WORDS:
        remedy = nearest(text.upper(), _WORDS, "write one of these words, or empty the cells of rating and reason")
        reader.report.add(row.where("rating"), quoted(text) if text else "nothing", ", ".join(_WORDS), remedy)
    elif not reason:
        found, remedy = f"{text.upper()}, and no reason", "say in `reason` why it was judged so"
        reader.report.add(row.where("reason"), found, "a reason, in words", remedy)
    else:
        return Judgement(Rag(text.upper()), reason)
    return None


def refuse_figures(row: Row, figures: Iterable[Figure | None], reader: Reader) -> None:
    """A share of ratings is counted, and not stated."""
    columns = ("measure", "numerator", "denominator")
    for column, figure in zip(columns, figures, strict=True):
        if figure is not None:
            allowed = "nothing: it is counted from the ratings of the indicators in `of`"
            reader.report.add(row.where(column), quoted(row.cells[column]), allowed, "empty the cell")
