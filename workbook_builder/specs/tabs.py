"""What the sheets of areas are called: an area's own short name, or as much of its printed one as a tab can show."""

from __future__ import annotations

import re

from workbook_builder.names import spelt
from workbook_builder.specs.catalogue import Area
from workbook_builder.specs.fields import LONGEST_TAB, NOT_IN_TABS

AREA = "{area}"
_JOINING = ("and", "of", "on", "the", "upon", "with", "&")  # with which no shortened name ends


def tab_of(pattern: str, area: Area) -> str:
    """The name of an area's sheet of a page, for `{area}` in `pattern`.

    Longer than Excel allows where not even the first word of the area's name has room.
    """
    if AREA not in pattern:
        return pattern
    room = (LONGEST_TAB - characters(pattern.replace(AREA, ""))) // pattern.count(AREA)
    return pattern.replace(AREA, area.sheet or _shortened(area.name, room))


def characters(name: str) -> int:
    """The length of a name as Excel counts it: an emoji is two."""
    return len(name.encode("utf-16-le")) // 2


def _shortened(name: str, room: int) -> str:
    """`Bournemouth, Christchurch`: whole words of a name, without apostrophes and what else no tab may have."""
    words = re.sub(f"[{NOT_IN_TABS}]", "", re.sub(r"[/\\:]", "-", spelt(name))).split()
    if characters(" ".join(words)) <= room:
        return " ".join(words)
    while len(words) > 1 and (characters(" ".join(words)) > room or words[-1].casefold() in _JOINING):
        words.pop()
    return " ".join(words).rstrip(",;&-– ")
