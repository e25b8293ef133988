"""The scheme `bands`: GREEN within the green band around the target, AMBER within the amber band around that."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, AtLeast, AtMost, Comparison, Known, Term
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step, roles_of

_GREEN = Standard("green band", ("green_from", "green_to"), ("Green from", "Green to"), Rag.GREEN, True)
_AMBER = Standard("amber band", ("amber_from", "amber_to"), ("Amber from", "Amber to"), Rag.AMBER, True)


def _within(band: Standard) -> tuple[Comparison, ...]:
    lowest, highest = map(Term, band.roles)
    return AtLeast(FIGURE, lowest), AtMost(FIGURE, highest)


def _reason(rating: Rag, known: Known) -> str:
    green, amber = (" to ".join(f"{Term(role).value(known):f}" for role in band.roles) for band in (_GREEN, _AMBER))
    return f"{green} is GREEN, {amber} AMBER"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """Bands that are not around each other and around their target."""
    roles = ("amber_from", "green_from", "target", "green_to", "amber_to")
    ends = {role: number for role in roles if (number := known.get(role))}
    shown = [number.shown for number in ends.values()]
    if len(ends) < len(roles) or shown == sorted(shown):
        return None
    text = {role: number.text for role, number in ends.items()}
    found = f"green {text['green_from']} to {text['green_to']}, amber {text['amber_from']} to {text['amber_to']}"
    return found, f"bands around each other and around the target of {text['target']}", "the bands do not nest"


BANDS = Scheme(
    id="bands",
    rules={
        Polarity.T: Rule(
            ("figure", "target", *roles_of((_GREEN, _AMBER))),
            (Step(Rag.GREEN, _within(_GREEN)), Step(Rag.AMBER, _within(_AMBER))),
        )
    },
    standards=(_GREEN, _AMBER),
    asks="a green and an amber band (T)",
    remedy="the four ends of the bands",
    reason=_reason,
    fault=_fault,
)
