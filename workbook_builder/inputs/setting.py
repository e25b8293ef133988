"""How a target was set: in words or as a number that it follows, on what basis, by whom and when it was agreed."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.inputs.cells import Reader, unguarded
from workbook_builder.inputs.tables import Row
from workbook_builder.names import folded
from workbook_builder.periods import Frequency
from workbook_builder.problems import listed, nearest, quoted
from workbook_builder.specs.model import Spec

MONITORING = "monitoring only"
_DATES = {Frequency.DAY, Frequency.MONTH, Frequency.YEAR}


@dataclass(frozen=True)
class Agreed:
    """On what basis a target was set, who agreed it (a committee or post) and when; "" where that is not stated."""

    basis: str = ""
    by: str = ""
    on: str = ""

    @property
    def words(self) -> str:
        """`Last year's outturn. Agreed by the Cabinet Committee, 3 October 2017.`"""
        by = f"agreed by {self.by}" if self.by else "agreed" if self.on else ""
        said = (self.basis, ", ".join(filter(None, (by, self.on))))
        return " ".join(f"{text[0].upper()}{text[1:].rstrip('.')}." for text in said if text)


@dataclass(frozen=True)
class InWords:
    """A target that is no number: the words that are printed, the benchmark group that it `follows` ("" for none).

    `reason` is why figures are only monitored.
    """

    words: str
    follows: str = ""
    reason: str = ""


def read_agreed(row: Row, reader: Reader) -> Agreed:
    """What a row says of how its target was agreed."""
    day = reader.period(row, "agreed_on", _DATES) if row.cells.get("agreed_on") else None
    return Agreed(row.cells.get("basis", ""), row.cells.get("agreed_by", ""), day.label if day else "")


def read_words(row: Row, spec: Spec, reader: Reader) -> InWords | None:
    """A target that is stated in words; None where it is a number, a reason why there is none, or unreadable."""
    text = unguarded(row.cells.get("target", ""))
    reason = row.cells.get("reason", "")
    if folded(text) == MONITORING:
        if not reason:
            found, remedy = f"{MONITORING}, and no reason", "say in `reason` why figures are not rated"
            reader.report.add(row.where("reason"), found, "a reason, in words", remedy)
        return InWords(MONITORING, reason=reason)
    if reason:
        allowed = f"a reason beside the target `{MONITORING}` only"
        reader.report.add(row.where("reason"), quoted(reason), allowed, "empty the cell, or correct the target")
    return _followed(row, text, spec, reader) if text.startswith("=") else None


def _followed(row: Row, text: str, spec: Spec, reader: Reader) -> InWords:
    """`= National average`: the target is what that benchmark group achieves."""
    name = text.removeprefix("=").strip()
    known = {folded(word): group for group in spec.benchmark_groups for word in (group.id, group.heading)}
    group = known.get(folded(name))
    if group is None:
        headings = [one.heading for one in spec.benchmark_groups]
        allowed = f"= and a benchmark group: {listed(headings)}"
        remedy = nearest(name, headings, "add the group to `benchmark_groups`, or write a number")
        reader.report.add(row.where("target"), quoted(text), allowed, remedy)
        return InWords(f"= {name}")
    return InWords(f"= {group.heading}", group.id)
