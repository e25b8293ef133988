"""What the person who collects has to know of: each thing with its place and, where it matters, the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

_FIRST_WORDS = 70


class Kind(Enum):
    """Kinds of remarks, the most urgent first."""

    CONFLICT = (
        "Different texts for one indicator. commentary.csv states all of them, and `build` refuses that: "
        "keep one row of each"
    )
    NOT_TAKEN = "Texts that have no place in commentary.csv; they are kept in full beside it"
    LONG = "Texts that no row can hold; they were taken, but `build` refuses them until they are shorter"
    OUTSIDE = "Typed outside the cells of commentary, and not taken"
    EMPTIED = "Emptied cells; what commentary.csv says stays as it was"
    REPLACED = "Texts of commentary.csv that a manager has changed; the former ones are kept beside it"
    BEFORE = "Collected before, and decided otherwise since; what commentary.csv says stays as it is"
    FIGURES = "Texts whose figures have changed since they were written"
    NOT_AS_TYPED = "Taken, but not as it was typed; compare the two"


NEED_A_PERSON = (Kind.CONFLICT, Kind.NOT_TAKEN, Kind.LONG, Kind.OUTSIDE)


@dataclass(frozen=True)
class Remark:
    """One thing: its kind, where it stands (`North.xlsx, sheet Commentary, cell F12 (PLANS)`), what is said of it."""

    kind: Kind
    where: str
    said: str


def first_words(text: str) -> str:
    """How a text begins, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _FIRST_WORDS else line[: _FIRST_WORDS - 1] + "…"


def in_words(remarks: Iterable[Remark]) -> str:
    """The remarks as one text, kind by kind."""
    stated = list(dict.fromkeys(remarks))
    return "\n\n".join("\n".join(_block(kind, stated)) for kind in Kind if any(r.kind is kind for r in stated))


def _block(kind: Kind, remarks: Iterable[Remark]) -> Iterator[str]:
    yield f"{kind.value}:"
    for remark in remarks:
        if remark.kind is kind:
            yield f"  {remark.where}"
            yield from (f"    {line}" for line in remark.said.split("\n") if line)
