"""A final edition says nothing that is for working copies; what it was built by and from stands in its properties."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.support.clients.compare import opened
from tests.support.commented import commented
from tests.support.small import SmallProject
from workbook_builder import __version__
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect
from workbook_builder.problems import ProblemsFound

EDITION = "inputs/2024-11/edition.yaml"
FOR_WORKING_COPIES = re.compile(
    r"\[draft\]|draft|inferred|SHA-256|Type over|Version|Change a target|live:", re.IGNORECASE
)


def built_as(small: SmallProject, status: str) -> Path:
    """The workbook of the small project with a page of commentary, as a draft or final."""
    text = small.text(EDITION).replace("status: draft", f"status: {status}")
    small.write(EDITION, text if "drafts_approved_by" in text else f"{text}drafts_approved_by: A team\n")
    return build(Order(small.folder, "2024-11")).file


def texts(file: Path) -> list[str]:
    """All that the sheets of a workbook say."""
    sheets = opened(file, cached=True).worksheets
    return [
        str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]


def headers(file: Path) -> str:
    """The headers, footers and names of a workbook's sheets."""
    with zipfile.ZipFile(file) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "/worksheets/" in name]
    return " ".join(
        re.sub(r".*(<headerFooter.*</headerFooter>).*", r"\1", sheet, flags=re.DOTALL) for sheet in sheets
    )


def properties(file: Path) -> dict[str, str]:
    """The custom properties of a workbook."""
    return {found.name: str(found.value) for found in opened(file, cached=True).custom_doc_props.props}


def test_a_final_edition_says_nothing_of_drafts(small: SmallProject) -> None:
    file = built_as(commented(small, "County,Plans,PLANS,Plans were in time.,A team,"), "final")
    assert [text for text in texts(file) if FOR_WORKING_COPIES.search(text)] == []
    assert "DRAFT" not in headers(file)


def test_the_shipped_edition_says_nothing_of_drafts(built: Path) -> None:
    assert [text for text in texts(built) if FOR_WORKING_COPIES.search(text)] == []


def test_a_draft_says_all_of_it(small: SmallProject) -> None:
    file = built_as(commented(small, "County,Plans,PLANS,Plans were in time.,A team,"), "draft")
    said = " ".join(texts(file))
    for word in ("[draft]", "inferred", "SHA-256", "Type over", "Version", "Change a target"):
        assert word in said


def test_a_final_edition_says_which_floor_standards_were_not_published(small: SmallProject) -> None:
    targets = opened(built_as(small, "final"), cached=True)["Targets"]
    bases = {str(row[0].value): row[11].value for row in targets.iter_rows(min_row=7) if row[11].value}
    bases.pop("Code")
    assert bases == {"P1": "published", "REPEAT": "not published", "SECOND": "not published"}
    assert any("not published" in text and "roundest value" in text for text in texts(built_as(small, "final")))


def test_a_final_edition_does_not_speak_of_inferred_floors_where_all_were_published(small: SmallProject) -> None:
    small.write(
        "inputs/2024-11/targets.csv", small.text("inputs/2024-11/targets.csv").replace("inferred", "published")
    )
    assert "roundest" not in " ".join(texts(built_as(small, "final")))


@pytest.mark.parametrize("status", ["draft", "final"])
def test_the_file_s_properties_say_what_built_it_and_from_what(small: SmallProject, status: str) -> None:
    file = built_as(small, status)
    found = properties(file)
    assert found["Built by"] == f"workbook_builder {__version__}"
    assert found["Edition"] == f"2024-11 {status}"
    assert len(found["SHA-256 of inputs/2024-11/observations.csv"]) == 64
    first = file.read_bytes()
    assert built_as(small, status).read_bytes() == first


def test_no_texts_are_collected_from_a_final_edition(small: SmallProject) -> None:
    file = built_as(commented(small, "County,Plans,PLANS,Plans were in time.,A team,"), "final")
    with pytest.raises(ProblemsFound) as raised:
        collect(small.folder, [file])
    [problem] = raised.value.problems
    assert problem.found == "no sheet of commentary"
    assert "a final edition no versions" in problem.remedy
