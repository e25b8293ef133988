"""The audit: what was published, compared with what the rules make of the same figures."""

from __future__ import annotations

from dataclasses import replace

from workbook_builder.audit.as_printed import standards_of
from workbook_builder.audit.comparison import Comparison, Published, TableKey
from workbook_builder.audit.comparisons import COMPARISONS
from workbook_builder.audit.differences import differences
from workbook_builder.audit.edition import Edition
from workbook_builder.audit.pairing import Pairing, paired
from workbook_builder.audit.placing import our_rows, place
from workbook_builder.audit.printed import Print
from workbook_builder.audit.workbook import RATED
from workbook_builder.findings import Finding

__all__ = ["COMPARISONS", "Comparison", "Edition", "audit"]


def audit(edition: Edition, printed: Print) -> tuple[Finding, ...]:
    """Every contradiction, page after page and row after row."""
    published = _published(edition, printed)
    published = replace(published, otherwise=tuple(differences(published)))
    findings = [replace(found, rule=one.id) for one in COMPARISONS for found in one.find(published)]
    shown = (page.name for page in (edition.pages if printed.pages else edition.scorecard.pages))
    pages = {name: number for number, name in enumerate(shown)}
    rows = our_rows(edition.scorecard)
    order = {(o.page, o.row.indicator.id, o.row.place): n for n, o in enumerate(rows, start=1)}

    def position(found: Finding) -> tuple[int, int]:
        return pages.get(found.page, len(pages)), order.get((found.page, found.indicator, found.place), 0)

    return tuple(sorted(findings, key=position))


def _published(edition: Edition, printed: Print) -> Published:
    pairings = _pairings(edition, printed)
    standards = standards_of(tuple(pair for pairing in pairings.values() for pair in pairing.pairs))
    placing = place(edition.scorecard, edition.inputs, printed.rows, standards)
    return Published(edition, printed, placing.placed, placing.extra, placing.missing, pairings)


def _pairings(edition: Edition, printed: Print) -> dict[TableKey, Pairing]:
    """The rows of the tables that hold no rated figures, beside ours."""
    pages = {page.name: page for page in printed.pages}
    return {
        (page.name, table.id): paired(page, table, pages[page.name], edition.looks)
        for page in (edition.pages if pages else ())
        if page.kind != RATED and page.name in pages
        for table in page.tables
        if table.id in pages[page.name].tables
    }
