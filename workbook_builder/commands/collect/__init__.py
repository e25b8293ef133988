"""The recipe: how commentary that was typed into returned copies of a workbook gets back into commentary.csv.

All that was ever collected or replaced is kept in a folder beside it, which is not read as input. So nothing is
lost, and a copy may be collected again: what was decided about its texts stays decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.commands.collect.copies import Copy, read_copy, unknown
from workbook_builder.commands.collect.keeping import checksums, kept_before, write
from workbook_builder.commands.collect.merging import Fate, Merge
from workbook_builder.commands.collect.own_words import own_words
from workbook_builder.commands.collect.remarks import NEED_A_PERSON, Kind, Remark, in_words
from workbook_builder.commands.collect.standing import standing
from workbook_builder.commands.stages import commented
from workbook_builder.files import content, locked
from workbook_builder.inputs.commentary import FORM
from workbook_builder.inputs.edition import INPUTS
from workbook_builder.inputs.workbook import WORKBOOK
from workbook_builder.periods import Period
from workbook_builder.problems import Problem, ProblemsFound, Report, listed
from workbook_builder.project import Project


@dataclass(frozen=True)
class Collected:
    """What was collected: of which edition, what became of the rows of each file, what a person has to know of.

    `written` is the file of commentary, `kept` that with every text that was collected or replaced; None where
    there was nothing to write.
    """

    edition: Period
    fates: Mapping[str, Counter[Fate]]
    remarks: tuple[Remark, ...]
    written: Path | None
    kept: Path | None

    @property
    def summary(self) -> str:
        """What was done, a line for each file, the edition and what was written."""
        lines = [("Edition:", str(self.edition))]
        for file, counts in self.fates.items():
            lines.append((f"{file}:", ", ".join(f"{counts[fate]} {fate.value}" for fate in Fate if counts[fate])))
        lines.append(("Written:", str(self.written or "nothing")))
        if self.kept:
            lines.append(("Kept:", str(self.kept)))
        width = max(len(name) for name, _ in lines)
        return "\n".join(f"{name:<{width}} {what}" for name, what in lines)

    @property
    def in_words(self) -> str:
        """The remarks as one text."""
        return in_words(self.remarks)

    @property
    def outcome(self) -> Outcome:
        """What was done, and what a person has to know of."""
        to_know = (self.in_words,) if self.remarks else ()
        return Outcome(self.summary, to_know, is_done=not self.needs_a_person)

    @property
    def needs_a_person(self) -> bool:
        """Whether something is left for somebody to decide or to type in."""
        return any(remark.kind in NEED_A_PERSON for remark in self.remarks)


def collect(folder: Path, files: Iterable[Path], scorecard: str = "") -> Collected:
    """Merge what was typed into copies of one edition's workbook into its commentary.

    Raises `ProblemsFound` with all that the user can mend; nothing is written then.
    """
    report = Report()
    paths = {file.resolve(): file for file in files}
    alike = Counter(path.name.casefold() for path in paths)
    copies = [read_copy(file, alike[path.name.casefold()] == 1, report) for path, file in paths.items()]
    name = _edition(copies, report)
    report.raise_if_any()
    project = Project(folder)
    month = project.find(name)
    with locked(project.inputs_of(month)):
        return _merged(project, month, copies, scorecard)


def _merged(project: Project, month: Period, copies: Sequence[Copy], scorecard: str) -> Collected:
    """Merge into the edition's commentary, which nobody else may change meanwhile."""
    folder = project.inputs_of(month)
    read = content(folder / FORM.file)
    known = project.known(month, project.spec(month))
    made = commented(known, scorecard)
    _refuse_workbook(folder / WORKBOOK, month)
    now = standing(made, known.inputs)
    if not now:
        found, remedy = f"no page of commentary in {made.spec.id}", "choose another scorecard"
        raise ProblemsFound([Problem("--scorecard", found, "a scorecard with commentary", remedy)])
    before = kept_before(folder, f"{INPUTS}/{month}")
    words = own_words(made)
    merge = Merge(now, checksums(before), words)
    merge.add(row for copy in copies for row in copy.rows)
    outside = [Remark(Kind.OUTSIDE, where, text) for copy in copies for where, text in unknown(copy, words)]
    order = [one.key for one in now.values()]
    written, kept = write(folder, merge.changes, merge.kept, before, order, read)
    return Collected(month, merge.fates, (*merge.remarks, *outside), written, kept)


def _edition(copies: Sequence[Copy], report: Report) -> str:
    """The one edition that all rows are of; another is a problem, as is none."""
    stated = {row.edition: copy.file for copy in copies for row in copy.rows if row.edition}
    if len(stated) > 1:
        found = listed(f"{edition} ({file})" for edition, file in sorted(stated.items()))
        report.add(
            "column Version", f"rows of several editions: {found}", "copies of one edition", "collect each by itself"
        )
    if not stated and not report.problems:
        allowed = "versions such as 2024-11 draft 7c1e09ab"
        report.add("column Version", "no version", allowed, "choose a workbook that `build` made")
    return next(iter(stated), "")


def _refuse_workbook(path: Path, month: Period) -> None:
    """The commentary is stated in one place only, which is a CSV file where it is collected."""
    from workbook_builder.inputs.workbook import sheet_names

    if path.is_file() and FORM.name in sheet_names(path):
        where = f"{INPUTS}/{month}/{WORKBOOK}, sheet {FORM.name}"
        remedy = f'save that sheet as {FORM.file} ("CSV UTF-8") in the same folder, delete it from {WORKBOOK}'
        raise ProblemsFound([Problem(where, "the edition's commentary", f"a file {FORM.file}", remedy)])
