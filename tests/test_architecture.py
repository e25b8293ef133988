"""The package keeps its shape: stages that import only what comes before them, small modules, frozen data.

The rules are read from the source itself, so that a shortcut is seen when it is taken.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from workbook_builder.sheets import columns
from workbook_builder.sheets.columns import KINDS
from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import json_schema

NAME = "workbook_builder"
PACKAGE = Path(columns.__file__).parents[2]
FILES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

# What each part of the package may import. A part names only parts that stand above it.
MAY_IMPORT = {
    "names": "",
    "problems": "",
    "files": "problems",
    "fault_log": "",
    "findings": "",
    "periods": "",
    "marks": "",
    "fonts": "",
    "addresses": "",
    "grid": "addresses",
    "specs": "names problems periods",
    "inputs": "names problems periods specs",
    "suppression": "problems periods specs inputs",
    "ratings": "specs inputs",
    "wording": "periods specs inputs",
    "reach": "specs inputs ratings",
    "trends": "periods specs inputs",
    "scorecards": "names problems findings periods specs inputs ratings wording reach trends",
    "commentary": "problems periods marks specs inputs ratings wording reach scorecards",
    "styles": "problems marks fonts grid specs",
    "checks": "problems findings periods marks grid specs inputs ratings reach scorecards commentary",
    "sheets": "findings periods fonts grid specs inputs ratings wording reach trends scorecards styles",
    "writers": "grid styles",
    "build": "problems files findings periods specs inputs ratings scorecards commentary styles checks "
    "sheets writers",
    "telling": "problems findings build",
    "auditing": "problems files findings specs inputs scorecards styles checks sheets writers build",
    "collecting": "names problems files periods specs inputs ratings scorecards commentary styles sheets build",
    "new": "problems files periods grid specs inputs ratings scorecards styles writers build",
    "cli": "problems fault_log findings specs inputs styles checks build telling auditing collecting new",
    "__main__": "cli",
}
THIRD_PARTY = {
    "click": r"cli\.py",
    "yaml": r"specs/document\.py",
    "pydantic": r"specs/.*|styles\.py|inputs/edition\.py",
    "pandas": r"inputs/workbook\.py",
    "openpyxl": r"checks/.*",
    "xlsxwriter": r"writers/xlsx\.py",
    "highspy": r"suppression/solver\.py",
}
JUDGING = [
    name
    for name in FILES
    if re.match(r"(ratings|reach|trends)\.py|wording/|scorecards/|commentary/|checks/rules/", name)
]
NOT_FROZEN = {"Canvas"}


@cache
def parsed(name: str) -> ast.Module:
    """The syntax tree of a file of the package."""
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


def part_of(name: str) -> str:
    """The part of the package that a file or module belongs to; "" is the package itself."""
    part = name.removesuffix(".py").replace("/", ".").partition(".")[0]
    return "" if part == "__init__" else part


def imports(name: str) -> Iterator[tuple[str, ast.AST]]:
    """Every module that a file imports (`workbook_builder` for a part of it: that part), with the statement."""
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            inside = node.module == NAME
            yield from ((f"{node.module}.{alias.name}" if inside else str(node.module), node) for alias in node.names)


def own_imports(name: str) -> set[str]:
    """The other parts of the package that a file imports from."""
    modules = {module.removeprefix(f"{NAME}.") for module, _ in imports(name) if module.startswith(NAME)}
    return {part_of(module) for module in modules} - {part_of(name), "__version__"}


def functions(name: str) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(parsed(name)) if isinstance(node, ast.FunctionDef))


def test_a_part_may_import_only_parts_above_it() -> None:
    parts = list(MAY_IMPORT)
    for position, (part, allowed) in enumerate(MAY_IMPORT.items()):
        assert set(allowed.split()) <= set(parts[:position]), part


@pytest.mark.parametrize("name", FILES)
def test_imports_go_one_way(name: str) -> None:
    if part := part_of(name):
        assert own_imports(name) <= set(MAY_IMPORT[part].split())
    else:
        assert own_imports(name) == set()


def test_of_the_checks_only_the_audit_knows_what_a_sheet_is() -> None:
    knowing = [name for name in FILES if part_of(name) == "checks" and "grid" in own_imports(name)]
    assert [name for name in knowing if not name.startswith("checks/audit/")] == []


def test_each_library_is_imported_where_it_belongs() -> None:
    for name in FILES:
        libraries = {module.partition(".")[0] for module, _ in imports(name)} - {NAME}
        foreign = libraries - sys.stdlib_module_names - {"__future__"}
        assert foreign <= set(THIRD_PARTY), name
        misplaced = [library for library in foreign if not re.fullmatch(THIRD_PARTY[library], name)]
        assert misplaced == [], name


def test_pandas_is_imported_only_when_a_workbook_is_read() -> None:
    name = "inputs/workbook.py"
    at_the_top = [node for node in parsed(name).body if isinstance(node, ast.Import | ast.ImportFrom)]
    found = [node for module, node in imports(name) if module == "pandas"]
    assert found
    assert not [node for node in found if node in at_the_top]


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["build", "--help"], ["new", "--help"]])
def test_help_waits_for_no_large_library(command: list[str]) -> None:
    code = (
        "import sys, workbook_builder.cli as cli\n"
        f"try: cli.main({command!r})\n"
        "finally: sys.stderr.write(' '.join(sorted(m for m in sys.modules if '.' not in m)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    loaded = set(ran.stderr.split())
    assert ran.stdout
    assert "click" in loaded
    assert not loaded & {"pandas", "openpyxl", "xlsxwriter", "pydantic", "yaml", "numpy"}


def test_only_the_command_line_prints_and_exits() -> None:
    calls = re.compile(r"print|(click\.)?(echo|secho)|sys\.exit|exit|quit|os\._exit|sys\.std(out|err)\.write")
    speaking = {
        name
        for name in FILES
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Call) and calls.fullmatch(ast.unparse(node.func))
    }
    assert speaking == {"cli.py"}


def test_data_is_frozen() -> None:
    changeable = {
        node.name
        for name in FILES
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.ClassDef)
        for decorator in map(ast.unparse, node.decorator_list)
        if decorator.startswith("dataclass") and "frozen=True" not in decorator
    }
    assert changeable == NOT_FROZEN


@pytest.mark.parametrize("name", JUDGING)
def test_judging_knows_no_cell_colour_or_file(name: str) -> None:
    described = {
        node.body[0].value
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        node.value
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in described
    ]
    colour, cell, file = (
        r"#[0-9A-Fa-f]{6}\b",
        r"\$[A-Z]{1,3}\$?\d+|\b[A-Z]{1,3}\d{1,7}\b",
        r"\.(csv|xlsx|ya?ml|json)\b",
    )
    assert [text for text in texts if re.search(f"{colour}|{cell}|{file}", text)] == []


@pytest.mark.parametrize("name", FILES)
def test_a_module_is_at_most_250_lines_long(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= 250


def test_nine_functions_in_ten_are_under_30_lines() -> None:
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for name in FILES for node in functions(name)]
    assert sum(length < 30 for length in lengths) >= 0.9 * len(lengths)
    assert max(lengths) <= 50


def undescribed(body: list[ast.stmt], within: str) -> Iterator[str]:
    """Public classes and functions without a docstring; what is private may explain itself."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{within}.{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from undescribed(node.body, f"{within}.{node.name}")


@pytest.mark.parametrize("name", FILES)
def test_everything_public_is_described(name: str) -> None:
    assert ast.get_docstring(parsed(name)), name
    assert list(undescribed(parsed(name).body, name)) == []


def test_a_kind_of_column_is_a_file_of_that_name() -> None:
    schema = json_schema(Spec)["$defs"]["ColumnSet"]["properties"]["columns"]["items"]
    files = {path.stem for path in Path(columns.__file__).parent.glob("*.py")}
    assert set(schema["discriminator"]["mapping"]) == set(KINDS) == files - {"__init__", "slot"}
