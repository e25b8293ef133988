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

from workbook_builder import pages
from workbook_builder.pages import columns
from workbook_builder.pages.columns import KINDS
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
    "kept": "",
    "findings": "",
    "periods": "",
    "marks": "",
    "contrast": "",
    "fonts": "",
    "addresses": "",
    "grid": "addresses",
    "figures": "",
    "rating": "figures",
    "specs": "names problems kept periods rating",
    "inputs": "names problems kept periods figures rating specs",
    "suppression": "problems periods specs inputs",
    "accessibility": "problems files contrast fonts addresses inputs",
    "disclosure": "names problems findings periods specs inputs suppression",
    "wording": "periods specs inputs",
    "scorecards": "names problems findings periods rating specs inputs disclosure wording",
    "commentary": "problems findings periods marks rating specs inputs wording scorecards",
    "texts": "names periods rating specs inputs scorecards commentary",
    "style_files": "problems specs",
    "symbols": "problems marks specs",
    "styles": "problems contrast fonts grid specs style_files symbols",
    "live": "periods figures rating specs inputs",
    "pages": "findings periods rating specs inputs wording scorecards live",
    "outputs": "problems contrast fonts addresses grid accessibility styles live pages",
    "checks": "problems findings periods rating specs inputs disclosure scorecards commentary texts",
    "audit": "problems findings periods marks addresses rating specs inputs scorecards styles live pages "
    "outputs checks",
    "project": "kept periods specs inputs disclosure style_files styles",
    "commands": "names problems files kept findings periods grid rating specs inputs suppression accessibility "
    "disclosure scorecards commentary styles pages outputs checks audit project",
    "cli": "problems fault_log outputs commands",
    "__main__": "cli",
}
THIRD_PARTY = {
    "click": r"cli/.*",
    "yaml": r"specs/document\.py",
    "pydantic": r"specs/(schema|validation)\.py",  # which asks for what `specs/noted.py` has noted
    "openpyxl": r"inputs/opening\.py",
    "xlsxwriter": r"outputs/xlsx/(writer|filling|choices)\.py|outputs/accessible/writer\.py|accessibility/report\.py",
    "highspy": r"suppression/solver\.py",
    "docx": r"outputs/(word|covering)/.*",
    "docxtpl": r"outputs/covering/template\.py",
    "jinja2": r"outputs/covering/template\.py",
    "typst": r"outputs/pdf/__init__\.py",
    "font_source_sans_pro": r"outputs/pdf/__init__\.py",
}
JUDGING = [name for name in FILES if re.match(r"rating/|wording/|scorecards/|commentary/|checks/rules/", name)]
NOT_FROZEN: set[str] = set()
OF_NO_KIND = {"__init__", "maker", "parts", "shares", "sparkline"}  # of the files of columns


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


def docstrings(name: str) -> Iterator[str]:
    """What is said in a file, after the statements that it is about, for whoever reads it."""
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


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


def files_imported(name: str) -> set[str]:
    """The files of the package that a file imports, at its top or when it needs them."""
    found = set()
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(NAME):
            folder = str(node.module).removeprefix(NAME).replace(".", "/")
            for path in (f"{folder}/{alias.name}.py" for alias in node.names):
                candidates = (path, f"{folder}.py", f"{folder}/__init__.py")
                found.add(next(file.lstrip("/") for file in candidates if file.lstrip("/") in FILES))
    return found - {"__init__.py"}


def test_no_file_imports_itself_by_way_of_others() -> None:
    left = {name: files_imported(name) for name in FILES}
    while free := {name for name, needed in left.items() if not needed & set(left)}:
        left = {name: needed for name, needed in left.items() if name not in free}
    assert left == {}


def test_each_library_is_imported_where_it_belongs() -> None:
    for name in FILES:
        libraries = {module.partition(".")[0] for module, _ in imports(name)} - {NAME}
        foreign = libraries - sys.stdlib_module_names - {"__future__"}
        assert foreign <= set(THIRD_PARTY), name
        misplaced = [library for library in foreign if not re.fullmatch(THIRD_PARTY[library], name)]
        assert misplaced == [], name


def test_openpyxl_is_imported_only_when_a_workbook_is_read() -> None:
    name = "inputs/opening.py"
    at_the_top = [node for node in parsed(name).body if isinstance(node, ast.Import | ast.ImportFrom)]
    found = [node for module, node in imports(name) if module == "openpyxl"]
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
    assert speaking == {"cli/__init__.py", "cli/printing.py"}


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
    assert set(schema["discriminator"]["mapping"]) == set(KINDS) == files - OF_NO_KIND


def test_a_kind_of_page_is_a_file_of_that_name() -> None:
    mapping = json_schema(Spec)["$defs"]["ScorecardSpec"]["properties"]["pages"]["items"]["discriminator"]["mapping"]
    assert set(mapping) == set(pages.KINDS)
    assert all(f"pages/{kind}.py" in FILES for kind in mapping)


@pytest.mark.parametrize("name", [name for name in FILES if part_of(name) in ("pages", "live")])
def test_what_pages_say_has_no_line_break_and_no_place(name: str) -> None:
    """Texts are cut into lines by an output, and only there cells have addresses, columns widths, words a look."""
    texts = [node.value for node in ast.walk(parsed(name)) if isinstance(node, ast.Constant)]
    described = set(docstrings(name))
    said = [text for text in texts if isinstance(text, str) and text not in described]
    assert [text for text in said if re.search(r"\n|\$[A-Z]+\$?\d|\bpixel|\bfont\b", text)] == []


def test_outputs_know_no_rule() -> None:
    """They are told what things are in `pages/values.py`: no polarity, scheme or input is named where it is shown."""
    named = re.compile(r"\b(polarity|Polarity|Scheme|floor|inputs)\b")
    code = {name: ast.unparse(parsed(name)) for name in FILES if part_of(name) == "outputs"}
    assert [name for name, text in code.items() if named.search(text)] == []
