"""The folders of editions: the tables in them, each read by the spec of its time.

An edition keeps the spec that it was published with in its folder (`new` copies it there). One that has none is
read by that of the next edition that has, else by the project's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.beside import refuse_what_lies_beside
from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, editions
from workbook_builder.inputs.formats import files_of
from workbook_builder.inputs.mergers import Neighbours, merged_names, neighbours_of
from workbook_builder.inputs.rows import Rows, Sources
from workbook_builder.inputs.strangers import refuse_strangers
from workbook_builder.inputs.tables import Row, TableForm, read_rows
from workbook_builder.kept import digest, kept
from workbook_builder.names import folded, same_name
from workbook_builder.periods import Period
from workbook_builder.problems import Report
from workbook_builder.specs import SPEC_FILE, load_spec
from workbook_builder.specs.model import Spec

Statements = Mapping[str, Mapping[Any, Any]]
"""What is stated in each table, by what it is about."""

_FAMILIES: dict[str, tuple[TableForm, Callable[[Row, Spec, Reader], tuple[Any, Any] | None]]] = {
    "observations": (observations.FORM, observations.read_observation),
    "targets": (targets.FORM, targets.read_target),
    "benchmarks": (benchmarks.FORM, benchmarks.read_benchmark),
    "sources": (sources.FORM, sources.read_source),
    "commentary": (commentary.FORM, commentary.read_comment),
}
TABLES = tuple(_FAMILIES)
FILES = (EDITION_FILE, SPEC_FILE, *files_of(TABLES))


@dataclass(frozen=True)
class Folder:
    """An edition's folder: its rows by table, the spec of its time, and what the rows state by that spec.

    `neighbours` are the places that stood beside each other in it or in another folder. `sources` are the files that
    the rows are in, None where something of them was left out.
    """

    month: Period
    spec: Spec
    rows: Mapping[str, tuple[Row, ...]]
    statements: Statements
    neighbours: Neighbours = ()
    sources: Sources | None = field(default=None, repr=False, compare=False)

    def by(self, spec: Spec) -> Statements:
        """What the rows state by another spec, without those that only the spec of their time can read.

        So an indicator, area or team can be dropped: rows about it stay where they are, and are passed over.
        """
        if spec is self.spec:
            return self.statements
        reader, merged = Reader(Report()), merged_names(spec, self.neighbours)
        return {name: self._by(name, spec, reader, merged) for name in self.rows}

    def _by(self, name: str, spec: Spec, reader: Reader, merged: Collection[str]) -> Mapping[Any, Any]:
        def read() -> dict[Any, Any]:
            return dict(_stated(name, self.rows[name], spec, reader, merged))

        if (sources := self.sources) is None:
            return read()
        parts = (*sources.of(name), digest(spec), *sorted(merged))
        return kept("stated by another", parts, read, lambda: sources.are_unchanged(name))

    def passed_over(self, spec: Spec, table: str = "observations") -> Iterator[tuple[Row, str, str]]:
        """The rows about places that were merged since, with their indicator and what `spec` merged them into."""
        merged = merged_names(spec, self.neighbours)
        for row in self.rows[table] if merged else ():
            indicator = same_name(row.cells.get("indicator", ""), spec.indicator_by_id)
            place = folded(row.cells.get("area", ""))
            if indicator and place in merged:
                yield row, indicator, spec.successors[place]


def spec_file(project: Path, month: Period) -> str:
    """The file, as seen from the project, with the spec that an edition is read by."""
    folders = (f"{INPUTS}/{edition}/{SPEC_FILE}" for edition in editions(project) if edition >= month)
    return next((file for file in folders if (project / file).is_file()), SPEC_FILE)


def read_folders(spec: Spec, project: Path, month: Period, report: Report) -> Iterator[Folder]:
    """The folders of the edition of `month`, which `spec` describes, and of all before it, oldest first.

    Raises `ProblemsFound` where the spec of an earlier one is faulty; other problems go to `report`.
    """
    refuse_what_lies_beside(project, [form for form, _ in _FAMILIES.values()], report)
    known = {_content(project, spec_file(project, month)): spec}
    files = {edition: file for edition, file in _spec_files(project).items() if edition <= month}
    without = {file: edition for edition, file in files.items() if edition < month and file != _own_spec(edition)}
    unread: list[_Unread] = []
    for edition, file in files.items():
        text = _content(project, file)
        if text not in known:
            known[text] = load_spec(project, file)
        is_without = edition < month and file != _own_spec(edition)
        remedy = _if_dropped(without[file]) if is_without else ""
        unread.append(_Unread(project, edition, known[text], file, remedy))
    for one in unread:
        one.refuse_strangers()
    earlier = (one.rows["observations"] for one in unread if one.month < month)
    neighbours = neighbours_of((spec, *known.values()), earlier)
    return (_read(one, neighbours, report) for one in unread)


def _spec_files(project: Path) -> dict[Period, str]:
    """The file with the spec that each edition is read by, oldest first."""
    files, file = {}, SPEC_FILE
    for edition in reversed(editions(project)):
        file = own if (project / (own := _own_spec(edition))).is_file() else file
        files[edition] = file
    return dict(reversed(files.items()))


def _own_spec(month: Period) -> str:
    return f"{INPUTS}/{month}/{SPEC_FILE}"


def _if_dropped(last: Period) -> str:
    """What to do where an edition without a spec of its own names what the later spec that it is read by does not.

    It is asked for once: in the last folder of those that are read by the same one.
    """
    return (
        f"if it was dropped from the spec since, put the spec of that time into {INPUTS}/{last}/ (`new` does that "
        "when it is run before the spec is changed); if it is a typing error, correct it"
    )


def _content(project: Path, spec: str) -> bytes:
    """A spec's text: most editions have the same, which is read once."""
    file = project / spec
    return file.read_bytes() if file.is_file() else b""


