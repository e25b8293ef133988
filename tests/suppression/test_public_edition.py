"""`build --public` writes an edition from which nothing withheld can be read, and keeps what it printed."""

from __future__ import annotations

import csv

import pytest
from openpyxl import load_workbook

from tests.support.commands import Run, files, runner
from tests.support.public import EDITION, RECORD, SECRETS, STEM, everything_in, public, second_district, secrets_in
from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject
from workbook_builder.commands.public import refusing

PUBLIC = f"outputs/{STEM}_public.xlsx"


@pytest.fixture(name="run")
def fixture_run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


def printed(small: SmallProject, file: str = RECORD) -> dict[tuple[str, ...], list[str]]:
    """The rows of `public.csv` by printing, indicator, area and period."""
    rows = list(csv.reader(small.text(file).splitlines()))
    return {tuple(row[1:5]): row[5:8] for row in rows[1:]}


def test_the_public_workbook_stands_beside_the_managers_which_stays_as_it_is(small: SmallProject, run: Run) -> None:
    public(small)
    assert run("build", "2024-11").code == 0
    before = files(small.folder)
    ran = run("build", "2024-11", "--public")
    after = files(small.folder)
    assert (ran.code, ran.summary["Withheld"]) == (0, "1 of 16 rows")
    assert set(after) - set(before) == {PUBLIC, RECORD}
    assert {name: after[name] for name in before} == before


def test_it_records_what_it_printed_with_a_mark_for_what_it_withheld(small: SmallProject, run: Run) -> None:
    run("build", "2024-11", "--public", project=public(small).folder)
    rows = printed(small)
    assert rows["1", "PLANS", "Eastham", "2024-11"] == ["withheld"] * 3
    assert rows["1", "PLANS", "Shire", "2024-11"] == ["60.0", "6000", "10000"]
    assert rows["1", "REPEAT", "Eastham CSWT", "2024-10"] == ["N/A", "", ""]
    assert len(rows) == 15


@pytest.mark.parametrize("to", ["xlsx", "html", "csv", "docx", "pdf"])
def test_no_part_of_any_file_holds_a_withheld_number(small: SmallProject, run: Run, to: str) -> None:
    public(small)
    assert run("build", "2024-11", "--to", to).code == 0
    (managers,) = (small.folder / "outputs").iterdir()
    assert run("build", "2024-11", "--public", "--to", to).code == 0
    (website,) = set((small.folder / "outputs").iterdir()) - {managers}
    assert website.name.startswith(f"{STEM}_public")
    assert secrets_in(managers)
    assert secrets_in(website) == set()


def test_nothing_in_a_public_file_follows_from_a_withheld_number(small: SmallProject, run: Run) -> None:
    """Another small count, rated otherwise, gives the same files, byte for byte."""
    public(small)
    run("build", "2024-11", "--public", "--to", "xlsx,html,csv,docx")
    before = files(small.folder / "outputs")
    small.change(OBSERVATIONS, "2024-11,0.04,3,7919,,2", "2024-11,83.3,5,6,,1")
    assert run("build", "2024-11", "--public", "--to", "xlsx,html,csv,docx").code == 0
    assert files(small.folder / "outputs") == before
    assert len(before) > 4


def test_a_withheld_row_has_no_rating_and_no_arrow(small: SmallProject, run: Run) -> None:
    public(small)
    run("build", "2024-11", "--public", "--to", "csv")
    figures = (small.folder / f"outputs/{STEM}_public_data/figures.csv").read_text(encoding="utf-8")
    (row,) = (
        row
        for row in csv.DictReader(figures.splitlines())
        if (row["area"], row["indicator"], row["period"]) == ("Eastham", "PLANS", "2024-11")
    )
    assert row["status"] == "suppressed"
    assert {row[name] for name in ("measure", "numerator", "denominator")} == {""}
    assert (row["rating"], row["direction"]) == ("not rated", "unknown")


def test_no_public_file_says_what_it_was_made_from_or_what_was_checked(small: SmallProject, run: Run) -> None:
    public(small)
    small.change(
        EDITION,
        "status: final",
        "status: final\naccepted:\n  - {rule: source, indicator: SECOND, reason: Known and told to all.}",
    )
    assert run("build", "2024-11", "--public", "--to", "xlsx,html,csv,docx").code == 0
    said = b"".join(data for _, data in everything_in(small.folder / "outputs"))
    for secret in (b"SHA-256", b"sha256:", b"observations.csv", b"Known and told", b"workbook_builder 0"):
        assert secret not in said
    assert b"withheld to protect confidentiality" in said


def test_without_rules_it_says_what_to_write(small: SmallProject, run: Run) -> None:
    ran = run("build", "2024-11", "--public", project=public(small, rules="").folder)
    assert ran.code == 1
    assert "indicator_specs.yaml: suppress\n    found:   nothing" in ran.err
    assert "write, for those of the Department for Education: suppress: {preset: dfe}" in ran.err
    assert not (small.folder / "outputs").exists()


def test_without_the_solver_it_says_what_to_install(
    small: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusing, "find_spec", lambda name: None)
    ran = run("build", "2024-11", "--public", project=public(small).folder)
    assert (ran.code, 'pip install "workbook-builder[public]"' in ran.err) == (1, True)


def test_a_draft_is_published_only_where_it_is_asked_for_and_is_not_recorded(small: SmallProject, run: Run) -> None:
    public(small, status="draft")
    refused = run("build", "2024-11", "--public")
    assert (refused.code, "add --draft" in refused.err) == (1, True)
    assert run("build", "2024-11", "--public", "--draft").code == 0
    assert not (small.folder / RECORD).exists()
    sheet = load_workbook(small.folder / PUBLIC)["Eastham"]
    assert "DRAFT - not for publication" in str([cell.value for row in sheet["A1:A5"] for cell in row])


def test_draft_means_nothing_in_the_managers_edition(small: SmallProject, run: Run) -> None:
    ran = run("build", "2024-11", "--draft", project=public(small).folder)
    assert (ran.code, "--draft" in ran.err, "add --public" in ran.err) == (1, True, True)


def test_rules_that_cannot_be_met_are_told_by_row_and_never_by_figure(small: SmallProject, run: Run) -> None:
    """Of two withheld districts each has one at least, if no mark stands for a 0: so the county has two or more."""
    public(small, rules="suppress: {preset: dfe, unknown_numerators: show, suppressed_at_least: 1}\n")
    second_district(small)
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,60.0,6000,10000,,", "PLANS,Shire,2024-11,0.02,2,10000,,2")
    small.change(OBSERVATIONS, "2024-11,0.04,3,7919,,2", "2024-11,0.01,1,7919,,2")
    small.change(OBSERVATIONS, "2024-11,0.14,3,2081,,2", "2024-11,0.05,1,2081,,2")
    ran = run("build", "2024-11", "--public")
    assert ran.code == 1
    assert "suppress: PLANS, Shire, 2024-11" in ran.err
    assert "except_indicators" in ran.err
    assert secrets_in_text(ran.out + ran.err) == set()


def test_a_note_that_states_a_withheld_figure_is_refused(small: SmallProject, run: Run) -> None:
    public(small)
    small.change(EDITION, "status: final", "status: final\nnote: Eastham issued 3 plans of 7,919.")
    ran = run("build", "2024-11", "--public")
    assert (ran.code, "inputs/2024-11/edition.yaml: note" in ran.err) == (1, True)
    assert secrets_in_text(ran.out + ran.err) == set()


def secrets_in_text(text: str) -> set[str]:
    return {secret for secret in SECRETS if secret in text}
