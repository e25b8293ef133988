"""A decision held against what earlier editions printed: their tables may have been others, and are looked at again.

The choice looks at the figures as they are, the proof at what readers of all editions have before them. Where an old
table and a revised one, laid side by side, give a count away, the revised table is withheld as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbook_builder.inputs.observations import Key
from workbook_builder.suppression.building import Situation
from workbook_builder.suppression.facts import Publication
from workbook_builder.suppression.printing import printed
from workbook_builder.suppression.prove import prove, superseded
from workbook_builder.suppression.rules import Demand


@dataclass(frozen=True)
class More:
    """What a decision lacks: rows to withhold as well or, where none would help, demands that nothing can meet."""

    rows: tuple[Key, ...]
    unmet: tuple[Demand, ...]


def found_with_the_past(
    situation: Situation, demands: Sequence[Demand], pattern: Collection[Key], unmet: Collection[Demand]
) -> More | None:
    """What a decision still lacks; None where readers of all editions find out nothing."""
    if not situation.earlier:
        return None
    found = _found_out(situation, [each for each in demands if each not in unmet], pattern)
    if not found:
        return None
    hopeless = _found_out(situation, found, situation.shown)
    tables = {(name, period) for name, _, period in (each.row for each in found if each not in hopeless)}
    rows = [key for key in situation.facts if (key[0], key[2]) in tables and key in situation.shown]
    more = tuple(key for key in rows if key not in pattern)
    return More(more, () if more else tuple(found))


def _found_out(situation: Situation, demands: Sequence[Demand], withheld: Collection[Key]) -> list[Demand]:
    """The demands that are not met for readers of all editions, where this one withholds these rows."""
    last = max((each.edition for each in situation.earlier), key=str)
    shown = {key: stated for key, stated in situation.facts.items() if key in situation.shown}
    now = printed(situation.spec, situation.rules, last, shown, withheld)
    editions: list[Publication] = [*sorted(situation.earlier, key=lambda each: str(each.edition)), now]
    outdated = superseded(situation.spec, situation.facts, editions)
    proof = prove(situation.spec, situation.rules, editions, demands, outdated)
    return list(dict.fromkeys((*(each.demand for each in proof.exposed), *proof.unproved)))
