"""A target belongs to a year, a month, a quarter or a term; it may be words, and say how it was set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.clients import libreoffice
from tests.support.clients.compare import differing_cells
from tests.support.commands import runner
from tests.support.live import Recalculated, target_sheet_of
from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS, problems_of, row_of, scorecard_of
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC
from tests.support.tables import book, named_areas, printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.new import make_edition
from workbook_builder.inputs.figures import Number
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import find_exceptions

PLANS = "Percentage of plans issued in time"
HEADER = "indicator,year,target,area,floor,from,reason,basis,agreed_by,agreed_on"


def with_targets(small: SmallProject, *rows: str) -> SmallProject:
    """The small project with these targets of PLANS, of which 61.5 per cent are in time, and no others."""
    small.write(TARGETS, "\n".join([HEADER, *(f"PLANS,{row}" for row in rows)]) + "\n")
    return small


def rating(small: SmallProject) -> str:
    return row_of(small, "PLANS", "Shire").rating.value


def headings(small: SmallProject) -> list[str]:
    return printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"].headings


@pytest.mark.parametrize(
    ("rows", "rated"),
    [
        (["2024-25,60,,50"], "GREEN"),
        (["2024-25,60,,50", "2024-11,65,,50"], "AMBER"),
        (["2024-25,60,,50", "2024-10,65,,50"], "GREEN"),
        (["2024-25,60,,50", "2024-25 Q3,65,,50"], "AMBER"),
        (["2024-25,60,,50", "2024-25 Q2,65,,50"], "GREEN"),
        (["2024-25,60,,50", "2024-25 Autumn,70,,65"], "RED"),
        (["2024-25,60,,50", "2024-25 Q3,65,,50", "2024-11,61,,50"], "GREEN"),
        (["2024-25,60,,50", "2024-25,65,,50,2024-10"], "AMBER"),
        (["2024-25,60,,50", "2024-25,65,,50,2024-11"], "AMBER"),
        (["2024-25,60,,50", "2024-25,65,,50,2024-12"], "GREEN"),
        (["2024-25,60,,50", "2024-25,65,,50,2024-06", "2024-25,58,,50,2024-09"], "GREEN"),
        (["2024-25,60,,50", "2024-11,65,Eastham,50"], "GREEN"),
        (["2024-11,65,,50", "2024-25,60,Shire,50"], "GREEN"),
    ],
)
def test_a_figure_is_rated_by_the_target_of_its_own_period(small: SmallProject, rows: list[str], rated: str) -> None:
    """What is stated for the place is first; then the month, a change in the year, the quarter or term, the year."""
    assert rating(with_targets(small, *rows)) == rated


def test_each_month_of_a_path_is_rated_by_its_own_target(small: SmallProject) -> None:
    """58.0, 60.0 and 61.5 are RED by targets that rise with them, though November's alone would pass them all."""
    path = ["2024-09,70,,60", "2024-10,72,,62", "2024-11,74,,64"]
    [lasting] = find_exceptions(scorecard_of(with_targets(small, *path))).lasting_reds[:1]
    assert (lasting.spot.row.indicator.id, lasting.months) == ("PLANS", 3)
    with_targets(small, "2024-09,70,,50", *path[1:])
    lasting_reds = find_exceptions(scorecard_of(small)).lasting_reds
    assert [red.spot.row.place for red in lasting_reds] == ["Eastham"]


def test_the_heading_names_the_month_that_all_targets_are_for(small: SmallProject) -> None:
    assert [h for h in headings(with_targets(small, "2024-11,65,,50")) if h.startswith(("Target", "RAG"))][:2] == [
        "Target\nNov-24",
        "RAG\nNov-24",
    ]


def test_a_target_of_another_period_than_the_heading_says_so(small: SmallProject) -> None:
    small.write(TARGETS, f"{HEADER}\nPLANS,2024-11,65,,50\nREPEAT,2024-25,25.0,,30\n")
    table = printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"]
    [column] = [c for c in table.columns_headed("Target") if "2024-25" in str(table.headings[c - 1])]
    assert table.sheet.cell(table.row("", PLANS).number, column).number_format == '"Nov-24: "#,##0'


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_formulas_follow_the_target_of_the_month(small: SmallProject, tmp_path: Path) -> None:
    with_targets(small, "2024-25,60,,50", "2024-11,65,,50", "2024-25,62,,50,2024-08")
    file = build(Order(small.folder, "2024-11")).file
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []


