"""Commentary makes the round trip: what managers type into copies of a workbook stands in the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import returned
from tests.support.clients import libreoffice
from tests.support.commands import Run, files
from tests.support.returned import (  # noqa: F401
    COMMENTARY,
    FIGURES,
    HEADER,
    KEPT,
    SECTIONS,
    fixture_project,
    fixture_run,
    fixture_sent,
    rows_of,
    shown_in,
    texts_of,
    typed,
)
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect
from workbook_builder.commands.collect.merging import Fate


def test_what_was_typed_stands_in_the_next_workbook(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    text = 'GREEN: Plans – "all of them",\nwere issued in time; café, naïve, 漢字.'
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": text})])
    assert rows_of(project) == [
        {
            "page": "County",
            "section": "Plans",
            "indicator": "PLANS",
            "text": text,
            "author": "North",
            "figures": FIGURES["PLANS"],
        }
    ]
    again = shown_in(returned.built(project))
    assert again["PLANS"] == text
    assert again["REPEAT"] == shown_in(sent)["REPEAT"]


def test_the_command_says_what_it_took_from_which_file(tmp_path: Path, run: Run, sent: Path) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "One.", "REPEAT": "Two."})
    south = typed(sent, tmp_path / "South.xlsx", {"SECOND": "Three."})
    ran = run("collect", str(north), str(south))
    assert (ran.code, ran.err) == (0, "")
    assert ran.summary["North.xlsx"] == "2 taken, 1 untouched"
    assert ran.summary["South.xlsx"] == "1 taken, 2 untouched"
    assert ran.summary["Edition"] == "2024-11"
    assert ran.summary["Written"].endswith("commentary.csv")


def test_copies_of_several_managers_are_merged_in_the_order_of_the_spec(
    tmp_path: Path, project: SmallProject, sent: Path
) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "Of plans."})
    south = typed(sent, tmp_path / "South.xlsx", {"SECOND": "Of second plans.", "REPEAT": "Of referrals."})
    collect(project.folder, [north, south])
    stated = [(row["indicator"], row["section"], row["text"], row["author"]) for row in rows_of(project)]
    assert stated == [
        ("REPEAT", SECTIONS["REPEAT"], "Of referrals.", "South"),
        ("SECOND", SECTIONS["SECOND"], "Of second plans.", "South"),
        ("PLANS", SECTIONS["PLANS"], "Of plans.", "North"),
    ]


def test_an_untouched_copy_changes_nothing(project: SmallProject, sent: Path) -> None:
    before = files(project.folder)
    collected = collect(project.folder, [sent])
    assert (collected.written, collected.kept, collected.remarks) == (None, None, ())
    assert files(project.folder) == before


def test_collecting_again_changes_nothing(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    north = typed(sent, tmp_path / "North.xlsx", {"PLANS": "=1+1", "SECOND": "- a\n- b"})
    collect(project.folder, [north])
    before = files(project.folder / "inputs")
    for copy in (north, returned.built(project)):
        collected = collect(project.folder, [copy])
        assert (collected.written, collected.kept, collected.needs_a_person) == (None, None, False)
    assert files(project.folder / "inputs") == before


def test_the_mark_of_a_draft_is_not_part_of_the_text(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    draft = shown_in(sent)["PLANS"]
    assert draft.endswith(" [draft]")
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": draft.replace("[", "Again. [")})])
    assert texts_of(project)["PLANS"] == draft.replace("[draft]", "Again.")


def test_a_draft_whose_mark_is_taken_off_becomes_a_text(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    agreed = shown_in(sent)["PLANS"].removesuffix(" [draft]")
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": agreed})])
    assert texts_of(project) == {"PLANS": agreed}


def test_an_emptied_cell_deletes_nothing(tmp_path: Path, project: SmallProject, run: Run) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,A text.,,\n")
    before = (project.folder / COMMENTARY).read_bytes()
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": None, "SECOND": "  "})
    ran = run("collect", str(copy))
    assert ran.code == 0
    assert ran.summary["North.xlsx"] == "2 emptied, 1 untouched"
    assert "Emptied cells" in ran.err
    assert f"cell {returned.cells_of(copy)['PLANS']} (PLANS)" in ran.err
    assert (project.folder / COMMENTARY).read_bytes() == before


def test_rows_that_nobody_touched_stay_byte_for_byte(tmp_path: Path, project: SmallProject) -> None:
    known = b'indicator,page,title,section,text\r\nPLANS,County,"Old, ""title""",Plans, "spaced\ntext" \r\n\r\n'
    project.write(COMMENTARY, b"\xef\xbb\xbf" + known.replace(b",text\r\n", b",text,author,figures\r\n"))
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"REPEAT": "New."})
    collect(project.folder, [copy])
    lines = (project.folder / COMMENTARY).read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\r\n")
    assert lines[0] == b"indicator,page,title,section,text,author,figures"
    assert lines[1] == f"REPEAT,County,,Social care,New.,North,{FIGURES['REPEAT']}".encode()
    assert b"\r\n".join(lines[2:]) == known.partition(b"\r\n")[2]


