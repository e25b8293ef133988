"""A printed figure that is not the one that the edition's inputs state."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, apart, as_numbers, elsewhere, finding, named
from workbook_builder.audit.comparisons.stated_twice import contradicted
from workbook_builder.audit.placed import Placed, benchmark_key, differ, label, stated
from workbook_builder.audit.printed import PARTS, Slot
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Figure, Number


def _find(published: Published) -> Iterator[Finding]:
    told = {(one.placed.printed.where(one.slot), one.slot) for one, _ in contradicted(published)}
    for placed in published.placed:
        for slot in placed.cells:
            is_figure = slot[0] in (*PARTS, "benchmark") and not placed.is_unreadable(slot)
            if is_figure and (placed.printed.where(slot), slot) not in told:
                yield from _compared(placed, slot, published.inputs)
    yield from elsewhere("other_figure")(published)


def _compared(placed: Placed, slot: Slot, inputs: Inputs) -> Iterator[Finding]:
    printed = placed.figure(slot)
    is_benchmark = slot[0] == "benchmark"
    ours = _benchmark(placed, slot) if is_benchmark else stated(inputs, placed, slot)
    period = label(placed.ours, slot) if is_benchmark else ""
    if isinstance(printed, Number) and isinstance(ours, Number):
        if differ(printed, ours):
            expected = f"{ours.text}, as the inputs say"
            both = as_numbers(printed, ours)
            yield finding(placed, slot, named(slot, printed), expected, apart(printed, ours), period, both)
    elif isinstance(ours, Number):
        found = placed.cells[slot] or "an empty cell"
        yield finding(
            placed, slot, found, f"{named(slot, ours)}, as the inputs say", "missing", period, (None, ours.shown)
        )
    elif isinstance(printed, Number):
        expected = "no figure" if placed.row.exists else "no figure: the indicator does not exist there"
        yield finding(
            placed, slot, named(slot, printed), expected, "not in the inputs", period, (printed.shown, None)
        )


def _benchmark(placed: Placed, slot: Slot) -> Figure | None:
    key = benchmark_key(placed.ours.table, slot)
    return placed.row.benchmarks.get(key) if key else None


COMPARISON = Comparison(
    "other_figure",
    "What was published and what the inputs say have parted: one of them was corrected without the other.",
    "62.4 printed where the inputs say 62.0.",
    _find,
)
