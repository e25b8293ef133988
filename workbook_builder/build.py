"""The recipe: how an edition becomes a workbook, a line a stage."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from workbook_builder.checks import check_figures, check_scorecard, doubts, unaccepted
from workbook_builder.checks.final import refuse_unready
from workbook_builder.commentary import make_commentary
from workbook_builder.commentary.refusing import refuse_unprintable
from workbook_builder.disclosure import Disclosed, disclose
from workbook_builder.files import replacing
from workbook_builder.findings import Finding
from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.edition import find_edition
from workbook_builder.inputs.figures import Missing
from workbook_builder.inputs.folders import spec_file
from workbook_builder.outputs import xlsx as sheets
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.pages import make_pages
from workbook_builder.problems import Problem, ProblemsFound, quoted
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.scorecards.previous import lost_comparison, with_previous
from workbook_builder.specs import load_spec
from workbook_builder.specs.nouns import noun_for
from workbook_builder.styles import load_style

OUTPUTS = "outputs"
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


def build(order: Order, done: Callable[[str], None] = lambda stage: None) -> Summary:
    """Build and write one workbook; `done` is told of each of `STAGES`.

    Raises `ProblemsFound` with all that the user can mend; the previous output is then untouched.
    """
    month = find_edition(order.project, order.edition)
    spec = load_spec(order.project, spec_file(order.project, month))
    done("spec")
    wanted = find_scorecard(spec, order.scorecard)
    looks = load_style(order.project, order.style, wanted.style)
    done("style")
    inputs = disclose(spec, read_inputs(spec, order.project, month))
    done("figures")
    scorecard = make_scorecard(spec, inputs, wanted, order.area)
    scorecard = with_previous(scorecard, order.project, inputs)
    done("ratings")
    figures = check_figures(scorecard, inputs)
    scorecard = replace(scorecard, commentary=make_commentary(scorecard, inputs, doubts(figures)))
    refuse_unprintable(scorecard.commentary)
    done("commentary")
    scorecard = replace(scorecard, findings=check_scorecard(scorecard, inputs, figures))
    refuse_unready(scorecard)
    done("checks")
    with _nothing_collected():
        workbook = sheets.lay_out(make_pages(scorecard, sheets.left_out(looks, scorecard.edition.is_draft)), looks)
    done("layout")
    file = _target(order.output) or order.project / OUTPUTS / f"{scorecard.file_stem}.xlsx"
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


def check(
    project: Path, edition: str, scorecard: str = "", warn: Callable[[str], None] = lambda text: None
) -> tuple[Finding, ...]:
    """Everything that looks implausible in an edition; nothing is written. Raises `ProblemsFound` as `build` does.

    `warn` is told, in words, where the edition cannot be compared with the previous one.
    """
    made, inputs = scorecard_of(project, edition, scorecard)
    refuse_unprintable(made.commentary)
    if lost := lost_comparison(made):
        warn(lost)
    made = replace(made, findings=check_scorecard(made, inputs))
    refuse_unready(made)
    return made.findings


def scorecard_of(project: Path, edition: str, scorecard: str = "") -> tuple[Scorecard, Disclosed]:
    """An edition's scorecard with what is said of its rows, unchecked, and what it was made from."""
    month = find_edition(project, edition)
    spec = load_spec(project, spec_file(project, month))
    inputs = disclose(spec, read_inputs(spec, project, month))
    made = with_previous(make_scorecard(spec, inputs, find_scorecard(spec, scorecard)), project, inputs)
    figures = doubts(check_figures(made, inputs))
    return replace(made, commentary=make_commentary(made, inputs, figures)), inputs


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