def test_a_former_text_is_kept_beside_the_new_one(tmp_path: Path, project: SmallProject, run: Run) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,The former text.,South,GREEN; 1; 2\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": "GREEN: The latter text."})
    ran = run("collect", str(copy))
    assert ran.code == 0
    assert "The former text." in ran.err
    assert texts_of(project) == {"PLANS": "GREEN: The latter text."}
    kept = [(row["text"], row["author"], row["figures"]) for row in rows_of(project, KEPT)]
    assert kept == [
        ("The former text.", "South", "GREEN; 1; 2"),
        ("GREEN: The latter text.", "North", FIGURES["PLANS"]),
    ]
    assert run("build", "2024-11").code == 0


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 plan", "-1 plan", "@team", "'=1", "- one\n- two", "'quoted'", "'- a", "''- b"]
)
def test_no_text_becomes_a_formula_of_the_csv_file(
    tmp_path: Path, project: SmallProject, sent: Path, text: str
) -> None:
    collect(project.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": text})])
    assert not texts_of(project)["PLANS"].startswith(("=", "+", "-", "@"))
    assert shown_in(returned.built(project))["PLANS"] == f"GREEN: {text}"


def test_figures_that_have_changed_since_are_told(
    tmp_path: Path, project: SmallProject, sent: Path, run: Run
) -> None:
    copy = typed(sent, tmp_path / "North.xlsx", {"PLANS": "As agreed.", "SECOND": "As agreed, too."})
    project.change("inputs/2024-11/observations.csv", "61.5,123", "59.5,119")
    ran = run("collect", str(copy))
    assert ran.code == 0
    assert "Texts whose figures have changed" in ran.err
    assert "rating GREEN, now AMBER, latest figure 61.5, now 59.5" in ran.err
    assert "SECOND" not in ran.err
    assert rows_of(project)[1]["figures"] == FIGURES["PLANS"]


def test_a_rating_that_has_changed_since_is_no_change_of_text(tmp_path: Path, project: SmallProject) -> None:
    project.write(COMMENTARY, HEADER + "County,Plans,PLANS,A text.,,\n")
    copy = typed(returned.built(project), tmp_path / "North.xlsx", {"PLANS": "GREEN: Another text."})
    project.change("inputs/2024-11/observations.csv", "61.5,123", "59.5,119")
    assert not collect(project.folder, [copy]).needs_a_person
    assert texts_of(project) == {"PLANS": "GREEN: Another text."}


def test_a_second_round_goes_on_from_the_first(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    first = typed(sent, tmp_path / "North.xlsx", {"PLANS": "GREEN: First."})
    collect(project.folder, [first])
    second = typed(returned.built(project), tmp_path / "South.xlsx", {"PLANS": "GREEN: Second."})
    assert not collect(project.folder, [first, second]).needs_a_person
    assert texts_of(project) == {"PLANS": "GREEN: Second."}
    assert not collect(project.folder, [first, second]).needs_a_person
    assert texts_of(project) == {"PLANS": "GREEN: Second."}


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_a_copy_that_libreoffice_has_saved_is_read(tmp_path: Path, project: SmallProject, sent: Path) -> None:
    text = "GREEN: Plans – “all of them” —\n- were issued."
    copy = libreoffice.recalculate(typed(sent, tmp_path / "North.xlsx", {"PLANS": text}), tmp_path)
    collected = collect(project.folder, [copy])
    assert (collected.needs_a_person, rows_of(project)[0]["figures"]) == (False, FIGURES["PLANS"])
    assert texts_of(project) == {"PLANS": text}


def test_the_shipped_scorecard_makes_the_round_trip(tmp_path: Path, root: Path) -> None:
    for name in ("inputs", "styles"):
        shutil.copytree(root / name, tmp_path / "shipped" / name)
    shutil.copy(root / "indicator_specs.yaml", tmp_path / "shipped")
    edition = tmp_path / "shipped" / "inputs" / "2024-11" / "edition.yaml"
    edition.write_text(
        edition.read_text(encoding="utf-8").replace("status: final", "status: draft"), encoding="utf-8"
    )
    order = Order(tmp_path / "shipped", "2024-11")
    sent = build(order).file
    texts = {name: f"{text} Typed." for name, text in shown_in(sent).items()}
    names = list(texts)
    halves = [names[::2], names[1::2]]
    copies = [
        typed(sent, tmp_path / f"Copy {n}.xlsx", {name: texts[name] for name in half})
        for n, half in enumerate(halves)
    ]
    collected = collect(order.project, copies)
    assert not collected.needs_a_person
    assert [counts[Fate.TAKEN] for counts in collected.fates.values()] == [len(half) for half in halves]
    assert shown_in(build(order).file) == texts
    assert collect(order.project, copies).written is None
