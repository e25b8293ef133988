"""A figure, standard or benchmark that is about 10 or 100 times its like, or a tenth or hundredth of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from workbook_builder.checks.making import Making
from workbook_builder.checks.peers import Peer, follows_neighbours, peers_of
from workbook_builder.checks.rule import Context, Rule
from workbook_builder.checks.stated import Role, Stated
from workbook_builder.findings import Finding
from workbook_builder.specs.catalogue import Indicator, Unit

_TIMES = {
    Decimal(10): ("about 10 times", "about a tenth of"),
    Decimal(100): ("about 100 times", "about a hundredth of"),
}
_ABOUT = Decimal("0.25")  # how far a value without its slip may lie outside its like
_FAR = 3  # how many times as large as the largest of its like, or as small as the smallest, a slipped value is
_FEWEST = 5  # display units: smaller numbers often are ten times another
_FEWEST_AROUND_NOTHING = 100  # of differences and scores that may be negative
_ALIKE = 4  # how many times the smallest of its like the largest is, at most, where a large value is suspect
_STEADY = 2  # how many times the smallest of a series the largest is, at most, where a small value is suspect
_ENOUGH = 3  # figures of a restless series that say what it does


def _check(context: Context) -> Iterator[Finding]:
    for value in context.stated:
        peers = [] if _is_sure(context, value) else peers_of(context.inputs, value)
        sizes = [abs(peer.number.shown) for peer in peers]
        if not _is_the_later(value, peers):
            continue
        if slip := _slip(value, sizes) or _restless_slip(context, value, sizes):
            expected = f"like {_described(peers)}"
            numbers = value.number.shown, None
            yield context.finding(
                value.row, value.period, value.origin, value.shown, expected, f"{slip} that", numbers
            )


def _slip(value: Stated, sizes: Sequence[Decimal]) -> str | None:
    """`about 10 times` where the value is far outside its like, and would be among them with its point moved."""
    size, smallest, largest = abs(value.number.shown), min(sizes), max(sizes)
    if smallest < _least(value.row.indicator):
        return None
    for times, (multiple, fraction) in _TIMES.items():
        if size >= largest * _FAR and largest <= smallest * _ALIKE and _is_among(size / times, smallest, largest):
            return multiple
        is_near = abs(size * times / median(sizes) - 1) <= _ABOUT
        if size <= smallest / _FAR and largest <= smallest * _STEADY and is_near:
            return fraction
    return None


def _restless_slip(context: Context, value: Stated, sizes: Sequence[Decimal]) -> str | None:
    """The same of a figure whose series moves much: few children, a holiday. Its neighbours must not do likewise."""
    if value.role is not Role.FIGURE or len(sizes) < _ENOUGH or min(sizes) < _least(value.row.indicator):
        return None
    size, smallest, largest = abs(value.number.shown), min(sizes), max(sizes)
    slips = [
        multiple if size >= largest * _FAR else fraction
        for times, (multiple, fraction) in _TIMES.items()
        if (size >= largest * _FAR and _is_among(size / times, smallest, largest))
        or (size <= smallest / _FAR and _is_among(size * times, smallest, largest))
    ]
    return slips[0] if slips and not follows_neighbours(context.inputs, value) else None


def _is_among(size: Decimal, smallest: Decimal, largest: Decimal) -> bool:
    return smallest * (1 - _ABOUT) <= size <= largest * (1 + _ABOUT)


def _least(indicator: Indicator) -> Decimal:
    """The smallest number that can be told from its tenth."""
    lowest, _ = indicator.possible
    return Decimal(_FEWEST if lowest is not None else _FEWEST_AROUND_NOTHING).scaleb(-indicator.decimals)


def _is_sure(context: Context, value: Stated) -> bool:
    """Whether other rules hold it against its own numerator and denominator, or it says none or all of few."""
    indicator = value.row.indicator
    if indicator.unit is Unit.PERCENT and value.number.shown in (0, 100):
        return True
    observation = context.inputs.observations.get((indicator.id, value.row.place, value.period))
    return value.role is Role.FIGURE and observation is not None and Making.of(indicator, observation) is not None


def _is_the_later(value: Stated, peers: Sequence[Peer]) -> bool:
    """Whether it is to be told of: of two values that do not fit, the later one is, once."""
    return bool(peers) and (len(peers) > 1 or not value.period < peers[0].period)


def _described(peers: Sequence[Peer]) -> str:
    """`51.6 to 76.9, the others`, or the one that there is: `60.0 of 2023-24`."""
    ordered = sorted(peers, key=lambda peer: abs(peer.number.shown))
    if len(ordered) == 1:
        return f"{ordered[0].number.text} of {ordered[0].period.label}"
    return f"{ordered[0].number.text} to {ordered[-1].number.text}, the others"


RULE = Rule(
    "decimal_point",
    "A decimal point that is lost or misplaced makes a value 10 or 100 times what it is.",
    "A target of 85 where last year's was 8.",
    _check,
    finds=(
        "a figure, target, floor standard, band or benchmark that is about 10 or 100 times the others of its "
        "indicator, or a tenth or hundredth of them; a figure of a series that moves much only where no other "
        "place's does the same"
    ),
    remedy="Move the decimal point; if the value is right, accept the warning.",
)
