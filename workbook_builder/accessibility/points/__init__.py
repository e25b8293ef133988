"""The points of the checklist, in the order in which they are listed: a new point is an entry in a file here.

Each file's `POINTS` are about one subject; a file that is new is added to the list below.
"""

from __future__ import annotations

from workbook_builder.accessibility.point import Point
from workbook_builder.accessibility.points import (
    colours,
    document,
    emptiness,
    headings,
    hidden,
    letters,
    links,
    marking,
    notes,
    numbers,
    objects,
    person,
    placing,
    titles,
    visible,
)

_SUBJECTS = (
    marking,
    headings,
    emptiness,
    visible,
    hidden,
    notes,
    links,
    titles,
    letters,
    colours,
    numbers,
    objects,
    placing,
    document,
    person,
)
POINTS: tuple[Point, ...] = tuple(point for subject in _SUBJECTS for point in subject.POINTS)
