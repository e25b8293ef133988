"""The recipe: how a published scorecard is audited, a line a stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbook_builder.audit import COMPARISONS, Edition, audit
from workbook_builder.audit.reading import read_printed
from workbook_builder.build import scorecard_of
from workbook_builder.checks import check_scorecard
from workbook_builder.files import replacing
from workbook_builder.findings import Finding
from workbook_builder.outputs.xlsx import lay_out
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.pages.audit_report import make_report
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.styles import load_style


@dataclass(frozen=True)
class AuditOrder:
    """What to audit: a file against an edition of a scorecard; its arrows are the style's. `report` is written."""

    project: Path
    edition: str
    against: Path
    scorecard: str = ""
    style: str = "kent"
    report: Path | None = None


def audit_file(order: AuditOrder) -> tuple[Finding, ...]:
    """Everything that the file contradicts. Raises `ProblemsFound` with all that the user can mend."""
    _refuse_to_overwrite(order)
    looks = load_style(order.project, order.style)
    scorecard, inputs = scorecard_of(order.project, order.edition, order.scorecard)
    scorecard = replace(scorecard, findings=check_scorecard(scorecard, inputs))
    edition = Edition(scorecard, inputs, looks)
    findings = audit(edition, read_printed(order.against, edition))
    if order.report:
        rules = {comparison.id: comparison.reason for comparison in COMPARISONS}
        workbook = lay_out(make_report(scorecard, findings, rules, order.against.name), looks)
        with replacing(order.report, "--xlsx") as temporary:
            xlsx.write(workbook, looks, temporary)
    return findings


def _refuse_to_overwrite(order: AuditOrder) -> None:
    if order.report and order.report.resolve() == order.against.resolve():
        found = "the file that is audited"
        raise ProblemsFound([Problem("--xlsx", found, "a file of its own for the report", "choose another name")])
