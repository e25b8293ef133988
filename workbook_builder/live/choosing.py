"""Cells that follow what is chosen from a list: with INDEX and MATCH, which every spreadsheet program knows."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.live.references import ColumnRef, Places, Ref

_WILDCARDS = ("~", "*", "?")  # the first makes the others plain


@dataclass(frozen=True, slots=True)
class Position:
    """Which of the cells of a column is the chosen one, from 1; 0 where none is."""

    chosen: Ref
    choices: ColumnRef

    def formula(self, at: Places) -> str:
        """`=IF(ISNUMBER(MATCH(A9,$A$30:$A$51,0)),MATCH(A9,$A$30:$A$51,0),0)`; what MATCH reads otherwise is plain."""
        wanted = at.cell(self.chosen)
        for sign in _WILDCARDS:
            wanted = f'SUBSTITUTE({wanted},"{sign}","~{sign}")'
        found = f"MATCH({wanted},{at.column(self.choices)},0)"
        return f"=IF(ISNUMBER({found}),{found},0)"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a column holds at that position; nothing where that is 0 or the cell is empty."""

    column: ColumnRef
    position: Ref

    def formula(self, at: Places) -> str:
        """`=IF(A11=0,"",IF(INDEX(D30:D51,A11)="","",INDEX(D30:D51,A11)))`."""
        position = at.cell(self.position)
        found = f"INDEX({at.column(self.column)},{position})"
        return f'=IF({position}=0,"",IF({found}="","",{found}))'


@dataclass(frozen=True, slots=True)
class Spread:
    """How some places are rated, and which of their figures are the highest and the lowest, in words.

    `names`, `figures` and `ratings` are cells in the same order; `standards` are named figures told beside them.
    """

    names: tuple[Ref, ...]
    figures: tuple[Ref, ...]
    ratings: tuple[Ref, ...]
    words: tuple[str, ...]
    standards: tuple[tuple[str, Ref], ...]

    def formula(self, at: Places) -> str:
        """`="RED in "&COUNTIF(C13:C24,"RED")&"…. Highest: "&INDEX(A13:A24,MATCH(MAX(B13:B24),B13:B24,0))&…`."""
        (names,), (figures,), (ratings,) = (at.runs(cells) for cells in (self.names, self.figures, self.ratings))
        counted = '&", '.join(f'{word} in "&COUNTIF({ratings},"{word}")' for word in self.words)
        ends = (f"{_end(label, f'{rule}({figures})', names, figures)}" for label, rule in _ENDS)
        beside = "".join(
            f'&IF(ISNUMBER({at.cell(ref)}),"; {_literal(name)} "&ROUND({at.cell(ref)},{_DECIMALS}),"")'
            for name, ref in self.standards
        )
        known = f'"{counted}&". "&{"&".join(ends)}{beside}&"."'
        return f'=IF(COUNT({figures})=0,"No figure is known.",{known})'


def _literal(text: str) -> str:
    """A text within a text of a formula."""
    return text.replace('"', '""')


_DECIMALS = 6  # of a figure in a sentence, at most
_ENDS = (("Highest", "MAX"), ("; lowest", "MIN"))


def _end(label: str, end: str, names: str, figures: str) -> str:
    """`"Highest: "&…`: the first place that has the figure, how many others have it, and the figure."""
    others = f"COUNTIF({figures},{end})-1"
    more = f'IF({others}>0," and "&({others})&" more","")'
    return f'"{label}: "&INDEX({names},MATCH({end},{figures},0))&{more}&" "&ROUND({end},{_DECIMALS})'
