"""Texts that cannot be printed: longer than a row can show, or with a place for a figure that cannot be filled."""

from __future__ import annotations

from collections.abc import Iterable

from workbook_builder.commentary.lengths import MOST_BREAKS, MOST_CHARACTERS
from workbook_builder.commentary.placeholders import PLACEHOLDERS, unfilled
from workbook_builder.problems import Report, listed, nearest, quoted
from workbook_builder.scorecards.model import Cited, Paragraph


def refuse_unprintable(paragraphs: Iterable[Paragraph]) -> None:
    """Raises `ProblemsFound` with every text that a row could not show to its end, or that lacks a figure."""
    report = Report()
    for paragraph in paragraphs:
        if paragraph.origin:
            where = f"{paragraph.origin}, column text"
            _report_length(paragraph, where, report)
            for place in unfilled(paragraph.parts):
                _report_place(place, paragraph.row.indicator.id, where, report)
    report.raise_if_any()


def _report_length(paragraph: Paragraph, where: str, report: Report) -> None:
    length, breaks = len(paragraph.text), paragraph.text.count("\n")
    if length > MOST_CHARACTERS or breaks > MOST_BREAKS:
        found = f"{length:,} characters and {breaks} line breaks about {paragraph.row.indicator.id}"
        allowed = f"at most {MOST_CHARACTERS:,} characters and {MOST_BREAKS} line breaks: a row shows no more"
        report.add(where, found, allowed, "shorten the text")


def _report_place(place: Cited, indicator: str, where: str, report: Report) -> None:
    names = [f"{{{name}}}" for name in PLACEHOLDERS]
    if place.name in PLACEHOLDERS:
        found = f"{quoted(place.written)}, but {indicator} has no such figure"
        report.add(where, found, "places for figures that the row has", "say it in words, or leave it out")
    else:
        remedy = nearest(f"{{{place.name}}}", names, "correct it, or leave out the braces")
        report.add(where, f"{quoted(place.written)} about {indicator}", listed(names, len(names)), remedy)
