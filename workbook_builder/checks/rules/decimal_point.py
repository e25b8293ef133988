"""A figure, standard or benchmark that is about 10 or 100 times its like, or a tenth or hundredth of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from workbook_builder.checks.making import Making
from workbook_builder.checks.peers import Peer, Peers
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
    known = Peers(context.inputs)
    for value in context.stated:
        peers = () if _is_sure(context, value) else known.of(value)
        if not _is_the_later(value, peers):
            continue
        if slip := _slip(value, peers) or _restless_slip(known, value, peers):
            expected = f"like {_described(peers)}"
            numbers = value.number.shown, None
            yield context.finding(
                value.row, value.period, value.origin, value.shown, expected, f"{slip} that", numbers
            )


def _slip(value: Stated, peers: Sequence[Peer]) -> str | None:
    """`about 10 times` where the value is far outside its like, and would be among them with its point moved."""
    size, smallest, largest = abs(value.number.shown), peers[0].size, peers[-1].size
    if smallest < _least(value.row.indicator):
        return None
    for times, (multiple, fraction) in _TIMES.items():
        if size >= largest * _FAR and largest <= smallest * _ALIKE and _is_among(size / times, smallest, largest):
            return multiple
        is_small = size <= smallest / _FAR and largest <= smallest * _STEADY
        if is_small and abs(size * times / median(peer.size for peer in peers) - 1) <= _ABOUT:
            return fraction
    return None


def _restless_slip(known: Peers, value: Stated, peers: Sequence[Peer]) -> str | None:
    """The same of a figure whose series moves much: few children, a holiday. Its neighbours must not do likewise."""
    if value.role is not Role.FIGURE or len(peers) < _ENOUGH or peers[0].size < _least(value.row.indicator):
        return None
    size, smallest, largest = abs(value.number.shown), peers[0].size, peers[-1].size
    slips = [
        multiple if size >= largest * _FAR else fraction
        for times, (multiple, fraction) in _TIMES.items()
        if (size >= largest * _FAR and _is_among(size / times, smallest, largest))
        or (size <= smallest / _FAR and _is_among(size * times, smallest, largest))
    ]
    return slips[0] if slips and not known.follow(value) else None


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
    if len(peers) == 1:
        return f"{peers[0].number.text} of {peers[0].period.label}"
    return f"{peers[0].number.text} to {peers[-1].number.text}, the others"


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
