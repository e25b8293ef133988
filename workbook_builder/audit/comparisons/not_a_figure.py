"""A cell that holds neither a number nor a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.placed import Placed, label
from workbook_builder.audit.printed import PARTS, Slot
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Missing
from workbook_builder.pages.cells import target_cell
from workbook_builder.problems import quoted

_FIGURES = (*PARTS, "target", "benchmark")
_EXPECTED = "a number, or one of: " + ", ".join(reason.value for reason in Missing)


def _find(published: Published) -> Iterator[Finding]:
    for placed in published.placed:
        for slot, text in placed.cells.items():
            if slot[0] in _FIGURES and placed.is_unreadable(slot) and text != _words(placed, slot):
                period = label(placed.ours, slot) if slot[0] == "benchmark" else ""
                yield finding(placed, slot, quoted(text), _EXPECTED, "cannot be read", period)


def _words(placed: Placed, slot: Slot) -> str:
    """What our target says in words; "" where it is a number, and of what is no target."""
    ours = placed.row.targets.get(placed.period(slot)) if slot[0] == "target" else None
    value = target_cell(ours).value if ours else None
    return value if isinstance(value, str) else ""


COMPARISON = Comparison(
    "not_a_figure",
    "What is no number cannot be rated, added up or drawn; why a figure is missing is said in one of four ways.",
    'A cell that says "tbc".',
    _find,
)
