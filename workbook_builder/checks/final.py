"""What an edition may not have when it is final: texts that are unfinished, drafts that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rules import unfinished
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS
from workbook_builder.problems import Problem, ProblemsFound, listed
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs.nouns import noun_for

_FINISH = "finish the text; where it is right as it stands, accept the warning in edition.yaml with a reason"
_APPROVE = (
    "type texts over them, or let edition.yaml say by which role or team they were approved: "
    "`drafts_approved_by: Head of Management Information`"
)


def refuse_unready(scorecard: Scorecard) -> None:
    """Raises `ProblemsFound` where an edition says that it is final and is not ready to be published.

    The scorecard has its commentary and findings; one of a single area has no commentary, and so no drafts.
    """
    if scorecard.edition.is_draft:
        return
    problems = [*_unfinished(scorecard), *_drafted(scorecard)]
    if problems:
        raise ProblemsFound(problems)


def _unfinished(scorecard: Scorecard) -> Iterator[Problem]:
    for found in scorecard.findings:
        if found.rule == unfinished.RULE.id and not found.accepted:
            what = f"{found.found} in a final edition ({found.indicator or found.title})"
            yield Problem(found.where, what, found.expected, _FINISH)


def _drafted(scorecard: Scorecard) -> Iterator[Problem]:
    drafts = [paragraph.row.indicator.id for paragraph in scorecard.commentary if paragraph.is_draft]
    if drafts and not scorecard.edition.drafts_approved_by:
        where = f"{INPUTS}/{scorecard.edition.month}/{EDITION_FILE}"
        many = f"{len(drafts)} {noun_for(len(drafts), 'drafts')}"
        found = f"status: final, with {many} that nobody has replaced or approved: {listed(drafts)}"
        yield Problem(where, found, "texts that somebody answers for, or status: draft", _APPROVE)
