"""What a public edition withholds, so that no small count can be found out: decided, and proved.

`suppress` decides, from the figures as they are and all that earlier editions printed; `printed` is what the edition
then prints, and `prove` judges that, together with the earlier ones, as a reader can. The reasons of a decision are
as secret as the figures: they are kept apart from its pattern, and belong in nothing that is published.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbook_builder.inputs.observations import Key
from workbook_builder.problems import Problem
from workbook_builder.specs.model import Spec
from workbook_builder.specs.suppress import Suppress
from workbook_builder.suppression.building import Situation, cases_of
from workbook_builder.suppression.choose import choose
from workbook_builder.suppression.facts import Cell, Facts, Part, Publication
from workbook_builder.suppression.past import found_with_the_past
from workbook_builder.suppression.printing import printed
from workbook_builder.suppression.prove import Proof, prove, superseded, what_fits
from workbook_builder.suppression.rules import Demand, Primary, Why, primary, settled

__all__ = [
    "Cell",
    "Decision",
    "Demand",
    "Facts",
    "Part",
    "Primary",
    "Proof",
    "Publication",
    "Why",
    "primary",
    "printed",
    "prove",
    "superseded",
    "suppress",
    "what_fits",
]


@dataclass(frozen=True)
class Decision:
    """The rows to withhold; and, apart from that, why, and what cannot be protected whatever is withheld."""

    pattern: frozenset[Key]
    reasons: Mapping[Key, Why] = field(repr=False)
    unmet: tuple[Demand, ...] = field(default=(), repr=False)

    def problems(self) -> list[Problem]:
        """What cannot be met, as a report: it names rows, and no figure."""
        allowed = "small counts that earlier editions did not print, and that follow from nothing they printed"
        remedy = "widen `from` and `to`, name the indicator in `except_indicators`, or do not publish the table"
        rows = dict.fromkeys(demand.row for demand in self.unmet)
        found = "a small count that readers can find out whatever is withheld"
        return [
            Problem(f"suppress: {name}, {place}, {period}", found, allowed, remedy) for name, place, period in rows
        ]


def suppress(
    spec: Spec,
    rules: Suppress | None,
    facts: Facts,
    earlier: Sequence[Publication] = (),
    shown: Collection[Key] | None = None,
) -> Decision:
    """The rows of an edition to withhold: by rule, as before, and for the sake of others.

    `facts` are what the inputs state of all that this or an earlier edition prints, `shown` what this one prints of
    it (left out: all), `earlier` the public editions before it. The same input gives the same pattern, every time.
    Raises `ProblemsFound` where other rows must be chosen and the solver is not installed.
    """
    rules = settled(rules)
    facts = {key: facts[key] for key in sorted(facts, key=str)}
    by_rule = primary(spec, facts, rules)
    seen = frozenset(facts if shown is None else shown)
    kept = withheld_before(earlier, seen)
    situation = Situation(spec, rules, facts, seen, tuple(earlier), frozenset())
    decision = _decided(situation, by_rule, dict.fromkeys(kept, Why.KEPT) | dict(by_rule.rows))
    while more := found_with_the_past(situation, by_rule.demands, decision.pattern, decision.unmet):
        if more.rows:
            decision = _decided(situation, by_rule, {**decision.reasons, **dict.fromkeys(more.rows, Why.OTHERS)})
        else:
            decision = replace(decision, unmet=(*decision.unmet, *more.unmet))
    return decision


def _decided(situation: Situation, by_rule: Primary, forced: Mapping[Key, Why]) -> Decision:
    """The decision where some rows are withheld whatever is chosen."""
    reasons = dict(forced)
    unmet: list[Demand] = []
    for case in cases_of(replace(situation, forced=frozenset(forced)), by_rule.demands):
        chosen, hopeless = choose(case)
        reasons |= dict.fromkeys(sorted(chosen, key=str), Why.OTHERS)
        unmet += [each.demand for each in hopeless]
    return Decision(frozenset(key for key in reasons if key in situation.shown), reasons, tuple(unmet))


def withheld_before(earlier: Sequence[Publication], shown: Collection[Key]) -> list[Key]:
    """The rows that earlier editions withheld and of which none printed what was withheld: they stay withheld.

    A 0 that stood beside the marks of a withheld row (`suppressed_at_least: 1`) does not make it a printed one.
    """
    marked = dict.fromkeys(
        cell for each in earlier for cell in sorted(each.figures, key=str) if each.figures[cell] is None
    )
    printed = {cell for each in earlier for cell, value in each.figures.items() if value is not None}
    printed_since = {cell.row for cell in marked if cell in printed}
    rows = dict.fromkeys(cell.row for cell in marked)
    return [key for key in rows if key in shown and key not in printed_since]
