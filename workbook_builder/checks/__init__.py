"""Plausibility: every rule applied to an edition. Rules warn; they never stop a build."""

from __future__ import annotations

from dataclasses import replace

from workbook_builder.checks.rule import Context
from workbook_builder.checks.rules import RULES
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Edition
from workbook_builder.problems import Report, nearest, quoted
from workbook_builder.scorecards.model import Scorecard


def check_scorecard(scorecard: Scorecard, inputs: Inputs) -> tuple[Finding, ...]:
    """What every rule finds, in the order of pages; what the edition accepts carries the written reason.

    Raises `ProblemsFound` where the edition accepts a warning of a rule or indicator that does not exist.
    """
    _check_acceptances(scorecard)
    context = Context(scorecard, inputs)
    findings = [replace(found, rule=rule.id) for rule in RULES for found in rule.check(context)]
    pages = {page.name: position for position, page in enumerate(scorecard.pages)}
    ordered = sorted(findings, key=lambda found: pages[found.page])
    return tuple(replace(found, accepted=_reason(found, scorecard.edition)) for found in ordered)


def unaccepted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that nobody has accepted."""
    return tuple(finding for finding in findings if not finding.accepted)


def _reason(found: Finding, edition: Edition) -> str:
    reasons = (
        accepted.reason
        for accepted in edition.accepted
        if (accepted.rule, accepted.indicator) == (found.rule, found.indicator)
        and accepted.area in ("", found.place, found.page)
    )
    return next(reasons, "")


def _check_acceptances(scorecard: Scorecard) -> None:
    report = Report()
    known = {
        "rule": [rule.id for rule in RULES],
        "indicator": list(scorecard.catalogue.indicator_by_id),
        "area": ["", *scorecard.catalogue.places],
    }
    for accepted in scorecard.edition.accepted:
        for key, names in known.items():
            value = getattr(accepted, key)
            if value not in names:
                where = f"{INPUTS}/{scorecard.edition.month}/{EDITION_FILE}: accepted → {key}"
                shown = ", ".join(names) if key == "rule" else f"an {key} of indicator_specs.yaml"
                report.add(where, quoted(value), shown, nearest(value, names, "correct it, or remove the entry"))
    report.raise_if_any()
