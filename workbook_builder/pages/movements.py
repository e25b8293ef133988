"""In how many districts or teams each indicator improved and worsened, and how others changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.following import CountedIn
from workbook_builder.live.references import TRAVEL, Ref
from workbook_builder.pages.blocks import Cell, Column, Group, Row, Table
from workbook_builder.pages.setting import id_of
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.beside import Beside
from workbook_builder.scorecards.districts import Movement, movements_of
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.specs.model import Spec

_WAYS = (Travel.IMPROVED, Travel.WORSENED, Travel.SAME)
_NOTE = "Counted are the arrows of districts or, where an indicator is measured by team, of all teams, each once."


def movements_table(scorecard: Scorecard, page: str) -> Iterator[Table]:
    """A row for each indicator; none where nothing has an arrow."""
    found = list(movements_of(scorecard))
    if not found:
        return
    is_compared = any(movement.beside for movement in found)
    others = [Column(("How others changed",), "remark")] if is_compared else []
    columns = (
        Column(("Improved and worsened",), "text"),
        Column(("Of",), "label"),
        *(Column((way.value.capitalize(),), "figure") for way in _WAYS),
        *others,
    )
    rows = tuple(_row(scorecard.catalogue, movement, is_compared) for movement in found)
    unknown = "" if is_compared else " No benchmark is stated for two years or dates, so that none could be compared."
    yield Table(
        "movements", "Improved and worsened", columns, (Group("", rows),), f"{page}_movements", (_NOTE + unknown,)
    )


def _row(spec: Spec, movement: Movement, is_compared: bool) -> Row:
    refs = tuple(Ref(id_of(spot), TRAVEL) for spot in movement.below)
    counts = (Cell(movement.count(way), live=CountedIn(refs, way) if refs else None) for way in _WAYS)
    said = (
        [Cell("; ".join(_said(spec, movement, key[0], beside) for key, beside in movement.beside.items()))]
        if is_compared
        else []
    )
    return Row((), (Cell(movement.title), Cell("teams" if movement.of_teams else "districts"), *counts, *said))


def _said(spec: Spec, movement: Movement, group: str, beside: Beside) -> str:
    """`2022-23 to 2023-24: Kent 54.7 to 56.1, England 50.3 to 51.0`."""
    before, now = (period.label for period in beside.periods)
    (old, new), (ours_old, ours_new) = beside.theirs, beside.ours
    theirs = f"{spec.group_by_id[group].heading} {old.text} to {new.text}"
    place = movement.county.row.place if movement.county else ""
    return f"{before} to {now}: {place} {ours_old.text} to {ours_new.text}, {theirs}"
