"""One file a command: a recipe, a line a stage, that returns what is to be printed and how the program ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What a command says, the paragraphs that somebody must know of, and whether all was done as asked."""

    said: str = ""
    to_know: tuple[str, ...] = ()
    is_done: bool = True
