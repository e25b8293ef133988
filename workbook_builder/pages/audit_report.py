"""The report of an audit as pages: a summary by page and by rule, linked to the list of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from workbook_builder.findings import Finding
from workbook_builder.live.references import Ref, RowId
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.publication import Page, Publication
from workbook_builder.pages.values import Total
from workbook_builder.scorecards.model import Scorecard

SUMMARY, FINDINGS = "Summary", "Findings"
_PAGE, _RULE = "By page", "By rule"
_SUMMARY_COLUMNS = (
    Column(("Page or rule",), "title"),
    Column(("Findings",), "figure"),
    Column(("Why it matters",), "text"),
)
_HEADINGS = (
    *("Page", "Rule", "Indicator", "Area or team", "Period"),
    *("Found", "Expected", "Difference", "Stands in"),
)
_NONE = "Nothing was found: every rule was applied, and none contradicts what was published."


def make_report(
    scorecard: Scorecard, findings: Sequence[Finding], rules: Mapping[str, str], against: str
) -> Publication:
    """The report. `rules` are those that were applied, with the reason for each; `against` is the file's name."""
    title = f"Audit of {against}"
    edition = f"{scorecard.spec.title} - {scorecard.edition.title}"
    subtitle = f"Compared with the rules and figures of {edition}"
    tables = {SUMMARY: _summary(findings, rules), FINDINGS: _findings(findings)}
    return Publication(
        title=title,
        subject=f"Compared with {edition}",
        author=scorecard.spec.produced_by,
        published=scorecard.edition.published,
        footer=title,
        is_draft=False,
        pages=tuple(
            Page(f"audit_{name.lower()}", name, title, subtitle, is_draft=False, blocks=(table,), foot=name)
            for name, table in tables.items()
        ),
    )


def _findings(findings: Sequence[Finding]) -> Table:
    """A row for each finding."""
    columns = tuple(Column((heading,), "text") for heading in _HEADINGS)
    rows = tuple(Row(_id(n), tuple(map(Cell, _texts(found)))) for n, found in enumerate(findings))
    return Table(FINDINGS, FINDINGS, columns, (Group("", rows),), name=FINDINGS, empty=_NONE)


def _id(number: int) -> RowId:
    return "finding", str(number)


def _texts(found: Finding) -> tuple[str, ...]:
    what = " ".join(part for part in (found.indicator, found.title) if part)
    where = (found.page, found.rule, what, found.place, found.period)
    return (*where, found.found, found.expected, found.difference, found.where)


def _summary(findings: Sequence[Finding], rules: Mapping[str, str]) -> Table:
    """How many findings each page has, and each rule; a name links to the first of them."""
    pages = [found.page for found in findings]
    groups = (
        Group(_PAGE, tuple(_counts(pages, dict.fromkeys(pages, "")))),
        Group(_RULE, tuple(_counts([found.rule for found in findings], rules))),
        Group("", (Row((), (Cell(Total("All")), Cell(len(findings)), Cell(None))),)),
    )
    return Table(SUMMARY, SUMMARY, _SUMMARY_COLUMNS, groups, name=SUMMARY)


def _counts(found: Sequence[str], names: Mapping[str, str]) -> Iterator[Row]:
    """A row for each name: how often it was found, linked to where it was first."""
    counts = Counter(found)
    for name, reason in names.items():
        first = Ref(_id(found.index(name))) if counts[name] else None
        yield Row((), (Cell(name, link=first), Cell(counts[name]), Cell(reason or None)))
