"""The second stage: an edition's figures, together with what earlier editions stated.

A month needs only its own new figures. Every earlier edition's folder is read as well; a later statement
of the same thing supersedes an earlier one (a revision). The figures of later editions are never read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from workbook_builder.inputs import benchmarks, observations, targets
from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.commentary import Comment, CommentKey
from workbook_builder.inputs.edition import INPUTS, Edition, editions, read_edition
from workbook_builder.inputs.folders import FILES, TABLES, Folder, read_folders, spec_file
from workbook_builder.inputs.following import following
from workbook_builder.inputs.judging import judging
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.shares import with_shares
from workbook_builder.inputs.sources import Source
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period, YearBasis, month
from workbook_builder.problems import Report
from workbook_builder.specs.model import Spec
from workbook_builder.specs.present import in_present_names


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that an edition was made from, and the SHA-256 of its bytes."""

    name: str
    sha256: str


Revision = tuple[observations.Key, Observation, Observation]
"""A figure that this edition states anew: of what, as it was stated before, as it is stated now."""


@dataclass(frozen=True)
class Inputs:
    """All that is known when an edition is built.

    `merged` are the series, by indicator and place, of which earlier editions only know the parts (`mergers.py`).
    """

    edition: Edition
    observations: dict[observations.Key, Observation] = field(default_factory=dict)
    targets: dict[targets.Key, Target] = field(default_factory=dict)
    benchmarks: dict[benchmarks.Key, Benchmark] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    commentary: dict[CommentKey, Comment] = field(default_factory=dict)
    last_commentary: dict[CommentKey, Comment] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    merged: frozenset[tuple[str, str]] = frozenset()
    files: tuple[InputFile, ...] = ()
    folders: tuple[Folder, ...] = field(default=(), repr=False)

    @cached_property
    def series(self) -> Mapping[tuple[str, str], list[Period]]:
        """The periods of which something is stated of each indicator and place, outturns among them, by time."""
        periods: dict[tuple[str, str], list[Period]] = {}
        for indicator, place, period in sorted(self.observations, key=lambda key: (key[2].year, key[2].part)):
            periods.setdefault((indicator, place), []).append(period)
        return periods

    def target(self, indicator: str, place: str, year: Period) -> Target | None:
        """What a year's figures of a place are judged by: its own target, else the one for all places."""
        return self.targets.get((indicator, place, year)) or self.targets.get((indicator, "", year))

    @cached_property
    def _targets_of(self) -> Mapping[tuple[str, str], Mapping[Period, Target]]:
        """The targets of each indicator and place by the year, or shorter period, that they are for."""
        found: dict[tuple[str, str], dict[Period, Target]] = {}
        for (indicator, place, period), target in self.targets.items():
            found.setdefault((indicator, place), {})[period] = target
        return found

    def judging(self, indicator: str, place: str, period: Period, basis: YearBasis) -> Target | None:
        """What the figure of a period is judged by: the target of the place, else the one for all places."""
        stated = (self._targets_of.get((indicator, one)) for one in (place, ""))
        found = (judging(targets, period, basis) for targets in stated if targets)
        return next((target for target in found if target), None)

    def benchmark(self, indicator: str, group: str, place: str, period: Period) -> Benchmark | None:
        """What a group achieved: the figure that is stated for this place, else the one for all."""
        own = self.benchmarks.get((indicator, group, place, period))
        return own or self.benchmarks.get((indicator, group, "", period))


def read_inputs(spec: Spec, project: Path, month: Period, coming: Period | None = None) -> Inputs:
    """Everything stated up to an edition, which `spec` describes. Raises `ProblemsFound` with all that is unreadable.

    Earlier editions may have been written by other specs: what `spec` no longer knows is passed over. So is what the
    edition itself states where `spec` describes a `coming` one, which has no folder yet.
    """
    report = Report()
    edition = read_edition(project, month, report)
    folders = tuple(read_folders(spec, project, coming or month, report))
    return _known(spec, project, edition, folders, report)


def read_earlier(project: Path, inputs: Inputs) -> tuple[Spec, Inputs]:
    """The edition before, of which there must be one: the spec of its time, and all that was stated up to then.

    Both call areas and teams by their names of today. Raises `ProblemsFound` with what is wrong with it.
    """
    report, folders = Report(), inputs.folders[:-1]
    edition = read_edition(project, folders[-1].month, report)
    spec = in_present_names(folders[-1].spec, inputs.folders[-1].spec)
    return spec, _known(spec, project, edition, folders, report)


def _known(spec: Spec, project: Path, edition: Edition | None, folders: tuple[Folder, ...], report: Report) -> Inputs:
    """What the folders, of which the last is the edition's own, state by its spec."""
    tables: dict[str, dict[Any, Any]] = {name: {} for name in TABLES}
    before: dict[observations.Key, Observation] = {}
    said: dict[CommentKey, Comment] = {}
    for folder in folders:
        before, said = dict(tables["observations"]), tables["commentary"]
        tables["commentary"] = {}
        for name, statements in folder.by(spec).items():
            tables[name].update(statements)
    if edition:
        _refuse_the_future(spec, tables, edition, report)
    report.raise_if_any()
    assert edition is not None
    tables["targets"] = following(tables["targets"], tables["benchmarks"])
    revisions = tuple(_revisions(before, tables["observations"]))
    merged = frozenset((name, place) for folder in folders for _, name, place in folder.passed_over(spec))
    known = Inputs(
        edition,
        **tables,
        last_commentary=said,
        revisions=revisions,
        merged=merged,
        files=_files(project, edition.month),
        folders=folders,
    )
    return replace(known, observations=with_shares(spec, known.observations, known.judging))


def _files(project: Path, month: Period) -> tuple[InputFile, ...]:
    """The spec and the files of every edition that was read, in order."""
    folders = [f"{INPUTS}/{edition}" for edition in editions(project) if edition <= month]
    names = [spec_file(project, month), *(f"{folder}/{name}" for folder in folders for name in FILES)]
    return tuple(
        InputFile(name, hashlib.sha256((project / name).read_bytes()).hexdigest())
        for name in dict.fromkeys(names)
        if (project / name).is_file()
    )


def _revisions(
    before: dict[observations.Key, Observation], now: dict[observations.Key, Observation]
) -> Iterator[Revision]:
    for key, old in before.items():
        new = now[key]
        if (old.measure, old.numerator, old.denominator) != (new.measure, new.numerator, new.denominator):
            yield key, old, new


def _refuse_the_future(spec: Spec, tables: Mapping[str, Mapping[Any, Any]], edition: Edition, report: Report) -> None:
    """Figures of periods that begin after the edition's month, and benchmarks of such as begin after its publication.

    A benchmark of a period between the two may be known: the rule `ahead` warns of it.
    """
    published = month(edition.published.year, edition.published.month)
    lasts = {"observations": (edition.month, "month"), "benchmarks": (published, "month of publication")}
    for name, (last, what) in lasts.items():
        for key, stated in tables[name].items():
            indicator, period = key[0], key[-1]
            if period.first_month(spec.year_bases.get(indicator, YearBasis.FINANCIAL)) > last:
                allowed = f"periods that begin no later than the edition's {what}, {last}"
                where = f"{stated.origin}, column period"
                report.add(where, f'"{period}"', allowed, "correct the period, or move the row to a later edition")
