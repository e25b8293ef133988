"""Where copies disagree, with each other or with commentary.csv, every text stays and a person decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support import returned
from tests.support.commands import Run, files
from tests.support.returned import (  # noqa: F401
    COMMENTARY,
    HEADER,
    KEPT,
    built,
    cells_of,
    fixture_project,
    fixture_run,
    fixture_sent,
    rows_of,
    texts_of,
    typed,
)
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect


def stated(project: SmallProject) -> list[tuple[str, str]]:
    """The texts of the file with their authors."""
    return [(row["text"], row["author"]) for row in rows_of(project)]


def test_different_texts_of_two_copies_both_stay_until_one_is_deleted(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "Of the north.", "SECOND": "Agreed."})
    south = typed(sent, tmp_path / "South.xlsx", {"PLANS": "Of the south."})
    ran = run("collect", str(north), str(south))
    assert ran.code == 1
    assert ran.summary["North.xlsx"] == "1 taken, 1 in conflict, 1 untouched"
    assert ran.summary["South.xlsx"] == "1 in conflict, 2 untouched"
    for copy, text in (("North.xlsx", "Of the north."), ("South.xlsx", "Of the south.")):
        assert f"  {copy}, sheet Commentary, cell {cells_of(sent)['PLANS']} (PLANS)\n    {text}" in ran.err
    assert stated(project) == [("Agreed.", "North"), ("Of the north.", "North"), ("Of the south.", "South")]
    refused = run("build", "2024-11")
    assert refused.code == 1
    assert "delete one of the two rows" in refused.err
    project.change(COMMENTARY, rows_line(project, "Of the north."), "")
    assert run("build", "2024-11").code == 0


def rows_line(project: SmallProject, text: str) -> str:
    """The line of the file with a text."""
    lines = (project.folder / COMMENTARY).read_text(encoding="utf-8").splitlines(keepends=True)
    return next(line for line in lines if text in line)


def test_what_was_decided_of_a_conflict_stays_decided(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "Of the north."})
    south = typed(sent, tmp_path / "South.xlsx", {"PLANS": "Of the south."})
    collect(project.folder, [north, south])
    project.change(COMMENTARY, rows_line(project, "Of the south."), "")
    project.change(COMMENTARY, "Of the north.", "Of both.")
    before = files(project.folder)
    ran = run("collect", str(north), str(south))
    assert ran.code == 0
    assert ran.err.count("Collected before, and decided otherwise since") == 1
    assert ran.summary["North.xlsx"] == "1 collected before, 2 untouched"
    assert files(project.folder) == before


@pytest.mark.parametrize("opening", ["", "green - ", "Amber: ", "RED. ", "GREEN "])
def test_a_text_typed_over_the_one_that_stands_takes_its_place_however_that_opens(
    tmp_path: Path, project: SmallProject, opening: str
) -> None:
    project.write(COMMENTARY, f"{HEADER}County,Plans,PLANS,{opening}Written at first.,Team,\n")
    sent = built(project)
    collected = collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": "Typed over it."})])
    assert not collected.needs_a_person
    assert stated(project) == [("Typed over it.", "North")]


def test_a_text_typed_over_another_than_stands_now_stands_beside_it(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    known = HEADER + "County,Plans,PLANS,Written since.,Team,\n"
    project.write(COMMENTARY, known)
    ran = run("collect", str(typed(sent, tmp_path / "North.xlsx", {"PLANS": "Typed over the draft."})))
    assert ran.code == 1
    assert "commentary.csv (PLANS)\n    Written since." in ran.err
    assert stated(project) == [("Written since.", "Team"), ("Typed over the draft.", "North")]
    assert (project.folder / COMMENTARY).read_text(encoding="utf-8-sig").startswith(known)


@pytest.mark.parametrize("other", ["Agreed by both.", " Agreed  by\nboth. "])
def test_the_same_text_twice_is_no_conflict(tmp_path: Path, project: SmallProject, sent: Path, other: str) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "Agreed by both."})
    south = typed(sent, tmp_path / "South.xlsx", {"PLANS": other})
    assert not collect(project.folder, [north, south]).needs_a_person
    assert stated(project) == [("Agreed by both.", "North; South")]


def test_what_stands_there_already_is_no_conflict(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,Agreed.,,\n")
    before = files(project.folder)
    copies = [
        typed(sent, tmp_path / f"{n}.xlsx", {"PLANS": text}) for n, text in enumerate(["Agreed.", "GREEN: Agreed."])
    ]
    collected = collect(project.folder, copies)
    assert (collected.remarks, collected.written) == ((), None)
    assert files(project.folder) == before


def test_another_rating_before_the_same_text_is_another_text(
    tmp_path: Path, project: SmallProject, sent: Path
) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,Agreed.,,\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": "RED: Agreed."})
    collect(project.folder, [copy])
    assert texts_of(project) == {"PLANS": "RED: Agreed."}


def test_two_sheets_of_one_copy_are_two_versions(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    def copy_sheet(book: Any) -> None:
        other = book.copy_worksheet(book["Commentary"])
        book["Commentary"][cells_of(sent)["PLANS"]].value = "First."
        other[cells_of(sent)["PLANS"]].value = "Second."

    collect(project.folder, [returned.reworked(sent, tmp_path / "North.xlsx", copy_sheet)])
    assert stated(project) == [("First.", "North"), ("Second.", "North")]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": "Agreed."})
    collected = collect(project.folder, [copy, tmp_path / "." / "North.xlsx"])
    assert [sum(counts.values()) for counts in collected.fates.values()] == [3]


def test_a_file_that_cannot_be_written_leaves_both_as_they_were(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,Former.,,\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": "Latter."})
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "commentary.csv":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    before = files(project.folder)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        ran = run("collect", str(copy))
    assert ran.code == 1
    assert "close commentary.csv if it is open in Excel\n" in ran.err
    assert files(project.folder) == before
    assert run("collect", str(copy)).code == 0
    assert [row["text"] for row in rows_of(project, KEPT)] == ["Former.", "Latter."]


def test_the_former_text_is_kept_before_it_is_replaced(
    tmp_path: Path, project: SmallProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,Former.,,\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": "Latter."})
    seen: list[bool] = []
    replace = Path.replace

    def watch(path: Path, target: Path) -> Path:
        if target.name == "commentary.csv":
            seen.append("Former." in [row["text"] for row in rows_of(project, KEPT)])
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watch)
    collect(project.folder, [copy])
    assert seen == [True]


def test_copies_of_the_same_name_are_told_apart_by_their_folders(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    north = typed(sent, tmp_path / "north" / "Scorecard.xlsx", {"PLANS": "Of the north."})
    south = typed(sent, tmp_path / "south" / "Scorecard.xlsx", {"PLANS": "Of the south."})
    ran = run("collect", str(north), str(south))
    assert stated(project) == [("Of the north.", "north/Scorecard"), ("Of the south.", "south/Scorecard")]
    assert all(f"{copy}, sheet Commentary" in ran.err for copy in (north, south))


def test_a_copy_built_in_another_style_holds_nothing_that_was_typed(
    tmp_path: Path, project: SmallProject, sent: Path
) -> None:
    project.write("styles/large.yaml", project.text("styles/kent.yaml"))
    project.change("styles/large.yaml", "note: {size: 10,", "note: {size: 14,")
    project.write("styles/faulty.yaml", "font: 1")
    large = build(Order(project.folder, "2024-11", style="large", output=tmp_path / "Large.xlsx")).file
    copy = typed(large, tmp_path / "North.xlsx", {"PLANS": "Of plans."})
    assert collect(project.folder, [copy]).remarks == ()
