"""The scheme `four_colours`: BLUE where the target is exceeded, by a level of its own; else as `floor` rates."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, TARGET, AtLeast, AtMost, Known, Term
from workbook_builder.rating.floor import FLOOR, FLOOR_STANDARD, floor_fault
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

_LEVEL = Standard(
    "exceeded level",
    ("exceeds",),
    ("Exceeded from",),
    Rag.BLUE,
    meaning="from where the target is exceeded: a figure that meets it is BLUE",
)
_EXCEEDS, _FLOOR = Term("exceeds"), Term("floor")


def _rule(reaches: type[AtLeast] | type[AtMost]) -> Rule:
    limits = (Rag.BLUE, _EXCEEDS), (Rag.GREEN, TARGET), (Rag.AMBER, _FLOOR)
    steps = tuple(Step(rating, (reaches(FIGURE, limit),)) for rating, limit in limits)
    return Rule(("figure", "target", "exceeds", "floor"), steps)


def _reason(rating: Rag, known: Known) -> str:
    if rating is Rag.BLUE:
        return f"the target is exceeded, from {_EXCEEDS.value(known):f}"
    return FLOOR.reason(rating, known)


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """A level that is no better than its target, or a floor standard that is."""
    target, level = known.get("target"), known.get("exceeds")
    if target is None or level is None or polarity is None or not polarity.is_met(target.shown, level.shown):
        return floor_fault(polarity, known)
    side = "below" if polarity.is_lowest_best else "above"
    expected = f"{side} the target of {target.text} (polarity {polarity.value})"
    return f"an exceeded level of {level.text}", expected, "whatever meets the target is BLUE"


FOUR_COLOURS = Scheme(
    id="four_colours",
    rules={Polarity.H: _rule(AtLeast), Polarity.L: _rule(AtMost)},
    standards=(_LEVEL, FLOOR_STANDARD),
    asks="an exceeded level and a floor standard (H and L)",
    remedy="`exceeds` and `floor`",
    reason=_reason,
    fault=_fault,
)
