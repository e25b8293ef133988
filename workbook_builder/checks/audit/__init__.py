"""The audit: what was published, compared with what the rules make of the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbook_builder.checks.audit.comparison import Comparison, Published
from workbook_builder.checks.audit.comparisons import COMPARISONS
from workbook_builder.checks.audit.placing import our_rows, place
from workbook_builder.checks.audit.printed import PrintedRow
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.scorecards.model import Scorecard

__all__ = ["COMPARISONS", "Comparison", "audit"]


def audit(scorecard: Scorecard, inputs: Inputs, printed: Sequence[PrintedRow]) -> tuple[Finding, ...]:
    """Every contradiction, page after page and row after row."""
    placing = place(scorecard, inputs, printed)
    published = Published(scorecard, inputs, placing.placed, placing.extra, placing.missing)
    findings = [replace(found, rule=one.id) for one in COMPARISONS for found in one.find(published)]
    pages = {page.name: number for number, page in enumerate(scorecard.pages)}
    order = {(o.page, o.row.indicator.id, o.row.place): n for n, o in enumerate(our_rows(scorecard), start=1)}

    def position(found: Finding) -> tuple[int, int]:
        return pages.get(found.page, len(pages)), order.get((found.page, found.indicator, found.place), 0)

    return tuple(sorted(findings, key=position))
