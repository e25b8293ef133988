"""Every command through the page: the same report and the same bytes as on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.desk import Desk, printed
from tests.support.places import PUBLISHED
from tests.support.returned import built, typed, with_commentary
from tests.support.small import SmallProject

WORKBOOK = "outputs/CYPE_Directorate_Scorecard_2024-11.xlsx"


def test_a_project_is_listed(desk: Desk, shipped: Path) -> None:
    desk.open(shipped)
    listed = desk.page.inner_text("#listing").split("\n")
    assert listed[:2] == ["Editions", "2024-10, 2024-11"]
    assert listed[listed.index("Styles") + 1] == "kent"
    assert desk.page.locator("#area option").count() == 14


def test_check_says_the_same(desk: Desk, shipped: Path) -> None:
    ran, said = printed(shipped, "check", "2024-11")
    assert desk.open(shipped).press("check") == "Done, with 12 warnings to look at"
    assert (desk.report, ran.code) == (said, 0)
    assert len(desk.cards) == 12


def test_build_writes_the_same_bytes_twice_in_a_row(desk: Desk, shipped: Path) -> None:
    _, said = printed(shipped, "build", "2024-11")
    workbook = (shipped / WORKBOOK).read_bytes()
    desk.open(shipped)
    for _ in range(2):
        assert desk.press("build") == "Done, with 12 warnings to look at"
        assert desk.report == said
        assert desk.made() == (Path(WORKBOOK).name, workbook)


def test_every_output_that_a_browser_can_make_has_the_same_bytes(desk: Desk, small: SmallProject) -> None:
    _, said = printed(small.folder, "build", "2024-11", "--to", "xlsx,html,csv", "--area", "Eastham")
    desk.open(small.folder)
    desk.choose("build")
    for word in ("html", "csv"):
        desk.page.check(f"[name=to][value={word}]")
    desk.page.select_option("#area", "Eastham")
    desk.press("build")
    assert desk.report == said
    made = dict(desk.made(n) for n in range(desk.page.locator("#made button").count()))
    files = [path for path in (small.folder / "outputs").rglob("*") if path.is_file()]
    assert made == {path.name: path.read_bytes() for path in files}
    for word in ("html", "csv"):
        desk.page.uncheck(f"[name=to][value={word}]")


def test_what_no_browser_can_make_says_what_is_missing(desk: Desk, small: SmallProject) -> None:
    desk.open(small.folder)
    said = {
        word: desk.page.locator("#outputs label", has=desk.page.locator(f"[value={word}]:disabled")).inner_text()
        for word in ("docx", "covering", "pdf", "ods")
    }
    needs = {"docx": "lxml", "covering": "lxml", "pdf": "typst", "ods": "LibreOffice"}
    assert [word for word, library in needs.items() if f"(it needs {library}" not in said[word]] == []


def test_new_makes_the_same_folder(desk: Desk, shipped: Path) -> None:
    desk.open(shipped)
    desk.choose("new")
    assert desk.page.input_value("#month") == "2024-12"
    assert desk.press("new") == "Done"
    text = desk.report
    _, said = printed(shipped, "new", "2024-12")
    assert text == said
    names = [path for path in sorted((shipped / "inputs" / "2024-12").iterdir()) if path.is_file()]
    names.append(shipped / "inputs" / "2024-11" / "indicator_specs.yaml")
    for path in names:
        assert desk.changed(str(path.relative_to(shipped))) == path.read_bytes(), path.name
    assert desk.page.input_value("#edition") == "2024-12"


def test_collect_takes_back_the_same_texts(desk: Desk, small: SmallProject, tmp_path: Path) -> None:
    sent = built(with_commentary(small))
    copy = typed(sent, tmp_path / "returned.xlsx", {"PLANS": "GREEN: 61.5% of plans were issued in time."})
    desk.open(small.folder)
    desk.choose("collect")
    desk.page.set_input_files("#copies", copy)
    desk.press("collect")
    text = desk.report
    shutil.copy(copy, small.folder)
    _, said = printed(small.folder, "collect", "returned.xlsx")
    assert text == said
    for name in ("commentary.csv", "collected/texts.csv"):
        written = small.folder / "inputs" / "2024-11" / name
        assert desk.changed(f"inputs/2024-11/{name}") == written.read_bytes()


def test_audit_finds_the_same(desk: Desk, shipped: Path) -> None:
    published = PUBLISHED / "2024-11_cells.csv"
    shutil.copy(published, shipped)
    _, said = printed(shipped, "audit", "2024-11", "--against", published.name)
    desk.open(shipped)
    desk.choose("audit")
    desk.page.set_input_files("#published", published)
    desk.press("audit")
    assert desk.report == said


def test_accessibility_judges_the_same(desk: Desk, small: SmallProject) -> None:
    printed(small.folder, "build", "2024-11")
    workbook = small.folder / "outputs" / "Small_Scorecard_2024-11.xlsx"
    shutil.copy(workbook, small.folder)
    _, said = printed(small.folder, "accessibility", workbook.name, "--xlsx", "report.xlsx")
    desk.choose("accessibility")
    desk.page.set_input_files("#judged-file", workbook)
    desk.page.check("#accessibility-report")
    desk.press("accessibility")
    assert desk.report.splitlines()[:-1] == said.splitlines()[:-1]
    assert desk.made() == ("accessibility.xlsx", (small.folder / "report.xlsx").read_bytes())


@pytest.mark.parametrize("action", ["check", "build"])
def test_a_spoiled_project_shows_its_report(desk: Desk, small: SmallProject, action: str) -> None:
    observations = "inputs/2024-11/observations.csv"
    small.change(observations, "PLANS,Shire,2024-10,60.0", "PLANS,Shire,2024-10,sixty")
    small.change(observations, "REPEAT,Shire,2024-10", "REPEAT,Shyre,2024-10")
    ran, said = printed(small.folder, action, "2024-11")
    assert desk.open(small.folder).press(action) == "2 problems; nothing was written"
    assert (desk.report, ran.code) == (said, 1)
    first, second = desk.cards
    assert first.split("\n")[:3] == [f"{observations}, row 3, column measure", "Found", '"sixty"']
    assert 'did you mean "Shire"?' in second
