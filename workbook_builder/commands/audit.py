"""`audit`: how a published scorecard is held against the rules and the figures, a line a stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbook_builder.audit import COMPARISONS, Edition, audit
from workbook_builder.audit.reading import read_printed
from workbook_builder.commands import Outcome
from workbook_builder.commands.stages import checked, commented
from workbook_builder.commands.words import findings_report
from workbook_builder.disclosure import without_figures
from workbook_builder.files import replacing
from workbook_builder.findings import Finding, Severity
from workbook_builder.outputs.xlsx import lay_out
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.pages.audit_report import make_report
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.project import Project
from workbook_builder.scorecards import find_scorecard


@dataclass(frozen=True)
class AuditOrder:
    """What to audit: a file against an edition of a scorecard; its arrows are the style's. `report` is written."""

    project: Path
    edition: str
    against: Path
    scorecard: str = ""
    style: str = ""
    report: Path | None = None


def audit_file(order: AuditOrder) -> tuple[Finding, ...]:
    """Everything that the file contradicts. Raises `ProblemsFound` with all that the user can mend."""
    _refuse_to_overwrite(order)
    project = Project(order.project)
    month = project.find(order.edition)
    spec = project.spec(month)
    looks = project.style(order.style, find_scorecard(spec, order.scorecard).style)
    known = project.known(month, spec)
    scorecard = checked(commented(known, order.scorecard), known)
    edition = Edition(scorecard, known.inputs, looks)
    found = audit(edition, read_printed(order.against, edition))
    findings = tuple(replace(without_figures(each, known.inputs), severity=Severity.ERROR) for each in found)
    if order.report:
        rules = {comparison.id: comparison.reason for comparison in COMPARISONS}
        workbook = lay_out(make_report(scorecard, findings, rules, order.against.name), looks)
        with replacing(order.report, "--xlsx") as temporary:
            xlsx.write(workbook, looks, temporary)
    return findings


def outcome(findings: tuple[Finding, ...], order: AuditOrder, strict: bool, as_json: bool) -> Outcome:
    """The findings page by page and how many they are; `strict`: any is left to be mended."""
    last = [f"Findings: {len(findings) or 'none'}", *([f"Written:  {order.report}"] if order.report else [])]
    return Outcome(findings_report(findings, as_json, "\n".join(last)), is_done=not (strict and findings))


def _refuse_to_overwrite(order: AuditOrder) -> None:
    if order.report and order.report.resolve() == order.against.resolve():
        found = "the file that is audited"
        raise ProblemsFound([Problem("--xlsx", found, "a file of its own for the report", "choose another name")])
