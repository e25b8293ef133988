"""The published past: what the `public.csv` of each edition says was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.inputs.edition import INPUTS, PUBLIC_FILE
from workbook_builder.periods import Period
from workbook_builder.problems import Problem, ProblemsFound, Report
from workbook_builder.project import Project
from workbook_builder.specs.model import Spec
from workbook_builder.suppression import Publication
from workbook_builder.suppression.record import public_csv, read_publications


@dataclass(frozen=True)
class Past:
    """What public editions printed: those before an edition, and that edition itself, where it was printed before.

    `file` is its own, which says `text`; `later` are the files of editions after it.
    """

    before: tuple[Publication, ...]
    own: tuple[Publication, ...]
    file: Path
    text: str = ""
    later: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[Publication, ...]:
        """All that readers have."""
        return (*self.before, *self.own)

    def last_of(self, month: Period) -> Publication | None:
        """What the edition of a month printed last; None where it was not published."""
        return next((each for each in reversed(self.before) if each.edition == month), None)

    def record(self, published: Publication, county: str) -> str:
        """What the file is to say once this is published."""
        return public_csv(published, county, self.text)

    def refuse_correction(self, published: Publication, county: str) -> None:
        """Raises `ProblemsFound` where readers of a later edition would be given another one of this."""
        if self.later and self.record(published, county) != self.text:
            found = "a later edition, which was published with this one as it was before"
            remedy = "correct it in the next edition; if the later one was never published, delete its file"
            raise ProblemsFound([Problem(self.later[-1], found, "none, or this edition as it was printed", remedy)])


def past_of(project: Project, month: Period, spec: Spec) -> Past:
    """What public editions up to a month printed, in the names of `spec`. Raises `ProblemsFound`."""
    report = Report()
    before = tuple(_read(project, [each for each in project.editions if each < month], spec, report))
    own = tuple(_read(project, [month], spec, report))
    report.raise_if_any()
    later = [each for each in project.editions if each > month and _file(project, each).is_file()]
    file = _file(project, month)
    text = file.read_text(encoding="utf-8-sig") if own else ""
    return Past(before, own, file, text, tuple(_shown(each) for each in later))


def _read(project: Project, months: list[Period], spec: Spec, report: Report) -> Iterator[Publication]:
    for each in months:
        if _file(project, each).exists():
            yield from read_publications(_file(project, each), _shown(each), each, spec, report)


def _file(project: Project, month: Period) -> Path:
    return project.inputs_of(month) / PUBLIC_FILE


def _shown(month: Period) -> str:
    return f"{INPUTS}/{month}/{PUBLIC_FILE}"
