"""Cells that show, count or add what stands in others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbook_builder.live.references import ColumnRef, Places, Ref
from workbook_builder.rating.expressions import counted
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel

_TO = '&" to "&'


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
class Ranged:
    """Two numbers as a text, from one to the other, each with its decimals."""

    ends: tuple[Ref, Ref]
    decimals: tuple[int, int]

    def formula(self, at: Places) -> str:
        """`=FIXED(F8,1)&" to "&FIXED(G8,1)`; N/A where an end is missing."""
        cells = [at.cell(end) for end in self.ends]
        shown = (f"FIXED({cell},{decimals})" for cell, decimals in zip(cells, self.decimals, strict=True))
        return f'=IF({counted(cells)},{_TO.join(shown)},"N/A")'


@dataclass(frozen=True, slots=True)
class ShareMet:
    """How many of some cells hold one of the ratings that are `met`, in per cent of those that hold any."""

    cells: tuple[Ref, ...]
    met: tuple[Rag, ...]
    ratings: tuple[Rag, ...]
    decimals: int

    def formula(self, at: Places) -> str:
        """`=IF(COUNTIF(…)+COUNTIF(…)=0,"N/A",ROUND(100*(COUNTIF(…))/(…),1))`."""
        given, met = (
            "+".join(count for rating in ratings for count in at.counted(self.cells, rating.value))
            for ratings in (self.ratings, self.met)
        )
        return f'=IF({given}=0,"{Rag.NOT_RATED.value}",ROUND(100*({met})/({given}),{self.decimals}))'


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
