"""The report of an audit as a workbook: a summary by page and by rule, linked to the list of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from workbook_builder.findings import Finding
from workbook_builder.grid import Area, Cell, Sheet, Style, Workbook, address
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.sheets.canvas import Canvas
from workbook_builder.sheets.cells import link_cell
from workbook_builder.sheets.heading import add_header_row
from workbook_builder.styles import Looks

SUMMARY, FINDINGS = "Summary", "Findings"
_PAGE, _RULE = "By page", "By rule"
_FirstRows = Mapping[tuple[str, str], int]
_SUMMARY_COLUMNS = {"Page or rule": 220, "Findings": 80, "Why it matters": 760}
_COLUMNS = {
    "Page": 150,
    "Rule": 100,
    "Indicator": 300,
    "Area or team": 150,
    "Period": 90,
    "Found": 200,
    "Expected": 240,
    "Difference": 170,
    "Stands in": 230,
}
_NONE = "Nothing was found: every rule was applied, and none contradicts what was published."


def lay_out(
    scorecard: Scorecard, findings: Sequence[Finding], rules: Mapping[str, str], against: str, looks: Looks
) -> Workbook:
    """The workbook. `rules` are those that were applied, with the reason for each; `against` is the file's name."""
    title = f"Audit of {against}"
    edition = f"{scorecard.spec.title} - {scorecard.edition.title}"
    listed, rows = _findings(findings, title, edition, looks)
    return Workbook(
        title=title,
        subject=f"Compared with {edition}",
        author=scorecard.spec.produced_by,
        created=scorecard.edition.published,
        footer=title,
        watermark="",
        sheets=(_summary(findings, rules, rows, title, edition, looks), listed),
    )


def _begun(name: str, title: str, edition: str, looks: Looks) -> Canvas:
    canvas = Canvas(name, name, looks)
    canvas.add(Cell(title, Style.TITLE))
    canvas.add(Cell(f"Compared with the rules and figures of {edition}", Style.SUBTITLE))
    canvas.add()
    return canvas


def _findings(findings: Sequence[Finding], title: str, edition: str, looks: Looks) -> tuple[Sheet, _FirstRows]:
    """A row for each finding, and the first row of each page and each rule."""
    canvas = _begun(FINDINGS, title, edition, looks)
    heading = add_header_row(canvas, *_COLUMNS)
    first: dict[tuple[str, str], int] = {}
    for found in findings:
        first.setdefault((_PAGE, found.page), canvas.next_row)
        first.setdefault((_RULE, found.rule), canvas.next_row)
        canvas.add(*(Cell(text, Style.TEXT) for text in _texts(found)))
    if not findings:
        canvas.add_text(_NONE, Style.NOTE, sum(_COLUMNS.values()))
    canvas.names.append((FINDINGS, Area(heading, 0, canvas.next_row - 1, len(_COLUMNS) - 1)))
    return canvas.finish(tuple(_COLUMNS.values()), (heading + 1, 0), (heading, heading)), first


def _texts(found: Finding) -> tuple[str, ...]:
    what = " ".join(part for part in (found.indicator, found.title) if part)
    where = (found.page, found.rule, what, found.place, found.period)
    return (*where, found.found, found.expected, found.difference, found.where)


def _summary(
    findings: Sequence[Finding],
    rules: Mapping[str, str],
    rows: _FirstRows,
    title: str,
    edition: str,
    looks: Looks,
) -> Sheet:
    """How many findings each page has, and each rule; a name links to the first of them."""
    canvas = _begun(SUMMARY, title, edition, looks)
    heading = add_header_row(canvas, *_SUMMARY_COLUMNS)
    pages = Counter(found.page for found in findings)
    by_rule = Counter(found.rule for found in findings)
    _add_part(canvas, _PAGE, dict.fromkeys(pages, ""), pages, rows)
    _add_part(canvas, _RULE, rules, by_rule, rows)
    canvas.add(Cell("All", Style.TERM), Cell(len(findings), Style.NUMBER, "0"), Cell(None, Style.TEXT))
    canvas.names.append((SUMMARY, Area(heading, 0, canvas.next_row - 1, len(_SUMMARY_COLUMNS) - 1)))
    return canvas.finish(tuple(_SUMMARY_COLUMNS.values()), (heading + 1, 0), (heading, heading))


def _add_part(
    canvas: Canvas, title: str, names: Mapping[str, str], counts: Mapping[str, int], rows: _FirstRows
) -> None:
    canvas.add(Cell(title, Style.HEADER_TEAM), Cell(None, Style.HEADER_TEAM), Cell(None, Style.HEADER_TEAM))
    for name, reason in names.items():
        row = rows.get((title, name))
        cell = Cell(name, Style.TEXT) if row is None else link_cell(name, FINDINGS, address(row, 0))
        canvas.add(cell, Cell(counts.get(name, 0), Style.NUMBER, "0"), Cell(reason or None, Style.TEXT))
