"""The manual page of the points: `docs/accessibility.md` is made of it, and a test sees that it is current."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.accessibility.point import Point
from workbook_builder.accessibility.points import POINTS

_OPENING = """# Is a workbook accessible?

`workbook-builder accessibility FILE.xlsx` reads any workbook, ours or another's, and holds it against the checklist
for spreadsheets of the Government Analysis Function, which interprets what the accessibility regulations of 2018
(and the Web Content Accessibility Guidelines, level AA) ask of a published spreadsheet. Nothing is written, unless
`--xlsx REPORT` asks for the report as a workbook, itself accessible; `--json` prints everything that was found.

Each point is a *pass*, a *fail* with sheet and cells, or *a person must look*: what no program can judge is never
called a pass. The command ends with 0 when no essential point fails, with 1 when one does or the file cannot be read.

The points come from [the checklist][1], which marks what it takes for essential with (E). Its items are named in
our words, and several of them are divided into points that can be judged one by one. What it leaves to
[the main guidance][2] (cover, contents, figures, charts) is said to be from there.

A table is judged as one whether or not it is marked up: rows with two or more filled cells, and no blank row between
them, are taken for one. Colours that a table style gives are not known, and links to the web are not tried.

[1]: https://analysisfunction.civilservice.gov.uk/policy-store/\
making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
[2]: https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
"""
_CLOSING = """
## What our own workbooks do not pass

The [accessible workbook](outputs.md#the-accessible-workbook) (`build --to accessible`) passes every point that a
program can judge. The managers' workbook (`build`) is made for printing and editing, not for the website. It fails on
purpose:

"""
OUR_OWN = {
    "Its tables are ranges with names that users' formulas rest on, several on a page, each with its notes": (
        "table_marked",
        "contents",
        "description",
        "several_tables",
        "below_table",
        "chart_data",
    ),
    "Links to what belongs to a page stand side by side above it": ("column_a",),
    "A4 pages are printed: footers, small type, texts centred over several columns, fills and room between tables": (
        "header_footer",
        "font_size",
        "wrap",
        "wrap_outside",
        "visual_device",
        "background_fill",
        "spacing",
        "alignment",
    ),
    "It opens on the exceptions, which whoever opens it wants to see": ("cursor",),
    "Headings stay in sight, and texts that are drafts and figures of the year before are in italics": (
        "freeze",
        "emphasis",
    ),
    "Arrows and marks of small numbers save room, and a key explains them": ("symbols", "note_marks"),
    "On the Commentary sheet only the texts may be typed over": ("macro",),
    "XlsxWriter states no language": ("doc_language",),
}
"""The points that the managers' workbook fails, with the reason; a test sees that there are no others."""


def manual() -> str:
    """The whole page."""
    ours = (f"- {reason}: {', '.join(f'`{one}`' for one in points)}." for reason, points in OUR_OWN.items())
    groups = "\n".join([*_group(True), *_group(False)])
    return f"{_OPENING}\n{groups}{_CLOSING}" + "\n".join(ours) + "\n"


def _group(is_essential: bool) -> Iterator[str]:
    points = [point for point in POINTS if point.is_essential is is_essential]
    yield f"## {len(points)} {'essential' if is_essential else 'desirable'} points\n"
    yield "| point | what must be so | how it is judged | from |"
    yield "|---|---|---|---|"
    yield from map(_row, points)
    yield ""


def _row(point: Point) -> str:
    texts = (f"`{point.id}`", point.rule, point.judged, point.source.value)
    return "| " + " | ".join(text.replace("|", "\\|").replace("*", "\\*") for text in texts) + " |"
