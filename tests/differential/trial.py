"""One trial: a made project is built, recalculated, read, audited, built for one area and from inputs.xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.differential.expected import shown_pages
from tests.differential.made import Made, make
from tests.differential.reading import differences, recalculated_otherwise, stored
from tests.differential.written import write
from workbook_builder.commands.audit import AuditOrder, audit_file
from workbook_builder.commands.build import Order, build
from workbook_builder.problems import ProblemsFound


def trial(seed: int, folder: Path) -> list[str]:
    """Everything in which the product differs from what the documents say, for the project of a seed."""
    made = make(seed)
    try:
        return [f"{seed}: {said}" for said in _differences(made, folder)]
    except ProblemsFound as found:
        return [f"{seed}: refused: {problem.where}: {problem.found}" for problem in found.problems]


def _differences(made: Made, folder: Path) -> Iterator[str]:
    edition = made.month.written
    project = write(made, folder / "csv")
    whole = build(Order(project, edition)).file
    cells = stored(whole)
    for page, rows in shown_pages(made).items():
        yield from (f"{page}: {said}" for said in differences(cells[page], rows))
    yield from recalculated_otherwise(whole)
    yield from (
        f"audit of an unedited workbook: {finding}" for finding in audit_file(AuditOrder(project, edition, whole))
    )
    area = made.areas[-1]
    if area in cells:
        alone = stored(build(Order(project, edition, area=area)).file)
        if alone[area] != cells[area]:
            yield f"--area {area}: another page than in the whole workbook"
    from_excel = stored(build(Order(write(made, folder / "xlsx", as_workbook=True), edition)).file)
    for page in shown_pages(made):
        if from_excel[page] != cells[page]:
            yield f"{page}: from inputs.xlsx another page than from CSV files"
