"""`benchmarks.csv`: what other councils achieved, for a year or as at a date."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Figure, Origin, by_law, dressed
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.periods import Frequency, Period
from workbook_builder.specs.model import Spec

FORM = TableForm.described(
    "benchmarks",
    "what others achieved",
    {
        "indicator": "of which indicator",
        "group": "by which benchmark group of the spec",
        "period": "a year, or the month or day (`2023-12-31`) as at which it was so, not after the edition's "
        "publication; headings name the latest",
        "value": "a number, or `N/A`; shown with the decimals of its indicator",
        "area": "the area for which it differs; empty: all",
        "decimals": "decimals to show, where the indicator's are not meant",
    },
    needed=4,
)
Key = tuple[str, str, str, Period]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark group's figure."""

    value: Figure
    origin: Origin


def read_benchmark(row: Row, spec: Spec, reader: Reader) -> tuple[Key, Benchmark] | None:
    """The benchmark a row states, by indicator, group, area ("" for all) and period."""
    name = reader.name(row, "indicator", spec.indicator_by_id, "indicator")
    group = reader.name(row, "group", spec.group_by_id, "benchmark group")
    area = reader.place(row, spec) if row.cells.get("area") else ""
    period = reader.period(row, "period", {Frequency.YEAR, Frequency.MONTH, Frequency.DAY})
    law = spec.indicator_by_id[name].decimals if name else 0
    stated = by_law(reader.figure(row, "value", law), law, reader.whole(row, "decimals"))
    value = dressed(stated, spec.indicator_by_id[name].unit.dress) if name else stated
    if value is None and not row.cells.get("value"):
        remedy = "fill it in, write N/A, or delete the row"
        reader.report.add(row.where("value"), "no value", "a number, or N/A", remedy)
    if not name or not group or area is None or not period or value is None:
        return None
    return (name, group, area, period), Benchmark(value, row.origin)
