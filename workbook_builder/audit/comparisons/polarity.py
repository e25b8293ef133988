"""A printed polarity that the spec disagrees with: one finding for each indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbook_builder.audit.comparison import Comparison, Published, finding
from workbook_builder.audit.placed import Placed
from workbook_builder.audit.printed import POLARITY
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import green_is_target, scheme_for

_THIS_RAG = ("rag", 0)


def _find(published: Published) -> Iterator[Finding]:
    alike: defaultdict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for placed in published.placed:
        ours = placed.row.polarity.value if placed.row.polarity else ""
        letter = placed.cells.get(POLARITY, ours)
        if letter.upper() != ours:
            alike[placed.row.indicator.id, letter, ours].append(placed)
    for (_, letter, ours), rows in alike.items():
        year = rows[0].row.year.label
        found = f"{letter or 'an empty cell'} on {len(rows)} row{'s' if len(rows) > 1 else ''}"
        expected = f"{ours or 'none'}, the polarity of {year}"
        yield finding(rows[0], POLARITY, found, expected, _evidence(letter, rows), year)


def _evidence(letter: str, rows: Sequence[Placed]) -> str:
    """How many printed ratings cannot be under the printed polarity: GREEN is where the target is met."""
    rated = [fits for placed in rows if (fits := _fits(letter, placed)) is not None]
    wrong = rated.count(False)
    return f"ratings beside it that contradict {letter}: {wrong} of {len(rated)}" if wrong else "another letter"


def _fits(letter: str, placed: Placed) -> bool | None:
    word = placed.cells.get(_THIS_RAG, "").upper()
    figure, target = placed.figure(placed.slot_of(placed.row.latest)), placed.figure(("target", 0))
    polarity = Polarity.__members__.get(letter.upper())
    if not isinstance(figure, Number) or not isinstance(target, Number) or word not in Rag.__members__:
        return None
    if polarity is None or polarity.is_nearest_best or not _is_of_target(placed, polarity):
        return None
    return polarity.is_met(figure.shown, target.shown) is Rag[word].meets_target


def _is_of_target(placed: Placed, polarity: Polarity) -> bool:
    """Whether GREEN would say under the printed letter that the target is met."""
    scheme = scheme_for(placed.row.indicator.rating, polarity) or scheme_for(None, polarity)
    return scheme is not None and green_is_target(scheme, polarity)


COMPARISON = Comparison(
    "polarity",
    "A reader needs the letter to know which way is better; it must be the one that figures are rated by.",
    "L printed for an average caseload, where 12 is AMBER and 20 is GREEN.",
    _find,
)
