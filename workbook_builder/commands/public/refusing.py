"""What is no public edition: one without rules, a draft, one whose texts tell what is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from workbook_builder.accessibility import Found, Judged, Verdict, judge_file
from workbook_builder.disclosure.public import telling, telling_reasons
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Edition
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.project import Known
from workbook_builder.specs import SPEC_FILE
from workbook_builder.specs.model import Spec

_OUT = "take the figure out of the text"
_UNTOLD = "a text that states no figure which is withheld"


def refuse_unpublishable(spec: Spec, edition: Edition, may_be_draft: bool) -> None:
    """Raises `ProblemsFound` where no public edition can be made."""
    problems = [*_without_rules(spec), *_without_a_solver()]
    if edition.is_draft and not may_be_draft:
        remedy = "publish it when it is final; to look at it before, add --draft: then every page says DRAFT"
        where = f"{INPUTS}/{edition.month}/{EDITION_FILE}: status"
        problems.append(Problem(where, "draft", "final, in a public edition", remedy))
    if problems:
        raise ProblemsFound(problems)


def _without_rules(spec: Spec) -> Iterator[Problem]:
    if spec.suppress is None:
        allowed = "rules that say what the public edition withholds"
        remedy = "write, for those of the Department for Education: suppress: {preset: dfe}"
        yield Problem(f"{SPEC_FILE}: suppress", "nothing", allowed, remedy)


def _without_a_solver() -> Iterator[Problem]:
    if find_spec("highspy") is None:
        needed = "highspy, which chooses the rows that a public edition withholds"
        yield Problem("--public", "no highspy is installed", needed, 'pip install "workbook-builder[public]"')


def refuse_inaccessible(file: Path) -> None:
    """Raises `ProblemsFound` where the workbook, which is not in its place yet, fails an essential point."""
    remedy = "mend the words or looks that it comes from, in the spec or the style; else tell us, with this report"
    failed = [(one.point.rule, found) for one in judge_file(file).points for found in one.found if _fails(one, found)]
    problems = [
        Problem(f"public workbook, {found.sheet} {', '.join(found.cells[:3])}".strip(), found.found, rule, remedy)
        for rule, found in failed
    ]
    if problems:
        raise ProblemsFound(problems)


def _fails(judged: Judged, found: Found) -> bool:
    return judged.point.is_essential and found.verdict is Verdict.FAIL


def refuse_telling_texts(public: Known) -> None:
    """Raises `ProblemsFound` where a note, or a reason why a figure is provisional, states what is withheld."""
    notes = {public.inputs.edition.month: public.inputs.edition.note}
    if public.earlier and public.earlier.known:
        notes[public.earlier.month] = public.earlier.known[1].edition.note
    problems = [
        Problem(f"{INPUTS}/{month}/{EDITION_FILE}: note", "a figure that is withheld", _UNTOLD, _OUT)
        for month, note in notes.items()
        if telling([note], public.inputs)
    ]
    for key in telling_reasons(public.inputs):
        where = f"{public.inputs.observations[key].origin}, column provisional"
        problems.append(Problem(where, "a figure that is withheld", _UNTOLD, _OUT))
    if problems:
        raise ProblemsFound(problems)
