"""The recipe: how an edition becomes a workbook, a line a stage."""

from __future__ import annotations

import gc
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

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
from workbook_builder.outputs import DEFAULT, Output, find_outputs, places
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.pages import make_pages
from workbook_builder.pages.publication import Publication
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard, find_scorecard, make_scorecard
from workbook_builder.scorecards.previous import lost_comparison, with_previous
from workbook_builder.specs import load_spec
from workbook_builder.specs.nouns import noun_for
from workbook_builder.styles import Looks, load_style

OUTPUTS = "outputs"
_OPTION = "--output"
STAGES = ("spec", "style", "figures", "ratings", "commentary", "checks", "pages", "outputs")


@dataclass(frozen=True)
class Order:
    """What to build: an edition (`2024-11`) of a scorecard of a project, for all areas or one, in a style.

    `to` are words of outputs, with commas between. `output` is the file of a single one, or the folder of several.
    """

    project: Path
    edition: str
    scorecard: str = ""
    area: str = ""
    style: str = "kent"
    output: Path | None = None
    to: str = DEFAULT


@dataclass(frozen=True)
class Summary:
    """What was built: pages, rated figures by rating, missing figures by reason, texts, warnings, and the files.

    `commentary` counts the texts that somebody wrote and the drafts that were made from the figures. `not_compared`
    says in words why pages that compare with the previous edition cannot, "" where all is well. `to_know` are
    sentences on outputs that lose something.
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
    files: tuple[Path, ...]
    to_know: tuple[str, ...] = ()

    @property
    def file(self) -> Path:
        """The first output: the only one, unless more were asked for."""
        return self.files[0]


def build(order: Order, done: Callable[[str], None] = lambda stage: None) -> Summary:
    """Build an edition and write its outputs; `done` is told of each of `STAGES`.

    Raises `ProblemsFound` with all that the user can mend; the previous outputs are then untouched.
    """
    outputs = find_outputs(order.to)
    places(outputs, order.output, order.project, "")
    month = find_edition(order.project, order.edition)
    spec = load_spec(order.project, spec_file(order.project, month))
    done("spec")
    looks = load_style(order.project, order.style)
    done("style")
    inputs = disclose(spec, read_inputs(spec, order.project, month))
    done("figures")
    scorecard = make_scorecard(spec, inputs, find_scorecard(spec, order.scorecard), order.area)
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
        publication = make_pages(scorecard, left_out(looks, scorecard.edition.is_draft))
        done("pages")
        files = places(outputs, order.output, order.project / OUTPUTS, scorecard.file_stem)
        _write(publication, looks, files)
    done("outputs")
    return _summary(scorecard, len(publication.pages), files)


def _write(publication: Publication, looks: Looks, files: Mapping[Output, Path]) -> None:
    """Every output in its place, or none: they are moved there when all are made."""
    with ExitStack() as together:
        for output, place in files.items():
            if output.is_folder:
                made = Path(together.enter_context(TemporaryDirectory()))
                output.write(publication, looks, made)
                for file in sorted(made.iterdir()):
                    shutil.copyfile(file, together.enter_context(replacing(place / file.name, _OPTION)))
            else:
                output.write(publication, looks, together.enter_context(replacing(place, _OPTION)))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """A page is made of very many small things and of no rubbish: looking for that takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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


def _summary(scorecard: Scorecard, pages: int, files: Mapping[Output, Path]) -> Summary:
    rows = list(scorecard.rows)
    ratings = Counter(rating for row in rows for rating in row.ratings.values())
    latest = [row.figure(row.latest) for row in rows]
    missing = Counter(figure for figure in latest if isinstance(figure, Missing))
    said, drafts = scorecard.commentary, sum(paragraph.is_draft for paragraph in scorecard.commentary)
    return Summary(
        pages,
        len(rows),
        {rag.value: ratings[rag] for rag in Rag if rag is not Rag.NOT_RATED},
        {reason.value: missing[reason] for reason in Missing if missing[reason]},
        {noun_for(n, word): n for n, word in ((len(said) - drafts, "texts"), (drafts, "drafts")) if n},
        unaccepted(scorecard.findings),
        len(scorecard.findings) - len(unaccepted(scorecard.findings)),
        lost_comparison(scorecard),
        not scorecard.edition.is_draft,
        tuple(files.values()),
        tuple(filter(None, (output.to_know for output in files))),
    )
