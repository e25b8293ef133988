"""Names are compared as people read them: however an accent is written, whichever spaces stand between the words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.support.commands import Run, runner
from tests.support.reading import OBSERVATIONS, inputs_of, problems_of, row_of, scorecard_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs.figures import Missing
from workbook_builder.names import folded, same_name, spelt

SPEC = "indicator_specs.yaml"
TARGETS = "inputs/2024-11/targets.csv"
BENCHMARKS = "inputs/2024-11/benchmarks.csv"
NO_BREAK, THIN = "\u00a0", "\u202f"
WORDS = st.lists(st.text("aéñÅßx&'", min_size=1), min_size=1, max_size=4)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


@given(words=WORDS, spaces=st.lists(st.sampled_from([" ", "  ", NO_BREAK, f" {THIN} "]), min_size=5, max_size=5))
def test_names_that_look_the_same_are_the_same(words: list[str], spaces: list[str]) -> None:
    written = spaces[4] + "".join(f"{word}{space}" for word, space in zip(words, spaces, strict=False))
    plain = unicodedata.normalize("NFC", " ".join(words))
    assert spelt(unicodedata.normalize("NFD", written)) == plain
    assert spelt(spelt(written)) == plain
    assert folded(written) == plain.casefold()
    assert same_name(written, [plain, "other"]) == plain


def test_the_name_that_is_spelt_so_is_meant_before_one_of_another_case() -> None:
    assert same_name("a", ["A", "a"]) == "a"
    assert same_name("B", ["A", "b"]) == "b"
    assert same_name("C", ["A", "b"]) is None


@pytest.mark.parametrize(
    ("spec", "inputs"),
    [
        ("Évora on Sea", f"E\u0301vora{NO_BREAK}on  Sea"),
        (f"E\u0301vora{NO_BREAK}on Sea", "ÉVORA ON SEA"),
    ],
)
def test_spec_and_inputs_may_spell_an_area_and_its_team_differently(
    small: SmallProject, spec: str, inputs: str
) -> None:
    small.write(
        SPEC, small.text(SPEC).replace("name: Eastham,", f'name: "{spec}",').replace("[Eastham]", "[Évora on Sea]")
    )
    small.write(SPEC, small.text(SPEC).replace("name: Eastham CSWT", f'name: "{spec} CSWT"'))
    small.write(OBSERVATIONS, small.text(OBSERVATIONS).replace("Eastham", inputs))
    assert {place for _, place, _ in inputs_of(small).observations} == {"Shire", "Évora on Sea", "Évora on Sea CSWT"}
    assert "Évora on Sea" in [page.name for page in scorecard_of(small).pages]


def test_ids_groups_and_statuses_are_compared_so_too(small: SmallProject) -> None:
    small.change(OBSERVATIONS, ",to be supplied,", f",to{NO_BREAK}be  supplied,")
    small.change(OBSERVATIONS, "SECOND,Shire,2024-11", f"second{NO_BREAK},Shire,2024-11")
    small.change(BENCHMARKS, "england", f"{NO_BREAK}England")
    small.change(SPEC, "group: england", f'group: "england{NO_BREAK}"')
    small.change(SPEC, "indicators: [PLANS, REPEAT, SECOND]", f'indicators: ["PLANS{NO_BREAK}", REPEAT, SECOND]')
    assert row_of(small, "REPEAT", "Eastham CSWT").figure(inputs_of(small).edition.month) is Missing.TO_BE_SUPPLIED
    assert len(row_of(small, "PLANS", "Shire").benchmarks) == 1


def test_two_areas_that_look_the_same_are_told(small: SmallProject, run: Run) -> None:
    small.change(
        SPEC,
        "{name: Eastham, level: district}",
        '{name: Eastham, level: district}\n  - {name: "Eastham ", level: district}',
    )
    ran = run("check", "2024-11")
    assert ran.code == 1
    assert '"Eastham" for the second time' in ran.err


def test_a_name_that_no_reading_makes_known_is_told_with_the_spec_in_use(small: SmallProject) -> None:
    small.write(f"inputs/2024-11/{SPEC}", small.text(SPEC))
    small.change(OBSERVATIONS, "SECOND,Shire,2024-11", "OTHER,Shire,2024-11")
    remedies = [remedy for *_, remedy in problems_of(small)]
    assert remedies == [f"correct it, delete the row, or add the indicator to inputs/2024-11/{SPEC}"]


LONG = "Bournemouth, Christchurch and Poole"
TABS = {
    "King's Lynn and West Norfolk": "Kings Lynn and West Norfolk",
    LONG: "Bournemouth, Christchurch",
    "Berwick/Alnwick": "Berwick-Alnwick",
    "A [new] area: what?": "A new area- what",
    "Windsor and Maidenhead on the Wat": "Windsor and Maidenhead",
    "Ynys Môn": "Ynys Môn",
}


def name_it(small: SmallProject, name: str, more: str = "") -> None:
    """Call the district of the small project otherwise."""
    text = small.text(SPEC).replace("{name: Eastham,", f'{{name: "{name}"{more},')
    small.write(SPEC, text.replace("districts: [Eastham]", f'districts: ["{name}"]'))
    small.write(OBSERVATIONS, small.text(OBSERVATIONS).replace(",Eastham,", f',"{name}",'))


@pytest.mark.parametrize(("name", "tab"), TABS.items(), ids=TABS)
def test_an_area_whose_name_no_sheet_may_have_has_one_without_what_is_not_allowed(
    small: SmallProject, name: str, tab: str
) -> None:
    name_it(small, name)
    page = scorecard_of(small).pages[3]
    assert (page.name, page.title) == (tab, f"{name} indicators")
    assert [page.area] == [area for area in scorecard_of(small).catalogue.areas if area.name == name]


def test_an_area_may_have_a_short_name_for_its_sheets(small: SmallProject, run: Run) -> None:
    name_it(small, LONG, ", sheet: BCP")
    small.change(SPEC, 'name: "{area}"', 'name: "{area} monthly"')
    assert scorecard_of(small).pages[3].name == "BCP monthly"
    assert scorecard_of(small).pages[3].title == f"{LONG} indicators"
    ran = run("build", "2024-11", "--area", LONG)
    assert ran.code == 0
    [file] = (small.folder / "outputs").iterdir()
    assert file.name == "Small_Scorecard_2024-11_Bournemouth,_Christchurch_and_Poole.xlsx"


def test_the_contents_print_the_name_in_full(small: SmallProject) -> None:
    name_it(small, LONG, ", sheet: BCP")
    book = load_workbook(build(Order(small.folder, "2024-11")).file)
    assert book.sheetnames[3] == "BCP"
    links = {row[0].value: row[0].hyperlink.location for row in book["Contents"].iter_rows() if row[0].hyperlink}
    assert links[LONG] == "'BCP'!A1"


def test_a_workbook_of_an_area_has_a_name_that_a_file_may_have(small: SmallProject) -> None:
    name_it(small, 'Here/there: "both"?'.replace('"', "<"))
    assert (
        scorecard_of(small, only_area="Here/there: <both<?").file_stem == "Small_Scorecard_2024-11_Here_there_both_"
    )


def test_the_room_for_an_area_s_name_is_what_the_page_s_leaves(small: SmallProject) -> None:
    name_it(small, "King's Lynn and West Norfolk")
    small.change(SPEC, 'name: "{area}"', 'name: "{area} by month"')
    assert scorecard_of(small).pages[3].name == "Kings Lynn and West by month"


def test_two_areas_that_shorten_to_one_name_are_asked_for_sheet_names(small: SmallProject, run: Run) -> None:
    districts = "".join(f'  - {{name: "{LONG} {part}", level: district}}\n' for part in ("North", "South"))
    small.change(SPEC, "teams:\n", f"{districts}teams:\n")
    ran = run("check", "2024-11")
    assert ran.code == 1
    assert 'two sheets called "Bournemouth, Christchurch"' in ran.err
    assert "give the areas `sheet` names that differ" in ran.err


@pytest.mark.parametrize("sheet", ["King's", "a" * 32, "x/y", '""'])
def test_a_sheet_name_that_excel_or_other_programs_refuse_is_a_problem(
    small: SmallProject, run: Run, sheet: str
) -> None:
    small.change(SPEC, "{name: Eastham, ", f"{{name: Eastham, sheet: {sheet}, ")
    ran = run("check", "2024-11")
    assert ran.code == 1
    assert "areas → Eastham → sheet" in ran.err


CURLY, STRAIGHT = "King’s Lynn", "King's Lynn"


def kings_lynn(small: SmallProject, area: str, reference: str, called: str) -> None:
    """Let Eastham be called so as an area of the spec, in the spec's other parts, and in the inputs."""
    spec = small.text(SPEC).replace("name: Eastham,", f'name: "{area}",').replace("[Eastham]", f'["{reference}"]')
    small.write(SPEC, spec.replace("exists: [county, district]", f'exists: [county, "{reference}"]'))
    small.write(OBSERVATIONS, small.text(OBSERVATIONS).replace("PLANS,Eastham,", f"PLANS,{called},"))


