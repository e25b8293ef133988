"""Plausibility: every rule applied to an edition. Rules warn; they never stop a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.checks.rules import RULES
from workbook_builder.disclosure import Disclosed, without_hidden
from workbook_builder.findings import Doubts, Finding, Severity
from workbook_builder.inputs import targets
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Acceptance
from workbook_builder.problems import Report, nearest, quoted
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs.model import Spec

IDLE = "acceptance"


def check_figures(scorecard: Scorecard, inputs: Disclosed) -> tuple[Finding, ...]:
    """What the rules find that do not read texts, which may not have been made yet."""
    return tuple(_found(Context(scorecard, inputs), [rule for rule in RULES if rule.about is not About.TEXT]))


def check_scorecard(
    scorecard: Scorecard, inputs: Disclosed, figures: tuple[Finding, ...] | None = None
) -> tuple[Finding, ...]:
    """What every rule finds, in the order of pages; what the edition accepts carries the written reason.

    `figures` is what `check_figures` has found, where that is known. Raises `ProblemsFound` where the edition accepts
    a warning of a rule or indicator that does not exist.
    """
    _check_acceptances(scorecard)
    context = Context(scorecard, inputs)
    findings = list(check_figures(scorecard, inputs) if figures is None else figures)
    findings += _found(context, [rule for rule in RULES if rule.about is About.TEXT])
    findings += _idle_acceptances(context, findings)
    pages = {page.name: position for position, page in enumerate(scorecard.pages)}
    return tuple(sorted(findings, key=lambda found: pages[found.page]))


def doubts(findings: Iterable[Finding]) -> Doubts:
    """The open warnings about figures, by indicator and place.

    What only is still to be stated is no doubt, nor is a warning about a target: what a figure is judged by.
    """
    casting = {rule.id for rule in RULES if rule.about is About.FIGURE}
    still_open = [found for found in findings if found.rule in casting and not found.accepted and _of_figure(found)]
    return {
        key: tuple(found for found in still_open if (found.indicator, found.place) == key)
        for key in dict.fromkeys((found.indicator, found.place) for found in still_open)
    }


def _of_figure(found: Finding) -> bool:
    return targets.FORM.name not in PurePosixPath(found.where).name


def _found(context: Context, rules: Iterable[Rule]) -> Iterator[Finding]:
    """What the rules find, each with its rule's name and the reason for which it is accepted, if it is."""
    for rule in rules:
        for found in rule.check(context):
            named = replace(without_hidden(found, context.inputs), rule=rule.id, severity=rule.severity)
            yield replace(named, accepted=_reason(named, context.scorecard))


def _reason(found: Finding, scorecard: Scorecard) -> str:
    accepting = (each for each in scorecard.edition.accepted if _accepts(each, found, scorecard.catalogue))
    return next((accepted.reason for accepted in accepting), "")


def _accepts(accepted: Acceptance, found: Finding, spec: Spec) -> bool:
    same = (_present(accepted.rule), accepted.indicator) == (found.rule, found.indicator)
    return same and _place(accepted.area, spec) in ("", found.place, found.page)


def _place(name: str, spec: Spec) -> str:
    """What an area or team is called now, by that name or a former one."""
    return spec.place_called(name) or name


def _meant(key: str, value: str, spec: Spec) -> str:
    """What a key of an acceptance names, as it is called now."""
    return {"rule": _present(value), "area": _place(value, spec)}.get(key, value)


def _present(name: str) -> str:
    """What a rule is called now, by that name or its former one."""
    return next((rule.id for rule in RULES if name and name in (rule.id, rule.formerly)), name)


def _idle_acceptances(context: Context, findings: list[Finding]) -> list[Finding]:
    """A finding for each acceptance of the edition that accepts nothing: its warning has gone, or it is mistyped.

    None where only one area is built, whose warnings are only some of those that the edition accepts.
    """
    edition = context.scorecard.edition
    spec = context.scorecard.catalogue
    idle = [a for a in edition.accepted if not any(_accepts(a, found, spec) for found in findings)]
    where = f"{INPUTS}/{edition.month}/{EDITION_FILE}"
    rows = {} if context.scorecard.only_area else context.measured
    return [
        replace(context.finding(row, "", where, *_idle(accepted)), rule=IDLE, severity=Severity.NOTE)
        for accepted in idle
        for _, row in [entry for key, entry in rows.items() if key[0] == accepted.indicator][:1]
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
            if _meant(key, value, scorecard.catalogue) not in names:
                where = f"{INPUTS}/{scorecard.edition.month}/{EDITION_FILE}: accepted → {key}"
                shown = ", ".join(names) if key == "rule" else f"an {key} of indicator_specs.yaml"
                report.add(where, quoted(value), shown, nearest(value, names, "correct it, or remove the entry"))
    report.raise_if_any()