@pytest.mark.parametrize("year", ["2026-27", "+2", "'+2'"])
def test_a_column_shows_the_target_of_a_year_that_is_named_or_counted(small: SmallProject, year: str) -> None:
    small.change(
        SPEC,
        "      - {kind: outturn, year: previous}",
        f"      - {{kind: target, year: {year}}}\n" * 1 + "      - {kind: outturn, year: previous}",
    )
    with_targets(small, "2024-25,60,,50", "2026-27,75")
    table = printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"]
    [column] = table.columns_headed("Target\n2026-27")
    assert table.sheet.cell(table.row("", PLANS).number, column).value == 75


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("nxt", ('"nxt"', "this, previous, next")),
        ("2019", ("2019", "20 or less")),
        (
            "2019-2020",
            ('"2019-2020"', "this, previous, next, a year such as 2019-20, or a number of years such as +2"),
        ),
    ],
)
def test_a_year_that_is_none_is_told_with_what_is_allowed(
    small: SmallProject, year: str, told: tuple[str, str]
) -> None:
    small.change(SPEC, "{kind: target, year: previous}", f"{{kind: target, year: {year}}}")
    [(_, found, allowed, _), *_] = problems_of(small)
    assert (found, allowed) == told


def test_a_change_outside_its_year_is_told(small: SmallProject) -> None:
    [(where, found, allowed, _)] = problems_of(with_targets(small, "2024-25,60,,50,2025-04"))
    assert where.endswith("column from")
    assert (found, allowed) == ('"2025-04" of 2024-25', "a month of the year 2024-25")


def test_a_target_follows_a_benchmark_group(small: SmallProject) -> None:
    """England achieved 50.3 in 2023-24, the latest year that is known."""
    target = row_of(with_targets(small, "2024-25,= England,,40"), "PLANS", "Shire").target
    assert target is not None
    assert isinstance(target.target, Number)
    assert (target.target.text, target.sign, rating(small)) == ("50.3", "= England", "GREEN")


def test_words_are_printed_where_the_benchmark_is_not_known(small: SmallProject) -> None:
    small.write(BENCHMARKS, "indicator,group,period,value\n")
    with_targets(small, "2024-25,= England,,40")
    table = printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"]
    [column] = table.columns_headed("Target\n2024-25")
    row = table.row("", PLANS).number
    assert [table.sheet.cell(row, n).value for n in (column, column + 1)] == ["= England", "N/A"]


def test_a_benchmark_group_that_is_unknown_is_told(small: SmallProject) -> None:
    [(where, found, allowed, _)] = problems_of(with_targets(small, "2024-25,= Wales,,40"))
    assert where.endswith("column target")
    assert (found, allowed) == ('"= Wales"', "= and a benchmark group: England")


def test_what_is_monitored_only_is_shown_and_not_rated_and_says_why(small: SmallProject) -> None:
    with_targets(small, "2024-25,monitoring only,,,,The team is new.")
    [table] = scorecard_of(small).pages[2].tables
    assert row_of(small, "PLANS", "Shire").rating is Rag.NOT_RATED
    assert f"{PLANS}: for monitoring only, not rated. The team is new." in table.notes
    sheet = printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"]
    [column] = sheet.columns_headed("Target\n2024-25")
    assert sheet.sheet.cell(sheet.row("", PLANS).number, column).value == "monitoring only"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2024-25,monitoring only", ("monitoring only, and no reason", "a reason, in words")),
        ("2024-25,60,,50,,Why.", ('"Why."', "a reason beside the target `monitoring only` only")),
    ],
)
def test_a_reason_stands_beside_what_is_monitored_only_and_nowhere_else(
    small: SmallProject, row: str, told: tuple[str, str]
) -> None:
    [(where, found, allowed, _)] = problems_of(with_targets(small, row))
    assert where.endswith("column reason")
    assert (found, allowed) == told


