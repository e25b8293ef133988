"""What is found in an edition that is just what it was: findings, which are made anew after any edit.

They are kept for whoever checks, builds, takes another style and cuts out areas of the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from workbook_builder.inputs.folders import TABLES
from workbook_builder.kept import digest, kept
from workbook_builder.project import Known
from workbook_builder.scorecards import Scorecard

T = TypeVar("T")


def kept_of(made: Scorecard, known: Known, what: str, find: Callable[[], T]) -> T:
    """What is found in a scorecard: as it was kept, where all that was read is what it was, else found now."""
    sources = [folder.sources for folder in known.inputs.folders]
    if not all(sources):
        return find()

    def is_sound() -> bool:
        return all(source.are_unchanged(table) for source in sources if source for table in TABLES)

    return kept(f"found in {what}", (made.spec.id, made.only_area, *_read(known)), find, is_sound)


def _read(known: Known) -> Iterator[str]:
    """What tells all that was read from anything else."""
    earlier = known.earlier
    yield digest(known.inputs.edition)
    if earlier:
        yield digest(earlier.known[1].edition if earlier.known else earlier.problems)
    for folder in known.inputs.folders:
        yield from (str(folder.month), digest(folder.spec))
        if folder.sources:
            yield from (part for table in TABLES for part in folder.sources.of(table))
