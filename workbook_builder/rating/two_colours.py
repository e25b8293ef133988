"""The scheme `two_colours`: GREEN where the target is met, else RED."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, TARGET, AtLeast, AtMost, Known
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Step

_NEEDS = ("figure", "target")


def _reason(rating: Rag, known: Known) -> str:
    return "the target is met" if rating is Rag.GREEN else "the target is missed"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """Nothing stands beside the target that could contradict it."""
    return None


TWO_COLOURS = Scheme(
    id="two_colours",
    rules={
        Polarity.H: Rule(_NEEDS, (Step(Rag.GREEN, (AtLeast(FIGURE, TARGET),)),)),
        Polarity.L: Rule(_NEEDS, (Step(Rag.GREEN, (AtMost(FIGURE, TARGET),)),)),
    },
    standards=(),
    asks="a target and no more (H and L)",
    remedy="`target`",
    reason=_reason,
    fault=_fault,
)