def test_definitions_say_how_targets_were_set(small: SmallProject) -> None:
    with_targets(small, "2024-25,60,,50,,,last year's outturn and two points,the Cabinet Committee,2024-03-05")
    area = named_areas(build(Order(small.folder, "2024-11")).file)["Definitions"]
    assert area.sheet.cell(area.top, area.right).value == "How targets were set"
    said = "2024-25: Last year's outturn and two points. Agreed by the Cabinet Committee, 5 March 2024."
    assert area.sheet.cell(area.top + 2, area.right).value == said  # below the group


def test_without_such_words_definitions_are_as_they_were(small: SmallProject) -> None:
    sheet = book(build(Order(small.folder, "2024-11")).file)["Definitions"]
    assert "How targets were set" not in {cell.value for row in sheet.iter_rows() for cell in row}


def test_a_path_to_the_year_end_is_no_mistake(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> None:
    """Targets of months that have not come yet stand on the page of targets, and nothing warns of them."""
    with_targets(small, "2024-11,60,,50", "2024-12,61,,50", "2025-03,65,,50")
    found = json.loads(runner(small.folder, capsys)("check", "2024-11", "--json").out)
    assert [one["rule"] for one in found if one["rule"] == "unshown_target"] == []
    labels = [target.label for target in scorecard_of(small).targets]
    assert labels == ["Nov-24", "Dec-24", "Mar-25"]


def test_the_next_edition_asks_for_the_target_of_its_month(small: SmallProject) -> None:
    with_targets(small, "2024-25,60,,50", "2024-11,65,,50")
    rows = (make_edition(small.folder, "2024-12").folder / "targets.csv").read_text(encoding="utf-8-sig")
    assert "PLANS,2024-12,," in rows
    assert "65, floor 50 (2024-11)" in rows


def test_an_audit_reads_the_target_of_a_month(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> None:
    small.write(TARGETS, f"{HEADER}\nPLANS,2024-11,65,,50\nREPEAT,2024-25,25.0,,30\nPLANS,2024-25,= England,,40\n")
    run = runner(small.folder, capsys)
    file = build(Order(small.folder, "2024-11")).file
    assert json.loads(run("audit", "2024-11", "--against", str(file), "--json").out) == []


SHARE = """\
  - id: MET
    title: Share of indicators that are GREEN
    polarity: H
    data_period: MS
    unit: percent
    counted: indicators
    decimals: 1
    measure: share_met
    of: [PLANS, REPEAT, SECOND]
    source: This scorecard
    definition: Indicators that are GREEN in per cent of those that are rated.
    exists: [county]
"""


WITH_MET = "indicators: [PLANS, REPEAT, SECOND, MET]"


def with_share(small: SmallProject) -> SmallProject:
    """The small project with the share of its indicators that are GREEN: PLANS and SECOND are, REPEAT is AMBER."""
    small.change(SPEC, "scorecards:\n", f"{SHARE}scorecards:\n")
    table = "          - {id: met, title: Met, columns: M, year: financial, sections: [{indicators: [MET]}]}\n"
    small.change(SPEC, "            notes: [A note.]\n", f"            notes: [A note.]\n{table}")
    small.change(
        SPEC, "        indicators: [PLANS, REPEAT, SECOND]\n", "        indicators: [PLANS, REPEAT, SECOND, MET]\n"
    )
    small.change(TARGETS, "SECOND,2024-25", "MET,2024-25,80,,,70,,,,,published,\nSECOND,2024-25")
    return small


def test_a_share_of_indicators_is_counted_from_their_ratings(small: SmallProject) -> None:
    row = row_of(with_share(small), "MET", "Shire")
    figure = row.figure(row.latest)
    assert isinstance(figure, Number)
    assert (figure.text, row.rating) == ("66.7", Rag.RED)


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_the_share_follows_the_ratings_in_the_workbook(small: SmallProject, tmp_path: Path) -> None:
    file = build(Order(with_share(small).folder, "2024-11")).file
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []
    tables, sheet = printed_tables(file), target_sheet_of(file)
    [figure] = tables["County_met"].columns_headed("Measure")
    cell = str(tables["County_met"].sheet.cell(tables["County_met"].bottom, figure).coordinate)
    floor = sheet.place("Percentage of repeat referrals", "Everywhere", "2024-25", "Target")
    edited = Recalculated(file, tmp_path, {floor: 28})
    assert edited["County", cell] == 100


def test_a_share_that_is_rated_does_not_stand_among_what_it_counts(small: SmallProject) -> None:
    with_share(small).change(
        SPEC,
        "              - indicators: [PLANS, REPEAT, SECOND]\n",
        "              - indicators: [PLANS, REPEAT, SECOND, MET]\n",
    )
    [(_, found, allowed, _)] = problems_of(small)
    assert found == "MET in one table with PLANS, whose rating it counts"
    assert "Excel would count in circles" in allowed


def test_a_share_is_not_stated(small: SmallProject) -> None:
    with_share(small).change(OBSERVATIONS, "SECOND,Shire,2024-09", "MET,Shire,2024-11,66.7,,,,\nSECOND,Shire,2024-09")
    [(where, found, allowed, _)] = problems_of(small)
    assert (where[-14:], found) == ("column measure", '"66.7"')
    assert allowed == "nothing: it is counted from the ratings of the indicators in `of`"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    of: [PLANS, REPEAT, SECOND]\n", "", "measure: share_met without `of`"),
        ("    measure: share_met\n", "    measure: ratio\n", "`of` with measure: ratio"),
        ("    of: [PLANS, REPEAT, SECOND]\n", "    of: [PLANS, MET]\n", '"MET"'),
        ("    of: [PLANS, REPEAT, SECOND]\n", "    of: [PLANTS]\n", '"PLANTS"'),
    ],
)
def test_a_share_of_what_cannot_be_counted_is_told(small: SmallProject, old: str, new: str, told: str) -> None:
    with_share(small).change(SPEC, old, new)
    assert told in [found for _, found, _, _ in problems_of(small)]


