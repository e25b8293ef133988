"""`build`: how an edition becomes a workbook, a line a stage."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.checks import unaccepted
from workbook_builder.commands import Outcome
from workbook_builder.commands.stages import Done, checked, commented, ignored
from workbook_builder.commands.words import by_page, counts, warnings
from workbook_builder.files import replacing
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Missing
from workbook_builder.outputs import xlsx as sheets
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.pages import make_pages
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.project import Project
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard, find_scorecard
from workbook_builder.scorecards.previous import lost_comparison
from workbook_builder.specs.nouns import noun_for

STAGES = ("spec", "style", "figures", "ratings", "commentary", "checks", "layout", "workbook")


@dataclass(frozen=True)
class Order:
    """What to build: an edition (`2024-11`) of a scorecard of a project, for all areas or one, in a style."""

    project: Path
    edition: str
    scorecard: str = ""
    area: str = ""
    style: str = ""
    output: Path | None = None


@dataclass(frozen=True)
class Summary:
    """What was built: pages, rated figures by rating, missing figures by reason, texts, warnings, and the file.

    `commentary` counts the texts that somebody wrote and the drafts that were made from the figures. `not_compared`
    says in words why pages that compare with the previous edition cannot, "" where all is well.
    """

    pages: int
    rows: int
    ratings: dict[str, int]
    missing: dict[str, int]
    commentary: dict[str, int]
    open_findings: tuple[Finding, ...]
    accepted_findings: int
    not_compared: str
    is_final: bool
    file: Path

    @property
    def outcome(self) -> Outcome:
        """What was built, a line each; then what whoever publishes it must know."""
        lines = {
            "Pages": str(self.pages),
            "Rows": str(self.rows),
            "Rated": counts(self.ratings),
            "Missing": counts(self.missing) or "none",
            "Commentary": counts(self.commentary) or "none",
            "Warnings": warnings(len(self.open_findings), self.accepted_findings),
            "Written": str(self.file),
        }
        said = "\n".join(f"{name + ':':<12}{what}" for name, what in lines.items())
        return Outcome(said, tuple(self._to_know()))

    def _to_know(self) -> Iterator[str]:
        if self.not_compared:
            yield self.not_compared
        if self.is_final and self.open_findings:
            yield "This edition is final, and nobody has accepted these warnings:"
            yield by_page(self.open_findings)


def build(order: Order, done: Done = ignored) -> Summary:
    """Build and write one workbook; `done` is told of each of `STAGES`.

    Raises `ProblemsFound` with all that the user can mend; the previous output is then untouched.
    """
    project = Project(order.project)
    month = project.find(order.edition)
    spec = project.spec(month)
    done("spec")
    looks = project.style(order.style, find_scorecard(spec, order.scorecard).style)
    done("style")
    known = project.known(month, spec)
    done("figures")
    scorecard = checked(commented(known, order.scorecard, order.area, done), known, done)
    with _nothing_collected():
        workbook = sheets.lay_out(make_pages(scorecard, sheets.left_out(looks, scorecard.edition.is_draft)), looks)
    done("layout")
    file = _target(order.output) or project.output(f"{scorecard.file_stem}.xlsx")
    with replacing(file, "--output") as temporary:
        xlsx.write(workbook, looks, temporary)
    done("workbook")
    return _summary(scorecard, len(workbook.sheets), file)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """A page is made of very many small things and of no rubbish: looking for that takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _target(output: Path | None) -> Path | None:
    """The file that was asked for. Raises `ProblemsFound` where its name promises something else than a workbook."""
    if output and output.suffix.casefold() != ".xlsx":
        found = f"a name that ends in {quoted(output.suffix)}"
        raise ProblemsFound([Problem("--output", found, "a name that ends in .xlsx", "add .xlsx to the name")])
    return output


def _summary(scorecard: Scorecard, sheets: int, file: Path) -> Summary:
    rows = list(scorecard.rows)
    ratings = Counter(rating for row in rows for rating in row.ratings.values())
    latest = [row.figure(row.latest) for row in rows]
    missing = Counter(figure for figure in latest if isinstance(figure, Missing))
    said, drafts = scorecard.commentary, sum(paragraph.is_draft for paragraph in scorecard.commentary)
    return Summary(
        sheets,
        len(rows),
        {rag.value: ratings[rag] for rag in Rag if rag is not Rag.NOT_RATED},
        {reason.value: missing[reason] for reason in Missing if missing[reason]},
        {noun_for(n, word): n for n, word in ((len(said) - drafts, "texts"), (drafts, "drafts")) if n},
        unaccepted(scorecard.findings),
        len(scorecard.findings) - len(unaccepted(scorecard.findings)),
        lost_comparison(scorecard),
        not scorecard.edition.is_draft,
        file,
    )
