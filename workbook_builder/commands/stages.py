"""The stages that commands have in common, from what is known of an edition to a checked scorecard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbook_builder.commands.unchanged import kept_of
from workbook_builder.commentary import make_commentary
from workbook_builder.commentary.refusing import refuse_unprintable
from workbook_builder.findings import Doubts, Finding
from workbook_builder.project import Known
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.scorecards.previous import with_previous

Done = Callable[[str], None]


def ignored(stage: str) -> None:
    """Told of a stage that nobody waits for."""


def commented(known: Known, scorecard: str = "", area: str = "", done: Done = ignored) -> Scorecard:
    """The scorecard beside its previous edition, with what is said of its rows and what is found in its figures."""
    made = make_scorecard(known.spec, known.inputs, find_scorecard(known.spec, scorecard), area)
    made = with_previous(made, known.inputs, known.earlier)
    done("ratings")
    figures, doubted = kept_of(made, known, "figures", lambda: _of_figures(made, known))
    made = replace(made, commentary=make_commentary(made, known.inputs, doubted), findings=figures)
    done("commentary")
    return made


def checked(made: Scorecard, known: Known, done: Done = ignored) -> Scorecard:
    """The scorecard with all findings. Raises `ProblemsFound` where it cannot be printed, or is not ready for it."""
    refuse_unprintable(made.commentary)
    made = replace(made, findings=kept_of(made, known, "all", lambda: _of_all(made, known)))
    done("checks")
    return made


def _of_figures(made: Scorecard, known: Known) -> tuple[tuple[Finding, ...], Doubts]:
    from workbook_builder.checks import check_figures, doubts  # and with them every rule, and what reads texts

    figures = check_figures(made, known.inputs)
    return figures, doubts(figures)


def _of_all(made: Scorecard, known: Known) -> tuple[Finding, ...]:
    from workbook_builder.checks import check_scorecard
    from workbook_builder.checks.final import refuse_unready

    findings = check_scorecard(made, known.inputs, made.findings)
    refuse_unready(replace(made, findings=findings))
    return findings
