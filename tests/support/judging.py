"""Figures and targets in few words, for tests of how figures are judged."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbook_builder.inputs.figures import Figure, Missing, Number, Origin
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import year
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Band
from workbook_builder.rating.schemes import scheme_for

_ENDS = (("from", "lowest"), ("to", "highest"))


def number(text: str, decimals: int | None = None) -> Number:
    """The number that a text writes, displayed with the text's decimals or others."""
    written = len(text.partition(".")[2])
    return Number(Decimal(text), written if decimals is None else decimals)


def figure(text: str) -> Figure | None:
    """A number, a reason why there is none (`N/A`), or None for an empty text."""
    if not text:
        return None
    reasons = {reason.value: reason for reason in Missing}
    return reasons[text] if text in reasons else number(text)


def target(
    polarity: Polarity | None,
    stated: Figure,
    floor: Number | None = None,
    green: Band | None = None,
    amber: Band | None = None,
) -> Target:
    """A target of 2024-25 that holds everywhere."""
    bands = {"green": green, "amber": amber}
    ends = {f"{name}_{end}": getattr(band, key) for name, band in bands.items() if band for end, key in _ENDS}
    return Target(
        indicator="X",
        area="",
        year=year(2024),
        polarity=polarity,
        scheme=scheme_for(None, polarity),
        target=stated,
        limits=({"floor": floor} if floor else {}) | ends,
        basis=None,
        sign="",
        origin=Origin("targets.csv", 2),
    )


def band(lowest: str, highest: str) -> Band:
    """The band from one number to the other."""
    return Band(number(lowest), number(highest))


def floor_of(judge: Target) -> Number | None:
    """The floor standard of a target."""
    return judge.limits.get("floor")


def ends_of(judge: Target) -> list[Number | None]:
    """From where to where a target's figures are GREEN, then AMBER: the ends of its bands, None where it has none."""
    return [judge.limits.get(f"{name}_{end}") for name in ("green", "amber") for end, _ in _ENDS]


def as_shown(limit: Figure | None) -> Figure | None:
    """A target or standard as a cell holds it: without the decimals that it does not show."""
    return Number(limit.shown, limit.decimals) if isinstance(limit, Number) else limit


def with_floor(judge: Target, floor: Number | None) -> Target:
    """The same target with another floor standard."""
    others = {role: limit for role, limit in judge.limits.items() if role != "floor"}
    return replace(judge, limits=others | ({"floor": floor} if floor else {}))


HIGH = target(Polarity.H, number("60"), number("50"))
LOW = target(Polarity.L, number("25.0"), number("30"))
CLOSE = target(Polarity.T, number("20.0"), None, band("17.5", "22.5"), band("12.5", "27.5"))