@dataclass(frozen=True)
class _Unread:
    """An edition's folder before its rows are understood."""

    project: Path
    month: Period
    spec: Spec
    spec_file: str
    if_dropped: str

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """What is wrong with its tables, as far as they were read ("": with its files)."""
        return {name: Report() for name in ("", *TABLES)}

    @cached_property
    def rows(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of its tables."""
        return Rows(TABLES, lambda name: read_rows(self.folder, self.shown, _FAMILIES[name][0], self.reports[name]))

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.project / self.shown

    @property
    def shown(self) -> str:
        """Its name for messages."""
        return f"{INPUTS}/{self.month}"

    def refuse_strangers(self) -> None:
        """Note what would be passed over in silence."""
        forms = [form for form, _ in _FAMILIES.values()]
        refuse_strangers(self.folder, self.shown, forms, (EDITION_FILE, SPEC_FILE), self.reports[""])


def _read(folder: _Unread, neighbours: Neighbours, report: Report) -> Folder:
    merged = merged_names(folder.spec, neighbours)
    report.problems += folder.reports[""].problems
    sources = Sources(folder.folder, folder.shown)
    statements = {name: _statements(folder, name, sources, merged, report) for name in TABLES}
    return Folder(folder.month, folder.spec, folder.rows, statements, neighbours, sources)


def _statements(
    folder: _Unread, name: str, sources: Sources, merged: Collection[str], report: Report
) -> Mapping[Any, Any]:
    """What a table states; kept where nothing is wrong with it."""
    before = len(report.problems)

    def read() -> dict[Any, Any]:
        reader = Reader(report, folder.if_dropped, folder.spec_file)
        rows = folder.rows[name]
        report.problems += folder.reports[name].problems
        return _each_once(list(_stated(name, rows, folder.spec, reader, merged)), report)

    def is_sound() -> bool:
        return len(report.problems) == before and sources.are_unchanged(name)

    return kept("stated", (*sources.of(name), digest(folder.spec), *sorted(merged)), read, is_sound)


def _stated(
    name: str, rows: Iterable[Row], spec: Spec, reader: Reader, merged: Collection[str]
) -> Iterator[tuple[Any, Any]]:
    """What rows state, but those about places that were `merged` into others."""
    _, read_row = _FAMILIES[name]
    told = (row for row in rows if not merged or folded(row.cells.get("area", "")) not in merged)
    return (item for row in told if (item := read_row(row, spec, reader)))


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
