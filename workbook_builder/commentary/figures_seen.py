"""The figures that the author of a text saw beside it, `RED; 31.6; 60.0`: rating, latest figure and target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbook_builder.inputs.cells import parse_number
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.marks import without_mark
from workbook_builder.scorecards.model import Row

_AROUND = "<>= "  # what a cell may show before and behind its number, besides a mark
_PARTS = 3


def figures_of(row: Row | None) -> tuple[str, ...]:
    """Those that are to be seen now, as displayed; "" for each that there is none of."""
    if row is None:
        return ("",) * _PARTS
    target = row.target
    return row.rating.value, _shown(row.figure(row.latest)), _shown(target.target if target else None)


def joined(figures: Sequence[str]) -> str:
    """The figures as a text states them; "" where none is known."""
    return "; ".join(figures) if any(figures) else ""


def parted(stated: str) -> tuple[str, ...]:
    """The figures that a text states, "" for each that is not known."""
    parts = [part.strip() for part in stated.split(";")][:_PARTS]
    return (*parts, *[""] * (_PARTS - len(parts)))


def differ(then: str, now: str) -> bool:
    """Whether a figure that was seen is another now, however it is written; one that was not seen does not differ."""
    old, new = number(then), number(now)
    if old is not None and new is not None:
        return old != new
    return bool(then) and then.casefold() != now.casefold()


def number(figure: str) -> Decimal | None:
    """The number of a figure as displayed, `<= 25` or `10.4†`; None where it is in words."""
    return parse_number(without_mark(figure).strip(_AROUND))


def _shown(figure: Figure | None) -> str:
    if isinstance(figure, Number):
        return figure.text
    return figure.value if figure else ""
