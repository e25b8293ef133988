"""`build`: how an edition becomes a workbook, a line a stage."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from workbook_builder.commands import Outcome
from workbook_builder.commands.public import Public, make_public
from workbook_builder.commands.public.refusing import refuse_inaccessible
from workbook_builder.commands.public.scorecard import public_pages, public_scorecard
from workbook_builder.commands.stages import Done, checked, commented, ignored
from workbook_builder.commands.words import by_page, counts, warnings
from workbook_builder.files import replacing
from workbook_builder.findings import Finding, unaccepted
from workbook_builder.inputs.figures import Missing
from workbook_builder.outputs import DEFAULT, PUBLIC, Output, find_outputs, find_public_outputs, places
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.pages import make_pages
from workbook_builder.pages.publication import Publication
from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.project import Project
from workbook_builder.scorecards import Scorecard, find_scorecard
from workbook_builder.scorecards.previous import lost_comparison
from workbook_builder.specs.nouns import noun_for
from workbook_builder.styles import Looks

_OPTION = "--output"
STAGES = ("spec", "style", "figures", "ratings", "commentary", "checks", "pages", "outputs")


@dataclass(frozen=True)
class Order:
    """What to build: an edition (`2024-11`) of a scorecard of a project, for all areas or one, in a style.

    `to` are words of outputs, with commas between. `output` is the file of a single one, or the folder of several.
    `full`: with every column and page, where an output would leave some out. `public`: the edition for the public, of
    a `draft` only where that is asked for.
    """

    project: Path
    edition: str
    scorecard: str = ""
    area: str = ""
    style: str = ""
    output: Path | None = None
    to: str = DEFAULT
    full: bool = False
    public: bool = False
    draft: bool = False


@dataclass(frozen=True)
class Summary:
    """What was built: pages, rated figures by rating, missing figures by reason, texts, warnings, and the files.

    `commentary` counts the texts that somebody wrote and the drafts that were made from the figures. `not_compared`
    says in words why pages that compare with the previous edition cannot, "" where all is well. `to_know` are
    sentences on outputs that lose something. `withheld` is how much a public edition withholds.
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
    withheld: str = ""

    @property
    def file(self) -> Path:
        """The first output: the only one, unless more were asked for."""
        return self.files[0]

    @property
    def outcome(self) -> Outcome:
        """What was built, a line each; then what whoever publishes it must know."""
        lines = {
            "Pages": str(self.pages),
            "Rows": str(self.rows),
            "Rated": counts(self.ratings),
            "Missing": counts(self.missing) or "none",
            "Commentary": counts(self.commentary) or "none",
            **({"Withheld": self.withheld} if self.withheld else {}),
            "Warnings": warnings(len(self.open_findings), self.accepted_findings),
            "Written": f"\n{'':<12}".join(map(str, self.files)),
        }
        said = "\n".join(f"{name + ':':<12}{what}" for name, what in lines.items())
        return Outcome(said, tuple(self._to_know()))

    def _to_know(self) -> Iterator[str]:
        if self.not_compared:
            yield self.not_compared
        yield from self.to_know
        if self.is_final and self.open_findings:
            yield "This edition is final, and nobody has accepted these warnings:"
            yield by_page(self.open_findings)


def build(order: Order, done: Done = ignored) -> Summary:
    """Build an edition and write its outputs; `done` is told of each of `STAGES`.

    Raises `ProblemsFound` with all that the user can mend; the previous outputs are then untouched.
    """
    _refuse_draft_alone(order)
    outputs = (find_public_outputs if order.public else find_outputs)(order.to, order.full)
    places(outputs, order.output, order.project, "")
    project = Project(order.project)
    month = project.find(order.edition)
    spec = project.spec(month)
    done("spec")
    looks = project.style(order.style, find_scorecard(spec, order.scorecard).style)
    done("style")
    known = project.known(month, spec)
    done("figures")
    scorecard = checked(commented(known, order.scorecard, order.area, done), known, done)
    public = make_public(project, month, known, order.draft) if order.public else None
    shown = public_scorecard(public.known, order.scorecard, order.area) if public else scorecard
    without = left_out(looks, scorecard.edition.is_draft)
    publication = public_pages(shown, without) if public else make_pages(scorecard, without)
    done("pages")
    files = places(outputs, order.output, project.output(""), scorecard.file_stem + (PUBLIC if public else ""))
    _write(publication, looks, files, order.full, public)
    done("outputs")
    summary = _summary(replace(shown, findings=scorecard.findings), len(publication.pages), files)
    if public:
        return replace(summary, withheld=public.counted, to_know=(*summary.to_know, *public.to_know))
    return summary


def _refuse_draft_alone(order: Order) -> None:
    if order.draft and not order.public:
        found, allowed = "asked for without --public", "the public edition of a draft"
        raise ProblemsFound([Problem("--draft", found, allowed, "add --public, or leave --draft out")])


def _write(
    publication: Publication, looks: Looks, files: Mapping[Output, Path], is_full: bool, public: Public | None
) -> None:
    """Every output in its place, with the record of a public edition, or none: they are moved when all are made."""
    with ExitStack() as together:
        for place, text in (public.record if public else {}).items():
            together.enter_context(replacing(place, _OPTION)).write_text(text, encoding="utf-8", newline="")
        for output, place in files.items():
            if output.is_folder:
                made = Path(together.enter_context(TemporaryDirectory()))
                output.write(publication, looks, made, is_full)
                for file in sorted(made.iterdir()):
                    shutil.copyfile(file, together.enter_context(replacing(place / file.name, _OPTION)))
            else:
                file = together.enter_context(replacing(place, _OPTION))
                is_website = public is not None and output.word == DEFAULT
                output.write(publication, looks, file, is_full or is_website)
                if is_website:
                    refuse_inaccessible(file)


def _summary(scorecard: Scorecard, pages: int, files: Mapping[Output, Path]) -> Summary:
    rows = list(scorecard.rows)
    ratings = Counter(rating for row in rows for rating in row.ratings.values())
    latest = [row.figure(row.latest) for row in rows]
    missing = Counter(figure for figure in latest if isinstance(figure, Missing))
    said, drafts = scorecard.commentary, sum(paragraph.is_draft for paragraph in scorecard.commentary)
    return Summary(
        pages,
        len(rows),
        {rating.value: ratings[rating] for rating in reversed(scorecard.ratings)},
        {reason.value: missing[reason] for reason in Missing if missing[reason]},
        {noun_for(n, word): n for n, word in ((len(said) - drafts, "texts"), (drafts, "drafts")) if n},
        unaccepted(scorecard.findings),
        len(scorecard.findings) - len(unaccepted(scorecard.findings)),
        lost_comparison(scorecard),
        not scorecard.edition.is_draft,
        tuple(files.values()),
        tuple(filter(None, (output.to_know for output in files))),
    )
