"""A text with its numbers, times and standards replaced by marks, so that patterns of sentences stay short.

`RED: 54.7% in November, below the target of 65.0%.` becomes `<N0> in <P1>, below the <T2> of <N3>.`
Letters: N a number, P a period, T the target, F the floor standard, B a benchmark, S the row's own name,
U a standard or stretch of time that is not the row's, X a number that is no figure (20 weeks), C a number that
has been understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbook_builder.inputs.figures import Number
from workbook_builder.texts.forms import Form
from workbook_builder.texts.numbers import Stated

MARK = Form(r"<([A-Z])(\d+)>", capitals_count=True)


@dataclass(frozen=True)
class Known:
    """What a text may refer to: its name, and the figures that it may mean (none where they are not known).

    `is_latest` tells of a period whether it is the row's latest.
    """

    name: str
    figures: tuple[Number, ...]
    is_latest: bool = False


Meaning = Stated | Known | None
Kind = Callable[[re.Match[str]], tuple[str, Meaning]]


@dataclass(frozen=True)
class Marked:
    """A text in marks: what each mark stands for in the text, and what is known of it."""

    text: str
    originals: tuple[str, ...] = ()
    meanings: Mapping[int, Stated | Known] = field(default_factory=dict)

    def replaced(self, pattern: Form, kind: Kind) -> Marked:
        """The text with each match replaced by a mark of its kind; one of kind "" is left as it is."""
        originals, meanings = list(self.originals), dict(self.meanings)

        def mark(found: re.Match[str]) -> str:
            letter, meaning = kind(found)
            if not letter:
                return found[0]
            originals.append(self.restored(found[0]))
            if meaning is not None:
                meanings[len(originals) - 1] = meaning
            return f"<{letter}{len(originals) - 1}>"

        return Marked(pattern.sub(mark, self.text), tuple(originals), meanings)

    def restored(self, passage: str) -> str:
        """A passage in marks as it stands in the text."""
        return MARK.sub(lambda mark: self.originals[int(mark[2])], passage)

    def number(self, mark: str) -> Stated:
        """The number that a mark stands for."""
        found = self.meanings[_index(mark)]
        assert isinstance(found, Stated)
        return found

    def known(self, mark: str) -> Known:
        """What a mark refers to; nothing that is known where it has no meaning."""
        found = self.meanings.get(_index(mark))
        return found if isinstance(found, Known) else Known("", ())


def _index(mark: str) -> int:
    found = MARK.fullmatch(mark)
    assert found, mark
    return int(found[2])
