"""A printed target that is not ours: one finding for each target and number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbook_builder.audit.comparison import Comparison, Published, apart, as_numbers, elsewhere, finding
from workbook_builder.audit.placed import Placed
from workbook_builder.audit.printed import Slot
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.periods import Period

_Key = tuple[str, str, Period, Figure | None]


def _find(published: Published) -> Iterator[Finding]:
    alike: defaultdict[_Key, list[tuple[Placed, Slot]]] = defaultdict(list)
    for placed in published.placed:
        for slot in placed.cells:
            if slot[0] == "target" and not placed.is_unreadable(slot) and _differs(placed, slot):
                year = placed.period(slot)
                ours = placed.row.targets.get(year)
                area = ours.area if ours else placed.row.place
                alike[placed.row.indicator.id, area, year, placed.figure(slot)].append((placed, slot))
    for cells in alike.values():
        yield _finding(cells)
    yield from elsewhere("other_target")(published)


def _differs(placed: Placed, slot: Slot) -> bool:
    numbers = [figure.shown if isinstance(figure, Number) else None for figure in _pair(placed, slot)]
    return numbers[0] != numbers[1]


def _pair(placed: Placed, slot: Slot) -> tuple[Figure | None, Figure | None]:
    ours = placed.row.targets.get(placed.period(slot))
    return placed.figure(slot), ours.target if ours else None


def _finding(cells: Sequence[tuple[Placed, Slot]]) -> Finding:
    placed, slot = cells[0]
    printed, ours = _pair(placed, slot)
    on = f" on {len(cells)} rows" if len(cells) > 1 else ""
    found = (placed.cells[slot] or "an empty cell") + on
    expected = f"{ours.text}, as the inputs say" if isinstance(ours, Number) else "no target: the inputs have none"
    both = isinstance(printed, Number) and isinstance(ours, Number)
    difference = apart(printed, ours) if both else "missing" if ours else "not in the inputs"  # type: ignore[arg-type]
    return finding(placed, slot, found, expected, difference, numbers=as_numbers(printed, ours))


COMPARISON = Comparison(
    "other_target",
    "Ratings were made by another target than the one that stands in the inputs.",
    "A target of 65 printed, and 60 in targets.csv.",
    _find,
)
