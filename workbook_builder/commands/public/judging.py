"""Whether a public edition may be published: whether all that must be protected is, for readers of every edition."""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.specs.model import Spec
from workbook_builder.specs.nouns import noun_for
from workbook_builder.suppression import (
    Decision,
    Demand,
    Facts,
    Publication,
    primary,
    prove,
    superseded,
    suppress,
)
from workbook_builder.suppression.rules import settled


def judged(
    spec: Spec, facts: Facts, earlier: Sequence[Publication], published: Publication, decision: Decision
) -> tuple[str, ...]:
    """What the office must know of a safe edition. Raises `ProblemsFound` where it is not proved to be one."""
    demands = primary(spec, facts, settled(spec.suppress)).demands
    if hopeless := [each for each in decision.unmet if not _is_of_the_past(spec, facts, earlier, each)]:
        raise ProblemsFound(Decision(decision.pattern, decision.reasons, tuple(hopeless)).problems())
    editions = [*earlier, published]
    outdated = superseded(spec, facts, editions)
    asked = [each for each in demands if each not in decision.unmet]
    proof = prove(spec, spec.suppress, editions, asked, outdated)
    if not proof.is_safe:
        raise ProblemsFound(map(_unproved, [*(each.demand for each in proof.exposed), *proof.unproved]))
    return (_of_the_past(len(decision.unmet)),) if decision.unmet else ()


def _is_of_the_past(spec: Spec, facts: Facts, earlier: Sequence[Publication], demand: Demand) -> bool:
    """Whether a demand can be met if nobody has seen an earlier edition."""
    return bool(earlier) and demand not in suppress(spec, spec.suppress, facts).unmet


def _unproved(demand: Demand) -> Problem:
    name, place, period = demand.row
    found = "a small count of which it is not proved that readers cannot find it out"
    remedy = "see whether the figures around it contradict each other (`check`), or name it in `except_indicators`"
    return Problem(f"suppress: {name}, {place}, {period}", found, "small counts that are proved to be safe", remedy)


def _of_the_past(many: int) -> str:
    what = noun_for(many, "small counts")
    return (
        f"{many} {what} can be found out from earlier public editions alone, whatever this one withholds: nothing "
        "takes back what was published. This edition prints no more of them."
    )
