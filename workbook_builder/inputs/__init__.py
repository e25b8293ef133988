"""The second stage: an edition's figures, together with what earlier editions stated.

A month needs only its own new figures. Every earlier edition's folder is read as well; a later statement
of the same thing supersedes an earlier one (a revision). Later editions are never read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.commentary import Comment, CommentKey
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, Edition, editions, read_edition
from workbook_builder.inputs.edition import refuse_strangers as refuse_folders
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.sources import Source
from workbook_builder.inputs.tables import WORKBOOK, Row, TableForm, read_rows, refuse_strangers
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period, YearBasis
from workbook_builder.problems import Report
from workbook_builder.specs import SPEC_FILE
from workbook_builder.specs.model import Spec


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that an edition was made from, and the SHA-256 of its bytes."""

    name: str
    sha256: str


Revision = tuple[observations.Key, Observation, Observation]
"""A figure that this edition states anew: of what, as it was stated before, as it is stated now."""


@dataclass(frozen=True)
class Inputs:
    """All that is known when an edition is built."""

    edition: Edition
    observations: dict[observations.Key, Observation] = field(default_factory=dict)
    targets: dict[targets.Key, Target] = field(default_factory=dict)
    benchmarks: dict[benchmarks.Key, Benchmark] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    commentary: dict[CommentKey, Comment] = field(default_factory=dict)
    last_commentary: dict[CommentKey, Comment] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    files: tuple[InputFile, ...] = ()

    def target(self, indicator: str, place: str, year: Period) -> Target | None:
        """What a year's figures of a place are judged by: its own target, else the one for all places."""
        return self.targets.get((indicator, place, year)) or self.targets.get((indicator, "", year))

    def benchmark(self, indicator: str, group: str, place: str, period: Period) -> Benchmark | None:
        """What a group achieved: the figure that is stated for this place, else the one for all."""
        own = self.benchmarks.get((indicator, group, place, period))
        return own or self.benchmarks.get((indicator, group, "", period))


_FAMILIES: dict[str, tuple[TableForm, Callable[[Row, Spec, Reader], tuple[Any, Any] | None]]] = {
    "observations": (observations.FORM, observations.read_observation),
    "targets": (targets.FORM, targets.read_target),
    "benchmarks": (benchmarks.FORM, benchmarks.read_benchmark),
    "sources": (sources.FORM, sources.read_source),
    "commentary": (commentary.FORM, commentary.read_comment),
}


def read_inputs(spec: Spec, project: Path, month: Period) -> Inputs:
    """Everything stated up to an edition. Raises `ProblemsFound` with all that cannot be read."""
    report = Report()
    edition = read_edition(project, month, report)
    refuse_folders(project, report)
    tables: dict[str, dict[Any, Any]] = {name: {} for name in _FAMILIES}
    before: dict[observations.Key, Observation] = {}
    said: dict[CommentKey, Comment] = {}
    for earlier in editions(project):
        if earlier <= month:
            before, said = dict(tables["observations"]), tables["commentary"]
            tables["commentary"] = {}
            _read_folder(spec, project, earlier, tables, report)
    _refuse_the_future(spec, tables["observations"], month, report)
    report.raise_if_any()
    assert edition is not None
    revisions = tuple(_revisions(before, tables["observations"]))
    return Inputs(edition, **tables, last_commentary=said, revisions=revisions, files=_files(project, month))


def _files(project: Path, month: Period) -> tuple[InputFile, ...]:
    """The spec and the files of every edition that was read, in order."""
    names = (EDITION_FILE, *(f"{name}.csv" for name in _FAMILIES), WORKBOOK)
    folders = [project / INPUTS / str(m) for m in editions(project) if m <= month]
    paths = [project / SPEC_FILE, *(folder / name for folder in folders for name in names)]
    return tuple(
        InputFile(path.relative_to(project).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in paths
        if path.is_file()
    )


def _revisions(
    before: dict[observations.Key, Observation], now: dict[observations.Key, Observation]
) -> Iterator[Revision]:
    for key, old in before.items():
        new = now[key]
        if (old.measure, old.numerator, old.denominator) != (new.measure, new.numerator, new.denominator):
            yield key, old, new


def _read_folder(spec: Spec, project: Path, month: Period, tables: dict[str, dict[Any, Any]], report: Report) -> None:
    reader = Reader(report)
    shown = f"{INPUTS}/{month}"
    forms = [form for form, _ in _FAMILIES.values()]
    refuse_strangers(project / INPUTS / str(month), shown, forms, EDITION_FILE, report)
    for name, (form, read_row) in _FAMILIES.items():
        rows = read_rows(project / INPUTS / str(month), shown, form, report)
        stated = (read_row(row, spec, reader) for row in rows)
        tables[name].update(_each_once([item for item in stated if item], report))


def _each_once(items: Iterable[tuple[Any, Any]], report: Report) -> dict[Any, Any]:
    """The statements of one edition by key; the same thing stated twice in one edition is a problem."""
    stated: dict[Any, Any] = {}
    for key, value in items:
        if key in stated:
            what = ", ".join(str(part) for part in (key if isinstance(key, tuple) else (key,)) if str(part))
            found = f"{what} for the second time (first in row {stated[key].origin.row})"
            report.add(str(value.origin), found, "each statement once in an edition", "delete one of the two rows")
        stated[key] = value
    return stated


def _refuse_the_future(
    spec: Spec, stated: dict[observations.Key, Observation], month: Period, report: Report
) -> None:
    for (indicator, _, period), observation in stated.items():
        begins = period.first_month(spec.year_bases.get(indicator, YearBasis.FINANCIAL))
        if begins > month:
            allowed = f"periods that begin no later than the edition's month, {month}"
            where = f"{observation.origin}, column period"
            report.add(where, f'"{period}"', allowed, "correct the period, or move the row to a later edition")
