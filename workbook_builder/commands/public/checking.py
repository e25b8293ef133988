"""`check --public`: what can be found out from a finished public workbook, together with all that was printed before.

It reads the file as readers do, takes what it prints and what they can know as sums over whole numbers, and asks of
each small count whether it can still be small, and whether it can still be more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.public import Public, make_public
from workbook_builder.commands.public.finished import Finished, read_finished
from workbook_builder.commands.public.leftovers import inaccessible, leftovers
from workbook_builder.commands.public.scorecard import public_pages, public_scorecard
from workbook_builder.outputs import PUBLIC
from workbook_builder.outputs.accessible.spots import Layout, layout_of
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.pages.publication import Publication as Pages
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.project import Known, Project
from workbook_builder.scorecards import find_scorecard
from workbook_builder.suppression import Cell, Demand, Publication, primary, prove, superseded, what_fits
from workbook_builder.suppression.rules import settled

Fits = Mapping[Cell, tuple[Decimal, Decimal] | None]


@dataclass(frozen=True)
class PublicCheck:
    """What was found in a public workbook: a sentence for each thing, and numbers of what was looked at.

    `narrowest` is between what the withheld count lies of which readers know most.
    """

    file: Path
    printed: int
    withheld: int
    editions: tuple[str, ...]
    small: int
    narrowest: tuple[Decimal, Decimal] | None
    found: tuple[str, ...]

    def outcome(self, as_json: bool = False) -> Outcome:
        """What was found; something is left to mend where anything was."""
        if as_json:
            return Outcome(json.dumps({"found": list(self.found)}, indent=1), is_done=not self.found)
        lines = {
            "File": str(self.file),
            "Figures": f"{self.printed:,} printed, {self.withheld:,} withheld",
            "Editions": ", ".join(self.editions),
            "Small": f"{self.small:,} counts that must not be found out",
            "Proof": "something can be found out" if self.found else "each of them can be small, and can be more",
            **({"Narrowest": f"{self.narrowest[0]:f} to {self.narrowest[1]:f}"} if self.narrowest else {}),
        }
        said = [f"{name + ':':<11}{what}" for name, what in lines.items()]
        return Outcome("\n".join([*said, *(f"  {each}" for each in self.found)]), is_done=not self.found)


def check_public(folder: Path, edition: str, scorecard: str = "") -> PublicCheck:
    """What readers can find out from the public workbook of an edition. Raises `ProblemsFound`."""
    project = Project(folder)
    month = project.find(edition)
    known = project.known(month, project.spec(month))
    public = make_public(project, month, known, may_be_draft=True)
    file, _, finished = finished_of(project, public, scorecard)
    editions = [*public.past.known, finished.printed]
    facts, spec = known.inputs.observations, known.spec
    demands = primary(spec, facts, settled(spec.suppress)).demands
    fits = what_fits(spec, spec.suppress, editions)
    figures = finished.printed.figures.values()
    return PublicCheck(
        file,
        sum(value is not None for value in figures),
        sum(value is None for value in figures),
        tuple(dict.fromkeys(str(each.edition) for each in editions)),
        len(demands),
        _narrowest(fits),
        tuple(_found(known, public, finished, editions, demands)),
    )


def pages_of(project: Project, public: Public, scorecard: str = "") -> Pages:
    """The pages of a public edition, as they are made now."""
    made = public_scorecard(public.known, scorecard)
    looks = project.style("", find_scorecard(public.known.spec, scorecard).style)
    return public_pages(made, left_out(looks, made.edition.is_draft))


def finished_of(project: Project, public: Public, scorecard: str = "") -> tuple[Path, Layout, Finished]:
    """The public workbook in its usual place, as it is to be and as it is. Raises `ProblemsFound` without one."""
    edition = public.known.inputs.edition
    stem = f"{find_scorecard(public.known.spec, scorecard).id}_{edition.month}"
    file = project.output(f"{stem}{PUBLIC}.xlsx")
    if not file.is_file():
        remedy = f"write it with: build {edition.month} --public"
        raise ProblemsFound([Problem(str(file), "no such file", "a public workbook that was built", remedy)])
    layout = layout_of(pages_of(project, public, scorecard))
    mark = settled(public.known.spec.suppress).mark
    return file, layout, read_finished(file, layout, edition.month, mark)


def _narrowest(fits: Fits) -> tuple[Decimal, Decimal] | None:
    known = [between for between in fits.values() if between is not None]
    return min(known, key=lambda between: (between[1] - between[0], between), default=None)


def _found(
    known: Known, public: Public, finished: Finished, editions: list[Publication], demands: tuple[Demand, ...]
) -> Iterator[str]:
    spec, facts = known.spec, known.inputs.observations
    proof = prove(spec, spec.suppress, editions, demands, superseded(spec, facts, editions))
    beyond = set(public.beyond)
    for each in dict.fromkeys((*(one.demand for one in proof.exposed), *proof.unproved)):
        if each not in beyond:
            yield f"{_named(each.terms[0][1])}: a small count that can be found out"
    for cell, value in finished.printed.figures.items():
        if value is not None and public.published.figures.get(cell) != value:
            yield f"{_named(cell)}: the {cell.part.value} is not printed as inputs and rules now say"
    yield from (f"{_named(cell)}: the {cell.part.value} is printed twice, and otherwise" for cell in finished.unlike)
    yield from leftovers(finished.book)
    yield from inaccessible(finished.book)


def _named(cell: Cell) -> str:
    return f"{cell.indicator}, {cell.place}, {cell.period}"
