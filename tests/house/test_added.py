"""Units, keys of styles, meanings of cells and formats of inputs are added to a copy, where CONTRIBUTING says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import workbook_builder
from tests.support.commands import Ran, python
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a copy of the package."""
    source = Path(str(workbook_builder.__file__)).parent
    shutil.copytree(source, tmp_path / "package" / "workbook_builder", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "package"


def change(package: Path, name: str, old: str, new: str) -> None:
    """One passage of a file of the copy."""
    file = package / "workbook_builder" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, name
    file.write_text(text.replace(old, new), encoding="utf-8")


def ran(package: Path, *arguments: str) -> Ran:
    """What the program of the copy does."""
    return python(*arguments, cwd=package, PYTHONPATH=str(package))


def built(package: Path, small: SmallProject) -> Ran:
    """How the copy builds the project."""
    return ran(package, "-m", "workbook_builder", "build", "2024-11", "--project", str(small.folder))


def test_a_unit_is_a_word_and_how_sentences_say_it(package: Path, small: SmallProject) -> None:
    change(package, "specs/catalogue.py", '    DAYS = "days"\n', '    DAYS = "days"\n    HOURS = "hours"\n')
    change(
        package,
        "wording/measures.py",
        '    Unit.DAYS: "days",\n',
        '    Unit.DAYS: "days",\n    Unit.HOURS: "hours",\n',
    )
    small.change(SPEC, "    unit: percent\n    counted: plans\n", "    unit: hours\n    counted: plans\n")
    said = (
        "from pathlib import Path; from decimal import Decimal; from workbook_builder.figures import Number; "
        "from workbook_builder.specs import load_spec; from workbook_builder.wording.measures import quantity; "
        f"spec = load_spec(Path({str(small.folder)!r})); "
        "print(quantity(Number(Decimal('61.5'), 1), spec.indicator_by_id['PLANS']))"
    )
    assert ran(package, "-c", said).out == "61.5 hours\n"
    assert built(package, small).code == 0


def test_a_key_of_styles_with_a_default_breaks_no_style(package: Path, small: SmallProject) -> None:
    key = '    row_gap: Annotated[float, Field(description="Points between tables.", ge=0)] = 4.0\n'
    change(package, "styles.py", "    sparklines: Annotated[", f"{key}    sparklines: Annotated[")
    change(package, "default_style.yaml", "sparklines: true\n", "sparklines: true\nrow_gap: 7\n")
    shown = (
        "import sys; from pathlib import Path; from workbook_builder.styles import load_style; "
        f"print(load_style(Path({str(small.folder)!r}), sys.argv[1]).row_gap)"
    )
    assert ran(package, "-c", shown, "kent").out == "7.0\n"
    small.write("styles/shire.yaml", "row_gap: 2\n")
    assert ran(package, "-c", shown, "shire").out == "2.0\n"
    assert built(package, small).code == 0


def test_a_meaning_of_cells_with_a_look_in_the_default_breaks_no_style(package: Path, small: SmallProject) -> None:
    change(package, "grid.py", '    SPARKLINE = "sparkline"\n', '    SPARKLINE = "sparkline"\n    ASIDE = "aside"\n')
    change(
        package,
        "default_style.yaml",
        "  # The empty cells",
        "  aside: {like: text, italic: true}\n  # The empty cells",
    )
    assert built(package, small).code == 0
    small.write("styles/kent.yaml", small.text("styles/kent.yaml") + "  asid: {bold: true}\n")
    refused = built(package, small)
    assert (refused.code, 'did you mean "aside"?' in refused.err) == (1, True)


FORMAT = '''
"""Reads tables from JSON: a list of rows for each, in one file."""

import json

from workbook_builder.inputs.raw import RawTable

FILE = "inputs.json"


def read_json(path, shown, name, report):
    rows = json.loads(path.read_text(encoding="utf-8")).get(name)
    return rows and RawTable(shown, list(enumerate(rows, 1)))


def refuse_others(path, shown, needed, report):
    for name in json.loads(path.read_text(encoding="utf-8")).keys() - needed.keys():
        report.add(shown, f"a table {name}", "tables that are read", "take it out")
'''


def test_a_format_of_inputs_is_a_file_and_a_line(package: Path, small: SmallProject) -> None:
    (package / "workbook_builder/inputs/json_files.py").write_text(FORMAT, encoding="utf-8")
    line = '    Format("{}.csv".format, "{}.csv".format, read_csv, refuse_none),\n'
    new = '    Format(lambda name: FILE, f"{{}} in {FILE}".format, read_json, refuse_others),\n'
    change(package, "inputs/formats.py", line, line + new)
    header = "from workbook_builder.inputs.csv_files import"
    imported = "from workbook_builder.inputs.json_files import FILE, read_json, refuse_others\n"
    change(package, "inputs/formats.py", header, imported + header)
    rows = [line.split(",") for line in small.text("inputs/2024-11/targets.csv").splitlines()]
    (small.folder / "inputs/2024-11/targets.csv").unlink()
    stated = small.folder / "inputs/2024-11/inputs.json"

    stated.write_text(json.dumps({"targets": rows}), encoding="utf-8")
    assert "2 GREEN, 2 AMBER, 1 RED" in built(package, small).out
    stated.write_text(json.dumps({"targets": rows, "target": rows}), encoding="utf-8")
    refused = built(package, small)
    assert (refused.code, "inputs/2024-11/inputs.json" in refused.err, "a table target" in refused.err) == (
        1,
        True,
        True,
    )
