"""The symbols of a style: arrows, the tick, and the marks behind figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from workbook_builder.marks import ALLOWED_MARKS, DEFAULT_MARK, PROVISIONAL_MARKS, is_mark
from workbook_builder.problems import Report, quoted
from workbook_builder.specs.noted import STRICT, Field

if TYPE_CHECKING:
    from workbook_builder.specs.document import Document

Symbol = Annotated[str, Field(pattern=r'^[^"\s]{1,3}$')]


@dataclass(frozen=True)
class Symbols:
    """Arrows and tick, as Unicode characters, and the marks behind figures that are rated on few, or provisional."""

    __pydantic_config__ = STRICT
    improved: Symbol
    worsened: Symbol
    same: Symbol
    tick: Symbol
    small: Annotated[str, Field(description="Behind a figure that is rated on few; † when left out.")] = DEFAULT_MARK
    provisional: Annotated[
        str | None, Field(description="Behind a provisional figure; ‡ when left out, or § where that is `small`.")
    ] = None

    @property
    def of_provisional(self) -> str:
        """The mark of a provisional figure."""
        return self.provisional or next(mark for mark in PROVISIONAL_MARKS if mark != self.small)


def check_marks(symbols: Symbols, document: Document, report: Report) -> None:
    """Each mark may stand in a number format, and says one thing."""
    for key, mark, default in (
        ("small", symbols.small, DEFAULT_MARK),
        ("provisional", symbols.of_provisional, PROVISIONAL_MARKS[0]),
    ):
        if not is_mark(mark):
            remedy = f"use another, or leave it out for {default}"
            report.add(document.where(("symbols", key)), quoted(mark), ALLOWED_MARKS, remedy)
    if symbols.provisional == symbols.small:
        where, allowed = document.where(("symbols", "provisional")), "another mark than that of `small`"
        report.add(where, quoted(symbols.small), allowed, "change one of the two")
