"""Each point of the accessibility checklist passes the good workbook, and fails alone where that is spoiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.accessible import Good, good, patched, picture
from workbook_builder.accessibility import POINTS, Found, Judgement, Verdict, judge_file

BY_PERSON = {"spelling", "written", "abbreviations", "checker"}
RELATIONS, STYLES = "xl/worksheets/_rels/sheet{}.xml.rels", "xl/styles.xml"
LONG = "A text that is much longer than any column in which it could stand, again and again."


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[bytes], Judgement]:
    """Judges a workbook that is not a file yet."""

    def judge(workbook: bytes) -> Judgement:
        file = tmp_path / "workbook.xlsx"
        file.write_bytes(workbook)
        return judge_file(file)

    return judge


def late(spoil: Callable[[Any], object]) -> Callable[[], bytes]:
    """The good workbook, spoiled just before it is closed."""
    return lambda: good(spoil=spoil)


def knob(**changes: Any) -> Callable[[], bytes]:
    """The good workbook, made otherwise."""
    return lambda: good(**changes)


def typed(sheet: str, cell: str, value: object, look: str = "text", **more: object) -> Callable[[], bytes]:
    """The good workbook with another value in a cell (None: none), in one of its formats or a new one."""
    return late(lambda g: g.sheets[sheet].write(cell, value, g.format(**more) if more else g.formats[look]))


def linked(address: str, text: str) -> Callable[[], bytes]:
    """The good workbook with one more link."""
    return late(lambda g: g.cover.write_url("A7", address, g.formats["link"], text))


def stating(property: str, value: str) -> Callable[[], bytes]:
    """The good workbook with another title or language in its properties."""
    said = f"<dc:{property}>{value}</dc:{property}>" if value else ""
    return patch("docProps/core.xml", f"<dc:{property}>.*</dc:{property}>", said)


def patch(part: str, pattern: str, text: str) -> Callable[[], bytes]:
    """The good workbook with a part changed as another program might have written it."""
    return lambda: patched(good(), part, pattern, text)


def more_sheet(good: Good, name: str, title: str) -> None:
    """A sheet that no contents list."""
    sheet = good.book[0].add_worksheet(name)
    sheet.write_string("A1", title, good.formats["title"])
    sheet.write_string("A2", "Some words about this sheet.", good.formats["long"])


def half_raised(good: Good) -> None:
    """A superscript digit."""
    raised = good.format(font_script=1)
    good.cover.write_rich_string("A7", good.usual, "Plans that were issued", raised, "1", good.usual)


def with_formula_of_link(good: Good) -> None:
    """A link that a formula makes."""
    good.cover.write_formula("A7", '=HYPERLINK("#Nowhere!A1","The plans")', good.formats["link"], "The plans")


def chart_of_another_sheet(good: Good) -> None:
    """A chart apart from its data."""
    chart = good.book[0].add_chart({"type": "column"})
    chart.add_series({"values": "=Children!$B$4:$B$6", "name": "Children"})
    good.plans.insert_chart("E20", chart, {"description": "Ashford has the most children, 310."})


def chart_with_a_gap(good: Good) -> None:
    """A line that an empty cell beside the table interrupts."""
    chart = good.book[0].add_chart({"type": "line"})
    values = "=(Plans!$B$4:$B$5,Plans!$J$1,Plans!$B$7)"
    chart.add_series({"values": values, "values_data": [12, 30, None, 41], "name": "=Plans!$B$3"})
    good.plans.insert_chart("E20", chart, {"description": "Thanet issued the most plans, 41."})


def chart_of_lines(good: Good) -> None:
    """Two lines that differ in colour only."""
    chart = good.book[0].add_chart({"type": "line"})
    for column in "BC":
        chart.add_series({"values": f"=Plans!${column}$4:${column}$7", "name": f"=Plans!${column}$3"})
    good.plans.insert_chart("E20", chart, {"description": "Two lines about plans by district."})


def without_date(good: Good) -> None:
    """No year on the cover."""
    good.cover.write_string("A1", "Plans for children", good.formats["title"])
    good.cover.write_string("A3", "Published lately.", good.usual)


def with_picture(good: Good) -> None:
    """A picture on the cover."""
    good.cover.insert_image("A12", "dot.png", {"image_data": picture(), "description": "A grey dot"})


def in_a_low_row(good: Good) -> None:
    """A text of several lines in a row for one."""
    good.children.write_string("A5", LONG, good.usual)
    good.children.set_row(4, 20)


def numbers_in_colours(good: Good) -> None:
    """A rule that colours numbers."""
    red = good.book[0].add_format({"font_color": "#9C0006"})
    rule = {"type": "cell", "criteria": ">", "value": 300, "format": red}
    good.children.conditional_format("B4:B6", rule)


SPOILED: list[tuple[str, str, Callable[[], bytes]]] = [
    ("table_marked", "no mark-up", patch(RELATIONS.format(5), r"<Relationship [^>]*table\d+\.xml\"/>", "")),
    ("merged", "in a column", late(lambda g: g.cover.merge_range("A7:A8", "Two rows in one", g.usual))),
    ("nested", "against another", knob(gap=0)),
    (
        "header_row",
        "not tagged",
        patch("xl/tables/table5.xml", " totalsRowShown", ' headerRowCount="0" totalsRowShown'),
    ),
    ("header_row", "a second", typed("children", "B4", "number of children", "right")),
    ("header_texts", "other than in the mark-up", typed("children", "B3", "Young people", "right")),
    ("header_texts", "a number", typed("children", "B3", 2024, "right")),
    ("header_texts", "twice", typed("children", "B3", "district", "right")),
    ("header_texts", "none", typed("children", "B3", None, "right")),
    ("header_texts", "a default", patch("xl/sharedStrings.xml", "<t>Team</t>", "<t>Column1</t>")),
    ("blank_lines", "a row", late(lambda g: [g.children.write_blank(4, n, None, g.usual) for n in (0, 1)])),
    ("blank_lines", "a column", late(lambda g: [g.children.write_blank(n, 1, None, g.usual) for n in (3, 4, 5)])),
    ("empty_cells", "one", typed("children", "B5", None)),
    ("shorthand", "in brackets", typed("children", "B5", "[z]", "whole")),
    ("shorthand", "letters", typed("children", "B5", "N/A", "whole")),
    ("blank_sheets", "added", late(lambda g: g.book[0].add_worksheet("More"))),
    ("wrap", "not wrapped", typed("children", "A5", LONG, "long")),
    ("wrap", "too low a row", late(in_a_low_row)),
    ("wrap", "shrunk", typed("children", "A5", "Dover", shrink=True, text_wrap=False)),
    ("note_marks", "a star", typed("children", "A5", "Dover*")),
    ("note_marks", "a raised digit", typed("children", "A5", "Dover²")),
    ("note_marks", "superscript", late(half_raised)),
    ("note_marks", "by format", typed("children", "B5", 280, num_format='0"*"', align="right")),
    ("notes_defined", "in a title", typed("children", "A1", "Children in care [note 7]", "title")),
    ("notes_defined", "one of several", typed("cover", "A7", "Plans [note 1, note 9]")),
    ("notes_used", "no marker", typed("plans", "A1", "Plans issued by district", "title")),
    ("link_text", "click here", linked("https://example.gov.uk", "Click here")),
    (
        "link_text",
        "an address",
        late(lambda g: g.cover.write_url("A7", "https://example.gov.uk/a", g.formats["link"])),
    ),
    ("link_text", "an address that is no link", typed("cover", "A7", "See www.example.gov.uk")),
    ("link_target", "no such sheet", linked("internal:'Nowhere'!A1", "The plans")),
    ("link_target", "a file", linked("external:plans.xlsx", "The plans")),
    ("link_target", "by formula", late(with_formula_of_link)),
    ("contents", "a sheet too few", late(lambda g: more_sheet(g, "More", "More about plans"))),
    ("title", "the same twice", typed("children", "A1", "Contents", "title")),
    ("title", "none", typed("children", "A1", None)),
    ("title_format", "plain", typed("children", "A1", "Children in care", "long")),
    ("description", "none", typed("contents", "A2", None)),
    ("description", "no word of tables", typed("contents", "A2", "A list.", "long")),
    ("description", "another number", typed("contents", "A2", "It has three tables.", "long")),
    ("description", "no word of the chart", typed("plans", "A2", "It has one table.", "long")),
    ("header_footer", "a footer", late(lambda g: g.children.set_footer("&LPlans"))),
    ("floating", "a text box", late(lambda g: g.cover.insert_textbox("A12", "Draft", {"description": "A draft"}))),
    ("floating", "a comment", late(lambda g: g.children.write_comment("A5", "Really?"))),
    (
        "colour_only",
        "a number",
        typed("children", "B5", 280, align="right", num_format="#,##0", font_color="#9C0006"),
    ),
    ("colour_only", "a rule", late(numbers_in_colours)),
    ("colour_only", "shades", late(lambda g: g.children.conditional_format("B4:B6", {"type": "3_color_scale"}))),
    ("colour_only", "lines", late(chart_of_lines)),
    ("contrast", "grey", typed("cover", "A7", "More", font_color="#999999")),
    ("contrast", "white", typed("cover", "A7", "More", font_color="#FFFFFF")),
    ("alt_text", "none", patch("xl/drawings/drawing1.xml", r' descr="[^"]*"', "")),
    ("alt_text", "a default", patch("xl/drawings/drawing1.xml", r' descr="[^"]*"', ' descr="Chart 1"')),
    ("chart_data", "an older copy", patch("xl/charts/chart1.xml", "<c:v>41</c:v>", "<c:v>40</c:v>")),
    ("chart_data", "on another sheet", late(chart_of_another_sheet)),
    ("chart_data", "in no cell", patch("xl/charts/chart1.xml", "<c:f>Plans!.B.4:.B.7</c:f>", "<c:f></c:f>")),
    ("sheet_names", "a default", patch("xl/workbook.xml", 'name="Cover"', 'name="Sheet1"')),
    ("column_a", "in column C", typed("cover", "C3", "More")),
    ("table_left", "further right", knob(indent=1)),
    ("doc_title", "none", stating("title", "")),
    ("doc_title", "a default", stating("title", "Book1")),
    ("doc_language", "none", stating("language", "")),
    ("doc_language", "no language", stating("language", "?")),
    ("cursor", "elsewhere", late(lambda g: g.children.set_selection("B5"))),
    ("cursor", "another sheet", late(lambda g: g.children.activate())),
    ("cursor", "scrolled", late(lambda g: g.children.set_top_left_cell("A9"))),
    ("table_name", "a default", patch("xl/tables/table5.xml", 'displayName="[^"]*"', 'displayName="Table5"')),
    ("filters", "of a sheet", late(lambda g: g.children.autofilter("A3:B6"))),
    (
        "filters",
        "of a table",
        patch("xl/tables/table5.xml", "<tableColumns", '<autoFilter ref="A3:B6"/><tableColumns'),
    ),
    ("freeze", "frozen", late(lambda g: g.children.freeze_panes(3, 0))),
    ("hidden_rows", "one", late(lambda g: g.children.set_row(4, None, None, {"hidden": True}))),
    (
        "hidden_rows",
        "the unused",
        patch("xl/worksheets/sheet5.xml", "<sheetFormatPr", '<sheetFormatPr zeroHeight="1"'),
    ),
    ("hidden_columns", "some", late(lambda g: g.children.set_column("H:K", None, None, {"hidden": True}))),
    ("hidden_sheets", "one", late(lambda g: g.children.hide())),
    ("hidden_sheets", "well", late(lambda g: g.children.very_hidden())),
    ("column_width", "too wide", late(lambda g: g.cover.set_column("A:A", 200))),
    ("column_width", "too narrow", typed("children", "A5", "Supercalifragilisticexpialidociously")),
    ("column_width", "###", typed("children", "B5", 123456789123456789, num_format="#,##0.00", align="right")),
    ("wrap_outside", "too long", typed("cover", "A7", f"{LONG} {LONG}", "long")),
    ("note_word", "digits", typed("plans", "A1", "Plans issued by district [1]", "title")),
    ("note_places", "in a cell of a table", typed("children", "A5", "Dover [note 1]")),
    ("notes_sheet", "another name", knob(notes="Remarks")),
    ("font_size", "10 points", typed("cover", "A7", "More", font_size=10)),
    ("font_family", "serifs", typed("cover", "A7", "More", font_name="Times New Roman")),
    ("emphasis", "italics", typed("cover", "A7", "More", italic=True)),
    ("emphasis", "underlined", typed("cover", "A7", "More", underline=1)),
    ("text_direction", "turned", typed("cover", "A7", "More", rotation=90)),
    ("visual_device", "a fill", typed("children", "A5", "Dover", bg_color="#DDEBF7")),
    ("visual_device", "a border", typed("children", "A5", "Dover", bottom=2)),
    ("background_fill", "empty cells", typed("cover", "C9", None, bg_color="#FFFFFF")),
    ("background_fill", "a column", late(lambda g: g.cover.set_column("F:F", 9, g.format(bg_color="#DDEBF7")))),
    ("symbols", "a tick", typed("cover", "A7", "Done ✓")),
    ("symbols", "an arrow", typed("cover", "A7", "→ the plans")),
    ("symbols", "a sign only", typed("cover", "A7", "--")),
    ("images", "a picture", late(with_picture)),
    ("macro", "protected", late(lambda g: g.children.protect())),
    ("macro", "macros", patch("xl/vbaProject.bin", "", "macros")),
    ("carried", "another workbook", patch("xl/externalLinks/externalLink1.xml", "", "<externalLink/>")),
    ("carried", "a pivot cache", patch("xl/pivotCache/pivotCacheDefinition1.xml", "", "<pivotCacheDefinition/>")),
    ("cover", "no date", late(without_date)),
    ("below_table", "a line", typed("children", "A12", "Source: our system")),
    ("several_tables", "side by side", knob(beside=True)),
    ("spacing", "a blank row", typed("cover", "A8", "More")),
    ("spacing", "spaces", typed("cover", "A7", "More  of it")),
    ("numbers_as_text", "1,234", typed("children", "B5", "1,234", "whole")),
    ("alignment", "centred", typed("children", "B5", 280, align="center")),
    ("alignment", "shorthand", typed("children", "B5", "[c]")),
]


def failing(judgement: Judgement) -> set[str]:
    """The points that fail."""
    return {one.point.id for one in judgement.points if one.verdict is Verdict.FAIL}


def found(judgement: Judgement, point: str) -> Iterator[Found]:
    """What was found of a point."""
    return (found for one in judgement.points if one.point.id == point for found in one.found)


def test_the_good_workbook_passes_every_point_that_needs_no_person(judged: Callable[[bytes], Judgement]) -> None:
    judgement = judged(good())
    assert failing(judgement) == set()
    assert {one.point.id for one in judgement.points if one.verdict is Verdict.LOOK} == BY_PERSON
    assert judgement.passes


def test_a_gap_in_the_line_of_a_chart_is_no_figure_that_stands_in_no_table(
    judged: Callable[[bytes], Judgement],
) -> None:
    assert failing(judged(good(spoil=chart_with_a_gap))) == set()


@pytest.mark.parametrize(("point", "how", "made"), SPOILED, ids=[f"{point}: {how}" for point, how, _ in SPOILED])
def test_a_workbook_that_is_spoiled_in_one_way_fails_that_point_alone(
    judged: Callable[[bytes], Judgement], point: str, how: str, made: Callable[[], bytes]
) -> None:
    judgement = judged(made())
    assert failing(judgement) == {point}
    is_essential = {one.id for one in POINTS if one.is_essential}
    assert judgement.passes is (point not in is_essential)


def test_every_point_that_can_fail_is_seen_to_fail() -> None:
    assert {point for point, _, _ in SPOILED} == {point.id for point in POINTS} - BY_PERSON


def test_a_name_belongs_to_one_point_and_the_checklist_has_32_essential_and_30_desirable_ones() -> None:
    assert len({point.id for point in POINTS}) == len(POINTS)
    assert [sum(point.is_essential is which for point in POINTS) for which in (True, False)] == [32, 30]
