"""How the pages of each kind are laid out and printed: a policy for each word of the spec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from workbook_builder.grid import Style
from workbook_builder.outputs.xlsx.widths import Fixed, Growing, InOneLine, Needed, Shared, Widths


class Kept(Enum):
    """What stays in sight while the rows below it are scrolled; headings repeat in print, too."""

    NOTHING = "nothing"
    TITLE = "title"
    HEADINGS = "headings"


class Printed(Enum):
    """How a sheet is fitted to paper.

    Scaled and `BROKEN` between tables; to its width `UNDER_HEADINGS` that are repeated on every page, where it has a
    single table, else broken; broken and repeated both; or fitted to one side of paper.
    """

    BROKEN = "broken"
    UNDER_HEADINGS = "headings repeated"
    BROKEN_UNDER_HEADINGS = "broken, headings repeated"
    ON_ONE_SIDE = "one side"
    ON_ONE_UPRIGHT_SIDE = "one upright side"


@dataclass(frozen=True)
class Policy:
    """The layout of a kind of page; widths in pixels, heights in points.

    `row_space` is above and below the text of a row, together; `blank_height` that of an empty row, None for what
    an empty line takes. `is_titled`: its tables print their titles, have two rows of headings, and name their periods
    again beside each team. `is_spaced`: a blank row stands below each table, else one above it. `keeps_names`: the
    columns up to the names of the rows stay in sight.
    """

    widths: Widths
    kept: Kept = Kept.NOTHING
    printed: Printed = Printed.BROKEN
    row_space: float = 4
    blank_height: float | None = None
    link: Style = Style.TEXT_LINK
    is_titled: bool = False
    is_spaced: bool = False
    keeps_names: bool = False
    is_protected: bool = False
    marks_each_cell: bool = False


def _list(*widths: int) -> Policy:
    """That of a page with one long table."""
    return Policy(Fixed(widths), Kept.HEADINGS, Printed.UNDER_HEADINGS, link=Style.LINK)


OWN = 400
"""The width of a column that stands on a list only where an edition calls for it."""


def _indicators(**widths: int) -> Policy:
    """That of a list of indicators: widths by kind of column, codes as wide as they need."""
    needed = Needed(widths, text=sum(width for width in widths.values() if width != OWN))
    return Policy(needed, Kept.HEADINGS, Printed.UNDER_HEADINGS, is_spaced=True)


POLICIES: Mapping[str, Policy] = {
    "cover": Policy(Fixed((1000,))),
    "guidance": Policy(Fixed((190, 860))),
    "contents": _list(260, 560, 180),
    "sources": _indicators(group=140, indicator=395, source=260, latest_data=260, released=90),
    "definitions": _indicators(group=140, indicator=380, definition=615, targets=OWN),
    "checks": _list(110, 150, 300, 150, 80, 190, 220, 150, 240, 210),
    "audit_summary": _list(220, 80, 760),
    "audit_findings": _list(150, 100, 300, 150, 90, 200, 240, 170, 230),
    "targets": Policy(
        Needed({"indicator": 420, "area": 110, "year": 60}, text=900),
        Kept.HEADINGS,
        Printed.UNDER_HEADINGS,
        keeps_names=True,
    ),
    "tables": Policy(
        Needed({"indicator": 260}),
        Kept.HEADINGS,
        Printed.UNDER_HEADINGS,
        is_titled=True,
        is_spaced=True,
        keeps_names=True,
    ),
    "commentary": Policy(
        Growing(Needed({"indicator": 230}, text=1200), "commentary", range(640, 1700, 60), highest=400),
        Kept.HEADINGS,
        Printed.UNDER_HEADINGS,
        is_protected=True,
    ),
    "exceptions": Policy(
        Shared(1055, narrow=54, widest_link=320),
        Kept.TITLE,
        Printed.ON_ONE_UPRIGHT_SIDE,
        row_space=1,
        blank_height=6,
        marks_each_cell=True,
    ),
    "all_exceptions": _list(380, 315, 70, 80, 70, 80, 300),
    "districts": Policy(
        Fixed((330, *[72] * 13)), Kept.TITLE, Printed.BROKEN, row_space=4, marks_each_cell=True, is_spaced=True
    ),
    "changes": Policy(Fixed((165, 165, 390, 175, 150, 150, 190)), Kept.TITLE, Printed.BROKEN_UNDER_HEADINGS),
    "all_changes": Policy(Fixed((165, 165, 390, 175, 150, 150, 190)), Kept.HEADINGS, Printed.UNDER_HEADINGS),
    "activity": Policy(
        InOneLine(widest=360, widest_title=330),
        printed=Printed.ON_ONE_SIDE,
        row_space=0.9,  # much stands on one page; 15-point rows, Excel's own, would be stated in no file
        is_spaced=True,
    ),
}
OTHERWISE = Policy(Needed({}, text=1000), Kept.TITLE)
"""That of a kind of page that has none of its own."""


def policy_of(kind: str) -> Policy:
    """The policy of a kind of page."""
    return POLICIES.get(kind, OTHERWISE)
