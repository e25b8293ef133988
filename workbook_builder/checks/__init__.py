"""Plausibility: every rule applied to an edition. Rules warn; they never stop a build."""

from __future__ import annotations

from dataclasses import replace

from workbook_builder.checks.rule import Context
from workbook_builder.checks.rules import RULES
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Acceptance, Edition
from workbook_builder.problems import Report, nearest, quoted
from workbook_builder.scorecards.model import Scorecard

IDLE = "acceptance"


def check_scorecard(scorecard: Scorecard, inputs: Inputs) -> tuple[Finding, ...]:
    """What every rule finds, in the order of pages; what the edition accepts carries the written reason.

    Raises `ProblemsFound` where the edition accepts a warning of a rule or indicator that does not exist.
    """
    _check_acceptances(scorecard)
    context = Context(scorecard, inputs)
    findings = [replace(found, rule=rule.id) for rule in RULES for found in rule.check(context)]
    findings += _idle_acceptances(context, findings)
    pages = {page.name: position for position, page in enumerate(scorecard.pages)}
    ordered = sorted(findings, key=lambda found: pages[found.page])
    return tuple(replace(found, accepted=_reason(found, scorecard.edition)) for found in ordered)


def unaccepted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that nobody has accepted."""
    return tuple(finding for finding in findings if not finding.accepted)


def _reason(found: Finding, edition: Edition) -> str:
    return next((accepted.reason for accepted in edition.accepted if _accepts(accepted, found)), "")


def _accepts(accepted: Acceptance, found: Finding) -> bool:
    same = (accepted.rule, accepted.indicator) == (found.rule, found.indicator)
    return same and accepted.area in ("", found.place, found.page)


def _idle_acceptances(context: Context, findings: list[Finding]) -> list[Finding]:
    """A finding for each acceptance of the edition that accepts nothing: its warning has gone, or it is mistyped.

    None where only one area is built, whose warnings are only some of those that the edition accepts.
    """
    edition = context.scorecard.edition
    idle = [a for a in edition.accepted if not any(_accepts(a, found) for found in findings)]
    where = f"{INPUTS}/{edition.month}/{EDITION_FILE}"
    rows = {} if context.scorecard.only_area else context.measured
    return [
        Finding(IDLE, page, row.indicator.id, row.indicator.title, row.place, "", where, *_idle(accepted))
        for accepted in idle
        for page, row in [entry for key, entry in rows.items() if key[0] == accepted.indicator][:1]
    ]


def _idle(accepted: Acceptance) -> tuple[str, str, str]:
    area = f" in {accepted.area}" if accepted.area else ""
    return f"{accepted.rule} is accepted{area}", "a warning that it accepts", "there is none: remove the entry"


def _check_acceptances(scorecard: Scorecard) -> None:
    report = Report()
    known = {
        "rule": [rule.id for rule in RULES],
        "indicator": ["", *scorecard.catalogue.indicator_by_id],
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
