"""`sources.csv`: how recent each indicator's data is, and when it was released. It changes monthly."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.periods import Frequency, full_month, parse_period
from workbook_builder.specs.model import Spec

FORM = TableForm.described(
    "sources",
    "how recent the data is",
    {
        "indicator": "its id",
        "latest_data": "of which time the latest data is, in words, as printed on the Data sources page",
        "released": "when it was released, in words; `N/A`: never",
    },
    needed=3,
)


@dataclass(frozen=True, slots=True)
class Source:
    """The latest data of an indicator, and its release, in words."""

    latest_data: str
    released: str
    origin: Origin


def read_source(row: Row, spec: Spec, reader: Reader) -> tuple[str, Source] | None:
    """What a row says of an indicator's data, by indicator; None where it cannot be read."""
    name = reader.name(row, "indicator", spec.indicator_by_id, "indicator")
    for column in ("latest_data", "released"):
        if not row.cells.get(column):
            remedy = "fill it in, write N/A, or delete the row"
            reader.report.add(row.where(column), "nothing", "words such as Dec 2024, or N/A", remedy)
            return None
    words = [_in_words(row.cells[column]) for column in ("latest_data", "released")]
    return (name, Source(words[0], words[1], row.origin)) if name else None


def _in_words(text: str) -> str:
    """`Dec 2024` for 2024-12, which is what Excel makes of it."""
    period = parse_period(text)
    if period is None or period.frequency is not Frequency.MONTH:
        return text
    return f"{full_month(period)[:3]} {period.year}"