@pytest.mark.parametrize(
    ("unit", "text"), [("money", "£61.5"), ("money_thousands", "£61.5k"), ("money_millions", "£61.5m")]
)
def test_money_is_printed_with_its_signs(
    small: SmallProject, capsys: pytest.CaptureFixture[str], unit: str, text: str
) -> None:
    small.change(
        SPEC,
        "    unit: percent\n    counted: plans\n    decimals: 1\n    measure: percentage",
        f"    unit: {unit}\n    counted: pounds\n    decimals: 1\n    measure: none",
    )
    run = runner(small.folder, capsys)
    assert run("build", "2024-11", "--to", "html,xlsx,docx,pdf", "--quiet").code == 0
    page = next((small.folder / "outputs").glob("*.html")).read_text(encoding="utf-8")
    assert f">{text}<" in page


@pytest.mark.parametrize(("measure", "made"), [("per_1000", "1.2"), ("per_10000", "12.3"), ("per_100000", "123.0")])
def test_a_rate_is_made_of_its_parts_and_checked(
    small: SmallProject, capsys: pytest.CaptureFixture[str], measure: str, made: str
) -> None:
    old = "    unit: percent\n    counted: plans\n    decimals: 1\n    measure: percentage"
    small.change(SPEC, old, old.replace("percentage", measure).replace("unit: percent", "unit: rate"))
    small.change(OBSERVATIONS, "2024-11,61.5,123,200", "2024-11,,123,100000")
    row = row_of(small, "PLANS", "Shire")
    figure = row.figure(row.latest)
    assert isinstance(figure, Number)
    assert figure.text == made
    small.change(OBSERVATIONS, "2024-11,,123,100000", "2024-11,99.9,123,100000")
    found = json.loads(runner(small.folder, capsys)("check", "2024-11", "--json").out)
    assert f"{made}, from 123 / 100,000" in [one["expected"] for one in found]


def test_numbers_and_percentages_of_several_periods_stand_side_by_side(small: SmallProject) -> None:
    small.change(
        SPEC,
        "      - {kind: trend, periods: 2}",
        "      - {kind: numbers, periods: 2}\n      - {kind: trend, periods: 2}",
    )
    small.change(OBSERVATIONS, "2024-10,60.0,,", "2024-10,60.0,120,200")
    table = printed_tables(build(Order(small.folder, "2024-11")).file)["County_monthly"]
    columns = [c for c, group in zip(table.columns, table.groups, strict=True) if group == "Number"]
    row = table.row("", PLANS).number
    assert [table.sheet.cell(row, column).value for column in columns] == [120, 123]
