"""Reads single cells: figures, periods, names. What cannot be read is a problem with file, row and column."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal

from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.markers import marker_remedy
from workbook_builder.inputs.shown import SHOWN_FOR
from workbook_builder.inputs.tables import Row
from workbook_builder.names import folded, same_name
from workbook_builder.periods import Frequency, Period, parse_period
from workbook_builder.problems import Report, listed, nearest, quoted
from workbook_builder.specs import SPEC_FILE
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.model import Spec

_NUMBER = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:[,\s]\d{3})+)(?:\.(\d+))?|[-+]?\.(\d+)")
_PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SEPARATORS = re.compile(r"[,\s]")
_MINUS = str.maketrans({"−": "-", "–": "-"})
_REASONS = {folded(reason.value): reason for reason in Missing}
_REASON_LIST = ", ".join(reason.value for reason in Missing)
_LARGEST_DIGITS = 15
_LIKE_A_FORMULA = ("=", "+", "-", "@")
FREQUENCY_EXAMPLES = {
    Frequency.MONTH: "a month (2024-11)",
    Frequency.QUARTER: "a quarter (2024-25 Q2)",
    Frequency.TERM: "a term (2024-25 Autumn)",
    Frequency.YEAR: "a year (2023-24)",
    Frequency.DAY: "a date (2023-12-31)",
}


class Reader:
    """Reads the cells of one row after another, noting problems.

    `if_dropped` is the remedy for a name that the spec lacks where the spec is of a later time than the rows;
    `spec_file` is where that spec stands.
    """

    def __init__(self, report: Report, if_dropped: str = "", spec_file: str = SPEC_FILE) -> None:
        self.report, self.if_dropped, self.spec_file = report, if_dropped, spec_file

    def figure(self, row: Row, column: str, decimals: int | None = None) -> Number | Missing | None:
        """A number, a reason why there is none, or None for an empty cell.

        `decimals` is the precision where the cell states none of its own: an Excel cell without a number format. It
        then is `stated` with those that it needs, where these are more.
        """
        text = row.cells.get(column, "")
        if not text:
            return None
        if not _PLAIN.fullmatch(text) and (reason := _REASONS.get(folded(text))):
            return reason
        return self._number(row, column, text, decimals)

    def number(self, row: Row, column: str, decimals: int | None = None) -> Number | None:
        """A number, or None for an empty cell; a reason is a problem here."""
        figure = self.figure(row, column, decimals)
        if isinstance(figure, Missing):
            self.report.add(row.where(column), quoted(figure.value), "a number", "write a number or leave it empty")
            return None
        return figure

    def _number(self, row: Row, column: str, text: str, decimals: int | None) -> Number | None:
        plain = text.translate(_MINUS)
        found = _NUMBER.fullmatch(plain) if column not in row.dates else None
        if not found or (len(plain) > _LARGEST_DIGITS and len(re.sub(r"\D", "", plain)) > _LARGEST_DIGITS):
            allowed = f"a number such as 22.4 (at most 15 digits), or one of: {_REASON_LIST}"
            self.report.add(row.where(column), quoted(text), allowed, _number_remedy(row, column, text))
            return None
        in_text = len(found[1] or found[2] or "")
        displayed = row.decimals.get(column, in_text)
        value = Decimal(_SEPARATORS.sub("", plain))
        if displayed is not None or decimals is None:
            return Number(value, in_text if displayed is None else displayed)
        return Number(value, decimals, in_text if in_text > decimals else None)

    def whole(self, row: Row, column: str) -> int | None:
        """A whole number from 0 to 6, or None for an empty cell: a number of decimals."""
        text = row.cells.get(column, "")
        if text and not re.fullmatch("[0-6]", text):
            self.report.add(row.where(column), quoted(text), "a whole number from 0 to 6", "write 0, 1 or 2")
            return None
        return int(text) if text else None

    def reason(self, row: Row, column: str) -> Missing | None:
        """A reason why there is no figure, or None for an empty cell."""
        text = row.cells.get(column, "")
        if not text:
            return None
        if folded(text) not in _REASONS:
            words = [reason.value for reason in Missing]
            remedy = marker_remedy(text) or nearest(text, words, "use one of these words")
            self.report.add(row.where(column), quoted(text), _REASON_LIST, remedy)
        return _REASONS.get(folded(text))

    def period(self, row: Row, column: str, allowed: Collection[Frequency]) -> Period | None:
        """A period of one of the allowed kinds; a date of Excel is the day or month that it is shown as."""
        text = row.cells.get(column, "")
        for period in row.dates.get(column) or (parse_period(text),):
            if period and period.frequency in allowed:
                return period
        examples = " or ".join(FREQUENCY_EXAMPLES[kind] for kind in Frequency if kind in allowed)
        self.report.add(row.where(column), quoted(text), examples, _period_remedy(text))
        return None

    def refuse_place(self, row: Row, indicator: Indicator, place: str) -> None:
        """Note that a row is about a place where its indicator does not exist."""
        allowed = f"places where {indicator.id} exists: {', '.join(indicator.exists)}"
        remedy = self.if_dropped or f"remove the row, or add the place to `exists` in {self.spec_file}"
        self.report.add(row.where("area"), quoted(place), allowed, remedy)

    def name(self, row: Row, column: str, names: Collection[str], what: str) -> str | None:
        """One of `names`, spelt as there."""
        text = unguarded(row.cells.get(column, ""))
        if text in names:
            return text
        if found := same_name(text, names):
            return found
        remedy = _made_by_excel(row, column) or self.if_dropped or self._name_remedy(text, names, what)
        self.report.add(row.where(column), quoted(text), f"{what}: {listed(names)}", remedy)
        return None

    def place(self, row: Row, spec: Spec) -> str | None:
        """The area or team that the row is about, by its present name; the row may use a former one."""
        text = unguarded(row.cells.get("area", ""))
        return spec.place_called(text) or self.name(row, "area", spec.places, "area or team")

    def _name_remedy(self, text: str, names: Collection[str], what: str) -> str:
        """The nearest name; never one with another number, since SCS43 is no misspelt SCS42."""
        numbers = re.findall(r"\d+", text)
        alike = [name for name in names if re.findall(r"\d+", name) == numbers]
        return nearest(text, alike, f"correct it, delete the row, or add the {what} to {self.spec_file}")


def guarded(text: str) -> str:
    """The text as a CSV states it: an apostrophe stands before what Excel, opening the file, takes for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(_LIKE_A_FORMULA) else text