@pytest.mark.parametrize(
    ("area", "reference", "called"),
    [
        (STRAIGHT, CURLY, CURLY),
        (CURLY, STRAIGHT, STRAIGHT),
        (STRAIGHT, STRAIGHT, CURLY),
        (CURLY, CURLY, "KING'S LYNN"),
    ],
)
def test_an_apostrophe_of_word_is_an_apostrophe(small: SmallProject, area: str, reference: str, called: str) -> None:
    kings_lynn(small, area, reference, called)
    assert row_of(small, "PLANS", area).rating.value == "RED"


def test_areas_that_differ_by_an_apostrophe_only_are_one_name_twice(small: SmallProject) -> None:
    two = f'{{name: "{STRAIGHT}", level: district}}\n  - {{name: "{CURLY}", level: district}}'
    small.change(SPEC, "{name: Eastham, level: district}", two)
    assert [problem[1] for problem in problems_of(small)][:1] == [f'"{CURLY}" for the second time (first on line 3)']


def test_an_acceptance_may_spell_the_apostrophe_of_an_area_otherwise(small: SmallProject) -> None:
    kings_lynn(small, STRAIGHT, STRAIGHT, STRAIGHT)
    small.change(OBSERVATIONS, "2024-11,41.0,41,100", "2024-11,80.0,41,100")
    accepted = f"accepted:\n  - {{rule: ratio, indicator: PLANS, area: {CURLY}, reason: It was confirmed.}}\n"
    small.write("inputs/2024-11/edition.yaml", small.text("inputs/2024-11/edition.yaml") + accepted)
    found = [each for each in check(small.folder, "2024-11") if each.rule in ("ratio", "acceptance")]
    assert [(each.rule, each.accepted) for each in found] == [("ratio", "It was confirmed.")]
