"""What the figures of an indicator can be at all."""

from __future__ import annotations

from workbook_builder.specs.checker import Checker


def limits_leave_something_possible(check: Checker) -> None:
    """The lowest possible figure of an indicator is below the highest."""
    for i, indicator in enumerate(check.spec.indicators):
        lowest, highest = indicator.possible
        if lowest is not None and highest is not None and lowest >= highest:
            key = "lowest_possible" if indicator.highest_possible is None else "highest_possible"
            allowed = "a highest above the lowest, which are 0 and 100 for a percentage that states none"
            found = f"nothing possible from {lowest:f} to {highest:f}"
            check.add(("indicators", i, key), found, allowed, "correct it, or leave it out")
