"""A recipe for each thing that the page does, of the commands' own; libraries are imported when asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbook_builder import __version__
from workbook_builder.commands import Outcome
from workbook_builder.commands.stages import Done
from workbook_builder.inputs.edition import EDITION_FILE, INPUTS
from workbook_builder.inputs.workbook import WORKBOOK
from workbook_builder.outputs import OUTPUTS, Output, missing_libraries
from workbook_builder.project import Project
from workbook_builder.session.answer import Answer, Question, Recipe
from workbook_builder.session.archives import packed, unpacked
from workbook_builder.session.tables import edited_table, input_problems

_PROGRAMS = {"ods": "LibreOffice"}
_BENEATH = {"docx": "lxml", "docxtpl": "lxml"}  # the library of these that is there for no browser


def open_project(folder: Path, question: Question, done: Done) -> Answer:
    """What `list` prints, and the same in parts."""
    from workbook_builder.commands.listing import list_project

    outcome = list_project(folder)
    project = Project(folder)
    spec = project.spec()
    more = {
        "version": __version__,
        "editions": [_edition(project, str(month)) for month in project.editions],
        "next": str(project.editions[-1].back(-1)) if project.editions else "",
        "scorecards": [{"id": one.id, "title": one.title} for one in spec.scorecards],
        "areas": [area.name for area in spec.areas],
        "styles": project.style_names,
        "outputs": [_output(output) for output in OUTPUTS.values()],
    }
    return Answer(outcome, more=more)


def _edition(project: Project, month: str) -> dict[str, Any]:
    folder = project.folder / INPUTS / month
    return {
        "month": month,
        "is_workbook": (folder / WORKBOOK).is_file(),
        "has_file": (folder / EDITION_FILE).is_file(),
    }


def _output(output: Output) -> dict[str, Any]:
    """An output, and what it needs that no browser has: "" where it can be made."""
    needs = [_BENEATH.get(library, library) for library in missing_libraries(output)]
    needs += [_PROGRAMS[output.word]] if output.word in _PROGRAMS else []
    return {"word": output.word, "name": output.name, "needs": ", ".join(dict.fromkeys(needs))}


def check(folder: Path, question: Question, done: Done) -> Answer:
    """`check`."""
    from workbook_builder.commands.check import check as check_edition

    checked = check_edition(folder, question["edition"], question.get("scorecard", ""), done)
    return Answer(checked.outcome(), checked.findings)


def build(folder: Path, question: Question, done: Done) -> Answer:
    """`build`."""
    from workbook_builder.commands.build import Order
    from workbook_builder.commands.build import build as build_outputs

    chosen = {name: question.get(name, "") for name in ("scorecard", "area", "style")}
    summary = build_outputs(Order(folder, question["edition"], to=question["to"], **chosen), done)
    return Answer(summary.outcome, summary.open_findings)


def preview(folder: Path, question: Question, done: Done) -> Answer:
    """The pages as HTML, written nowhere that the user sees."""
    from tempfile import TemporaryDirectory

    from workbook_builder.commands.build import Order
    from workbook_builder.commands.build import build as build_outputs

    chosen = {name: question.get(name, "") for name in ("scorecard", "area", "style")}
    with TemporaryDirectory() as made:
        file = Path(made) / "preview.html"
        summary = build_outputs(Order(folder, question["edition"], to="html", output=file, **chosen), done)
        html = file.read_text(encoding="utf-8")
    return Answer(findings=summary.open_findings, more={"html": html})


def new(folder: Path, question: Question, done: Done) -> Answer:
    """`new`."""
    from workbook_builder.commands.new import make_edition

    return Answer(make_edition(folder, question["edition"], bool(question.get("xlsx"))).outcome)


def collect(folder: Path, question: Question, done: Done) -> Answer:
    """`collect`, of files that lie beside the project."""
    from workbook_builder.commands.collect import collect as collect_copies

    files = tuple(Path(name) for name in question["files"])
    return Answer(collect_copies(folder, files, question.get("scorecard", "")).outcome)


def audit(folder: Path, question: Question, done: Done) -> Answer:
    """`audit`."""
    from workbook_builder.commands.audit import AuditOrder, audit_file, outcome

    file, report = Path(question["file"]), question.get("report", "")
    chosen = {name: question.get(name, "") for name in ("scorecard", "style")}
    order = AuditOrder(folder, question["edition"], file, **chosen, report=Path(report) if report else None)
    findings = audit_file(order)
    return Answer(outcome(findings, order, strict=False, as_json=False), findings)


def accessibility(folder: Path, question: Question, done: Done) -> Answer:
    """`accessibility`."""
    from workbook_builder.commands.accessibility import judge

    report = question.get("report", "")
    return Answer(judge(Path(question["file"]), report=Path(report) if report else None))


def table(folder: Path, question: Question, done: Done) -> Answer:
    """A table of inputs, to be edited."""
    return Answer(more=edited_table(folder, question["edition"], question["table"]))


def problems(folder: Path, question: Question, done: Done) -> Answer:
    """Whether an edition's inputs can be read, as they are being edited."""
    input_problems(folder, question["edition"])
    return Answer(Outcome("No problem."))


def unpack(folder: Path, question: Question, done: Done) -> Answer:
    """A project that came as a zip archive."""
    unpacked(Path(question["file"]), folder)
    return Answer()


def pack(folder: Path, question: Question, done: Done) -> Answer:
    """Files of the project as one archive."""
    packed(folder, question["files"], Path(question["file"]))
    return Answer()


RECIPES: dict[str, Recipe] = {
    "open": open_project,
    "check": check,
    "build": build,
    "preview": preview,
    "new": new,
    "collect": collect,
    "audit": audit,
    "accessibility": accessibility,
    "table": table,
    "problems": problems,
    "unpack": unpack,
    "pack": pack,
}
