"""A text that is printed before somebody has finished it, or that a wrong encoding has garbled."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.checks.stated import Measured
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS
from workbook_builder.specs import SPEC_FILE
from workbook_builder.texts.unfinished import unfinished

_EXPECTED, _REMEDY = "words that are meant to be read", "finish or correct the text"


def _check(context: Context) -> Iterator[Finding]:
    yield from _in_commentary(context)
    yield from _in_what_is_said_of_indicators(context)
    yield from _in_notes(context)


def _in_commentary(context: Context) -> Iterator[Finding]:
    for paragraph in context.scorecard.commentary:
        if paragraph.origin:
            row = paragraph.row
            for passage in unfinished(paragraph.stated):
                yield context.finding(row, row.latest, paragraph.origin, f'"{passage}"', _EXPECTED, _REMEDY)


def _in_what_is_said_of_indicators(context: Context) -> Iterator[Finding]:
    """In the words on their sources, and in their titles and definitions: once for each indicator."""
    rows: dict[str, Measured] = {}
    for _, row in context.measured.values():
        rows.setdefault(row.indicator.id, row)
    for name, row in rows.items():
        source, indicator = context.scorecard.sources.get(name), row.indicator
        said = {f"{SPEC_FILE}: indicators → {name}": (indicator.title, indicator.definition, indicator.source)}
        stated = {str(source.origin): (source.latest_data, source.released)} if source else {}
        for where, texts in {**said, **stated}.items():
            for passage in dict.fromkeys(passage for text in texts for passage in unfinished(text)):
                yield context.finding(row, "", where, f'"{passage}"', _EXPECTED, _REMEDY)


def _in_notes(context: Context) -> Iterator[Finding]:
    """In the note on the edition, and in the notes below tables."""
    scorecard, first = context.scorecard, context.scorecard.pages[0].name
    edition = f"{INPUTS}/{scorecard.edition.month}/{EDITION_FILE}"
    notes = [(first, "Note on the edition", edition, scorecard.edition.note)]
    for page in scorecard.pages:
        notes += [
            (page.name, f"Note below {table.spec.title}", SPEC_FILE, n)
            for table in page.tables
            for n in (*table.spec.notes, *table.notes)
        ]
    for page_name, title, where, note in notes:
        for passage in unfinished(note):
            yield Finding("", page_name, "", title, page_name, "", where, f'"{passage}"', _EXPECTED, _REMEDY)


RULE = Rule(
    "unfinished",
    "A placeholder, an error of Excel or a garbled letter in print tells the public that nobody read the page.",
    'A text in row 2 that says "XX%", with no figure in it.',
    _check,
    about=About.TEXT,
    finds=(
        "a placeholder (`XX%`, `[insert figure]`, `TBC`), an error of Excel or garbled letters (`â€™`) in a text "
        "that is printed: commentary, titles and definitions, words on sources, notes; in a final edition it stops "
        "the build unless it is accepted"
    ),
    remedy="Finish or correct the text where it stands; if it is right as it is, accept the warning.",
    severity=Severity.ERROR,
)