def unguarded(cell: str) -> str:
    """The text that a cell of a CSV states, without the apostrophe that `guarded` puts before it."""
    return cell.removeprefix("'") if cell.lstrip("'").startswith(_LIKE_A_FORMULA) else cell


def parse_number(text: str) -> Decimal | None:
    """The number that a text states, thousands separated or not; None where it states none."""
    plain = text.strip().translate(_MINUS)
    return Decimal(_SEPARATORS.sub("", plain)) if _NUMBER.fullmatch(plain) else None


def _period_remedy(text: str) -> str:
    """What to do about an unreadable period; LibreOffice 7.4 saves some dates of Excel as their bare number."""
    if not re.fullmatch(r"[2-5]\d{4}", text):
        return "write the period in that form"
    day = date(1899, 12, 30) + timedelta(days=int(text))
    return f"{text} is the number that Excel has for {day.day} {day:%B %Y}: write the period in that form"


def _made_by_excel(row: Row, column: str) -> str:
    """What to do where Excel has made a number or date of a name: `1E5`, `MAR1`; "" where it has not."""
    made = "a date" if column in row.dates else "a number" if column in row.decimals else ""
    return f"Excel has made {made} of it: give the column the format Text, then type it again" if made else ""


def _number_remedy(row: Row, column: str, text: str) -> str:
    if column in row.dates:
        return "Excel has made a date of it: give the cell the format Number, then type the number again"
    if SHOWN_FOR in text:
        return "Excel shows thousands or millions of it: give the cell the format Number, then correct it"
    if remedy := marker_remedy(text):
        return remedy
    if "£" in text:
        return "write the number without the £ sign (412.50 for £412.50): the indicator's unit says that it is money"
    if "%" in text:
        return "write the number without the % sign (76.5 for 76.5%); in Excel, first give the cell the format Number"
    if re.fullmatch(r"-?\d+,\d+", text):
        return "use a point for decimals and commas only for thousands"
    return "correct the cell"
