"""`audit --public`: the public edition held against the managers': each difference is a suppression and nothing else.

Rows are compared cell by cell, by who they are. Pages that gather rows (exceptions, what changed) are made anew from
what is told, so that they have other rows; they are held against the file, as every cell of it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.public import make_public
from workbook_builder.commands.public.checking import finished_of, pages_of
from workbook_builder.commands.public.comparing import Kind, differences
from workbook_builder.commands.public.finished import Finished, at
from workbook_builder.commands.stages import commented
from workbook_builder.outputs.accessible.places import Spot
from workbook_builder.outputs.accessible.spots import Layout
from workbook_builder.pages import make_pages
from workbook_builder.project import Project

Texts = Mapping[Spot, str | int | float]


@dataclass(frozen=True)
class PublicAudit:
    """How many cells differ by a suppression or by rounding, and what differs otherwise, in a sentence each."""

    file: Path
    suppressed: int
    rounded: int
    found: tuple[str, ...]

    def outcome(self, as_json: bool = False) -> Outcome:
        """What was found; something is left to mend where anything was."""
        if as_json:
            return Outcome(json.dumps({"found": list(self.found)}, indent=1), is_done=not self.found)
        lines = {
            "File": str(self.file),
            "Suppressed": f"{self.suppressed:,} cells",
            "Rounded": f"{self.rounded:,} cells",
            "Otherwise": f"{len(self.found):,} differences" if self.found else "no difference",
        }
        said = [f"{name + ':':<12}{what}" for name, what in lines.items()]
        return Outcome("\n".join([*said, *(f"  {each}" for each in self.found)]), is_done=not self.found)


def audit_public(folder: Path, edition: str, scorecard: str = "") -> PublicAudit:
    """Every difference of the public workbook from the managers' edition. Raises `ProblemsFound`."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    public = make_public(project, month, known, may_be_draft=True)
    pages = pages_of(project, public, scorecard)
    file, layout, finished = finished_of(project, public, scorecard)
    found = list(differences(make_pages(commented(known, scorecard)), pages, public.published))
    others = [f"{each.where}: {each.said}" for each in found if each.kind is Kind.OTHER]
    return PublicAudit(
        file,
        sum(each.kind is Kind.SUPPRESSED for each in found),
        sum(each.kind is Kind.ROUNDED for each in found),
        (*others, *_touched(layout, finished)),
    )


def _touched(layout: Layout, finished: Finished) -> Iterator[str]:
    """Cells of the file that say something else than this edition does now: it, or the inputs, were changed since."""
    for spot, text in layout.texts.items():
        found = at(finished.book, spot)
        if not _is_same(text, found.value if found else None):
            yield f"sheet {spot[0]}, row {spot[1] + 1}, column {spot[2] + 1}: not what this edition says now"
    for sheet in finished.book.sheets:
        for cell in sheet.filled:
            if (sheet.name, cell.row, cell.column) not in layout.texts:
                yield f"sheet {sheet.name}, row {cell.row + 1}, column {cell.column + 1}: not of this edition"


def _is_same(said: str | float, found: object) -> bool:
    if isinstance(said, str):
        return isinstance(found, str) and said.split() == found.split()
    return isinstance(found, float) and abs(found - said) <= 1e-9 * max(1.0, abs(said))
