"""Cells that show, count or add what stands in others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.live.references import ColumnRef, Places, Ref
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel


@dataclass(frozen=True, slots=True)
class Same:
    """What another cell shows; nothing where that is empty, of which a plain reference would make 0.

    The only rule that may be left unresolved: where no page shows the other cell, the value stays as it is.
    """

    ref: Ref

    def formula(self, at: Places) -> str:
        """`=IF(Targets!$F$8="","",Targets!$F$8)`."""
        cell = at.found(self.ref)
        return f'=IF({cell}="","",{cell})' if cell else ""


@dataclass(frozen=True, slots=True)
class Displayed:
    """What another cell displays: its number with so many decimals, or what stands there instead."""

    ref: Ref
    decimals: int

    def formula(self, at: Places) -> str:
        """`=IF(ISNUMBER(Swale!$L$8),ROUND(Swale!$L$8,1),IF(Swale!$L$8="","",Swale!$L$8))`."""
        cell = at.found(self.ref)
        return f'=IF(ISNUMBER({cell}),ROUND({cell},{self.decimals}),IF({cell}="","",{cell}))' if cell else ""


@dataclass(frozen=True, slots=True)
class Shifted:
    """A number at a distance from another: the end of a band from its target, to so many decimals."""

    ref: Ref
    by: Decimal
    decimals: int

    def formula(self, at: Places) -> str:
        """`=ROUND(F8-2.5,1)`."""
        return f"=ROUND({at.cell(self.ref)}{self.by:+f},{self.decimals})"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many cells of some columns hold a rating."""

    columns: tuple[ColumnRef, ...]
    rating: Rag

    def formula(self, at: Places) -> str:
        """`=COUNTIF(Kent!$N$7:$N$15,"RED")+COUNTIF(...)`."""
        return "=" + "+".join(f'COUNTIF({at.column(column)},"{self.rating.value}")' for column in self.columns)


@dataclass(frozen=True, slots=True)
class CountedIn:
    """How many of some cells hold a word: a rating, or the arrow of a direction of travel."""

    cells: tuple[Ref, ...]
    word: Rag | Travel

    def formula(self, at: Places) -> str:
        """`=COUNTIF(Kent!$N$7,"RED")+SUMPRODUCT(...)`."""
        text = at.spelled(self.word) if isinstance(self.word, Travel) else self.word.value
        return "=" + "+".join(at.counted(self.cells, text))


@dataclass(frozen=True, slots=True)
class Summed:
    """The sum of cells, less how many of the ratings that were counted `again` are that rating."""

    cells: tuple[Ref, ...]
    again: tuple[Ref, ...]
    rating: Rag

    def formula(self, at: Places) -> str:
        """`=SUM(C7:C22)-COUNTIF(Swale!$N$9,"RED")`."""
        return f"=SUM({','.join(at.runs(self.cells))})" + "".join(
            f"-{count}" for count in at.counted(self.again, self.rating.value)
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """Cells added (`+`) or subtracted (`-`), and a number that never changes as the last of them, 0 for none."""

    cells: tuple[Ref, ...]
    sign: str
    last: int = 0

    def formula(self, at: Places) -> str:
        """`=C7-F7-12`."""
        return "=" + self.sign.join([*map(at.cell, self.cells), *([str(self.last)] if self.last else [])])
