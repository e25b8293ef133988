"""Which style a scorecard has, and what its file says together with the shipped default, from which it inherits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook_builder.problems import Problem, ProblemsFound, Report, listed, nearest, quoted

if TYPE_CHECKING:
    from workbook_builder.specs.document import Document

FOLDER = "styles"
DEFAULT = "default"
_SHIPPED = Path(__file__).with_name("default_style.yaml")
_COMPLETE = ("font", "size", "margins_cm", "symbols", "charts", "cells")  # what every style had to state before 1.0
_TAKEN_BEFORE = "kent"  # which style was taken where nothing said which, before 1.0


def style_names(project: Path) -> list[str]:
    """The styles that a project has; the shipped one is not among them."""
    return sorted(path.stem for path in (project / FOLDER).glob("*.yaml"))


def choose_style(project: Path, asked: str = "", stated: str = "") -> str:
    """The style that is `asked` for, else the one `stated` by the scorecard, else the project's only one.

    A project without styles has the shipped one. Raises `ProblemsFound` where there is no such style, or several and
    nothing says which.
    """
    names = style_names(project)
    if (project / FOLDER).exists() and not (project / FOLDER).is_dir():
        remedy = "rename the file, or delete it for the shipped style"
        raise ProblemsFound([Problem(FOLDER, "a file", "a folder of styles, or nothing", remedy)])
    for where, name in (("--style", asked), ("the scorecard's `style`", stated)):
        if name:
            _refuse_unknown(name, names, where)
            return name
    if len(names) < 2:
        return names[0] if names else DEFAULT
    for name in (DEFAULT, _TAKEN_BEFORE):
        if name in names:
            return name
    remedy = "say which: `--style NAME`, or `style: NAME` in the scorecard of the spec"
    raise ProblemsFound([Problem("--style", f"{len(names)} styles and none chosen", listed(names), remedy)])


def _refuse_unknown(name: str, names: list[str], where: str) -> None:
    known = list(dict.fromkeys([*names, DEFAULT]))
    if name not in known:
        remedy = nearest(name, known, f"add {FOLDER}/{name}.yaml, or check --project")
        raise ProblemsFound([Problem(where, f"no style {quoted(name)}", listed(known), remedy)])


def sources_of(project: Path, name: str) -> tuple[str, ...]:
    """What tells a style from any other: where it is, what it says, and which templates lie beside it."""
    file, folder = project / FOLDER / f"{name}.yaml", project / FOLDER
    sums = [hashlib.sha256(each.read_bytes()).hexdigest() for each in (file, _SHIPPED) if each.is_file()]
    return str(folder), name, *sums, *sorted(path.name for path in folder.glob("*.docx"))


def read_style(project: Path, name: str, report: Report) -> Document | None:
    """What a style says, with all that it leaves to the shipped default; its lines are those of its own file."""
    from workbook_builder.specs.document import read_document  # and with it PyYAML

    default = read_document(_SHIPPED, _SHIPPED.name, report)
    if name == DEFAULT and DEFAULT not in style_names(project):
        return default
    own = read_document(project / FOLDER / f"{name}.yaml", f"{FOLDER}/{name}.yaml", report)
    return own and default and replace(own, data=inheriting(own.data, default.data))


def inheriting(own: Any, default: Mapping[str, Any]) -> Any:
    """What a style file states over the default.

    A file that states only what differs changes the default key by key. A complete one, as every file had to be
    before 1.0, stands by itself: it takes over only the keys and meanings that it lacks, as those of later versions.
    """
    if not isinstance(own, dict):
        return own
    stands_alone = "like" not in own and all(key in own for key in _COMPLETE)
    merged = {**default, **own}
    for key in ("margins_cm", "symbols", "charts"):
        merged[key] = _over(default[key], own.get(key, {}))
    cells = own.get("cells", {})
    if isinstance(cells, dict):
        looks = cells if stands_alone else {name: _look(default["cells"].get(name), cells[name]) for name in cells}
        merged["cells"] = {**default["cells"], **looks}
    return merged


def _look(default: Any, own: Any) -> Any:
    """A meaning that says what it is `like` has nothing of the default's."""
    return own if isinstance(own, dict) and "like" in own else _over(default, own)


def _over(default: Any, own: Any) -> Any:
    """One mapping over another; what is no mapping stays as it is, so that it is reported."""
    return {**default, **own} if isinstance(default, dict) and isinstance(own, dict) else own


def template_of(project: Path, name: str, document: Document, report: Report) -> str:
    """Where the template of the covering report is that a style names; "" where it names none."""
    folder = project / FOLDER
    there = sorted(path.name for path in folder.glob("[!~]*.docx"))
    if name and name not in there:
        where, allowed = document.where(("covering_template",)), f"a .docx in {FOLDER}/: {listed(there) or 'none'}"
        report.add(where, quoted(name), allowed, nearest(name, there, f"put the file into {FOLDER}/"))
    return str(folder / name) if name else ""
