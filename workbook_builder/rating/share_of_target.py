"""The scheme `share_of_target`: GREEN from so many per cent of the target, AMBER from fewer, else RED.

So contracts are monitored: GREEN from 65 per cent of the year's target, AMBER from 50.
"""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, TARGET, AtLeast, Known, ShareOf, Term
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

_GREEN, _AMBER = Term("green_share"), Term("amber_share")
_STANDARDS = tuple(
    Standard(
        f"{rating.value} share of the target",
        (f"{rating.value.lower()}_share",),
        (f"{rating.value.capitalize()} from % of target",),
        rating,
        meaning=f"from how many per cent of the target a figure is {rating.value}: `{example}` or `{example}%`",
        is_percent=True,
    )
    for rating, example in ((Rag.GREEN, 65), (Rag.AMBER, 50))
)


def _reason(rating: Rag, known: Known) -> str:
    green, amber = (f"{share.value(known):f}" for share in (_GREEN, _AMBER))
    return f"from {green}% of the target is GREEN, from {amber}% AMBER"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """Shares in the wrong order, or of nothing."""
    green, amber = known.get("green_share"), known.get("amber_share")
    if green is None or amber is None or green.shown > amber.shown > 0:
        return None
    found = f"GREEN from {green.text}% of the target, AMBER from {amber.text}%"
    return found, "shares above 0%, that of AMBER below that of GREEN", "nothing is AMBER, or all is"


SHARE_OF_TARGET = Scheme(
    id="share_of_target",
    rules={
        Polarity.H: Rule(
            ("figure", "target", "green_share", "amber_share"),
            (
                Step(Rag.GREEN, (AtLeast(FIGURE, ShareOf(TARGET, _GREEN)),)),
                Step(Rag.AMBER, (AtLeast(FIGURE, ShareOf(TARGET, _AMBER)),)),
            ),
        )
    },
    standards=_STANDARDS,
    asks="the shares of the target from which a figure is GREEN and AMBER (H)",
    remedy="`green_share` and `amber_share`",
    reason=_reason,
    fault=_fault,
)
