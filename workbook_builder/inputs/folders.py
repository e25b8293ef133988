"""The folders of editions: the tables in them, each read by the spec of its time.

An edition keeps the spec that it was published with in its folder (`new` copies it there). One that has none is
read by that of the next edition that has, else by the project's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook_builder.inputs import benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.beside import refuse_what_lies_beside
from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS, editions
from workbook_builder.inputs.formats import files_of
from workbook_builder.inputs.mergers import Neighbours, merged_names, neighbours_of
from workbook_builder.inputs.strangers import refuse_strangers
from workbook_builder.inputs.tables import Row, TableForm, read_rows
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

    `neighbours` are the places that stood beside each other in it or in another folder.
    """

    month: Period
    spec: Spec
    rows: Mapping[str, tuple[Row, ...]]
    statements: Statements
    neighbours: Neighbours = ()

    def by(self, spec: Spec) -> Statements:
        """What the rows state by another spec, without those that only the spec of their time can read.

        So an indicator, area or team can be dropped: rows about it stay where they are, and are passed over.
        """
        if spec is self.spec:
            return self.statements
        reader, merged = Reader(Report()), merged_names(spec, self.neighbours)
        return {name: dict(_stated(name, rows, spec, reader, merged)) for name, rows in self.rows.items()}

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
    known = {_content(project, month): spec}
    months = [edition for edition in editions(project) if edition <= month]
    without = [edition for edition in months if edition < month and not _own_spec(project, edition)]
    unread: list[_Unread] = []
    for edition in months:
        content = _content(project, edition)
        if content not in known:
            known[content] = load_spec(project, spec_file(project, edition))
        remedy = _if_dropped(project, edition, without) if edition in without else ""
        reports = {name: Report() for name in ("", *TABLES)}
        rows = _rows(project, edition, reports)
        unread.append(_Unread(project, edition, known[content], rows, remedy, reports))
    earlier = [one.rows["observations"] for one in unread if one.month < month]
    neighbours = neighbours_of((spec, *known.values()), earlier)
    return (_read(one, neighbours, report) for one in unread)


def _own_spec(project: Path, month: Period) -> bool:
    return (project / INPUTS / str(month) / SPEC_FILE).is_file()


def _if_dropped(project: Path, month: Period, without: Iterable[Period]) -> str:
    """What to do where an edition without a spec of its own names what the later spec that it is read by does not.

    It is asked for once: in the last folder of those that are read by the same one.
    """
    file = spec_file(project, month)
    last = max(edition for edition in without if spec_file(project, edition) == file)
    return (
        f"if it was dropped from the spec since, put the spec of that time into {INPUTS}/{last}/ (`new` does that "
        "when it is run before the spec is changed); if it is a typing error, correct it"
    )


def _content(project: Path, month: Period) -> bytes:
    """The spec's text: most editions have the same, which is read once."""
    file = project / spec_file(project, month)
    return file.read_bytes() if file.is_file() else b""


@dataclass(frozen=True)
class _Unread:
    """An edition's folder before its rows are understood, with what is wrong with its tables ("": its files)."""

    project: Path
    month: Period
    spec: Spec
    rows: Mapping[str, tuple[Row, ...]]
    if_dropped: str
    reports: Mapping[str, Report]


def _rows(project: Path, month: Period, reports: Mapping[str, Report]) -> dict[str, tuple[Row, ...]]:
    shown, folder = f"{INPUTS}/{month}", project / INPUTS / str(month)
    forms = [form for form, _ in _FAMILIES.values()]
    refuse_strangers(folder, shown, forms, (EDITION_FILE, SPEC_FILE), reports[""])
    return {form.name: tuple(read_rows(folder, shown, form, reports[form.name])) for form in forms}


def _read(folder: _Unread, neighbours: Neighbours, report: Report) -> Folder:
    reader = Reader(report, folder.if_dropped, spec_file(folder.project, folder.month))
    merged = merged_names(folder.spec, neighbours)
    report.problems += folder.reports[""].problems
    statements: dict[str, Mapping[Any, Any]] = {}
    for name, rows in folder.rows.items():
        report.problems += folder.reports[name].problems
        statements[name] = _each_once(list(_stated(name, rows, folder.spec, reader, merged)), report)
    return Folder(folder.month, folder.spec, folder.rows, statements, neighbours)


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
