"""What has become of others, and of us meanwhile: where figures of both are known for two years or dates."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.inputs.figures import Number
from workbook_builder.periods import Period


@dataclass(frozen=True)
class Beside:
    """A benchmark group's figures and ours of the same two years or dates: before, then now."""

    periods: tuple[Period, Period]
    theirs: tuple[Number, Number]
    ours: tuple[Number, Number]
