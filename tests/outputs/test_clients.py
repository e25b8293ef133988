"""The built workbook as real programs see it; each check is also shown a fault that it must find."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
import xlsxwriter

from tests.support.clients import formualizer, gnumeric, ironcalc, libreoffice, openxml, pdf
from tests.support.clients.compare import (
    differing_cells,
    differing_values,
    formula_values,
    opened,
    plant_formula,
    plant_text,
    plant_wrong_value,
)
from tests.support.clients.pdf import RATINGS, RatedWord, Sheet
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build

needs_libreoffice = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
needs_gnumeric = pytest.mark.skipif(not gnumeric.available(), reason=gnumeric.MISSING)
needs_ironcalc = pytest.mark.skipif(not ironcalc.available(), reason=ironcalc.MISSING)
needs_formualizer = pytest.mark.skipif(not formualizer.available(), reason=formualizer.MISSING)
needs_openxml = pytest.mark.skipif(not openxml.available(), reason=openxml.MISSING)
needs_pdf = pytest.mark.skipif(not pdf.available(), reason=pdf.MISSING)

Place = tuple[str, str]


@pytest.fixture(scope="module")
def rating_cell(built: Path) -> Place:
    """The sheet and cell of a formula that rates something RED."""
    return next(place for place, value in formula_values(built).items() if value == "RED")


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of few pages, which takes little time to print."""
    project = SmallProject(tmp_path_factory.mktemp("short") / "project")
    return build(Order(project.folder, "2024-11", output=project.folder / "short.xlsx")).file


@pytest.fixture(scope="module")
def short_cell(short: Path) -> Place:
    """The sheet and cell of a formula of it that rates something."""
    return next(place for place, value in formula_values(short).items() if value in RATINGS)


@pytest.fixture(scope="module")
def wrongly_green(built: Path, rating_cell: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built workbook, but the cached value of that formula says GREEN."""
    target = tmp_path_factory.mktemp("wrongly_green") / "workbook.xlsx"
    plant_wrong_value(built, target, *rating_cell, "GREEN")
    return target


@pytest.fixture(scope="module")
def printed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    """The pages of the built workbook."""
    return pdf.sheets(libreoffice.to_pdf(built, tmp_path_factory.mktemp("printed")))


@pytest.fixture(scope="module")
def fills(built: Path) -> dict[str, str]:
    """The colour of each rating, as the workbook's own conditional formats have it."""
    colours = {(rating, colour) for rating, colour in conditional_fills(built)}
    assert sorted(rating for rating, _ in colours) == sorted(RATINGS), colours
    return dict(colours)


def conditional_fills(path: Path) -> Iterable[tuple[str, str]]:
    """Every rating and fill colour (RRGGBB) of the conditional formats that ask for that rating."""
    for sheet in opened(path, cached=False).worksheets:
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                asked = re.findall(rf'"({"|".join(RATINGS)})"', " ".join(rule.formula))
                if len(asked) == 1 and rule.dxf and rule.dxf.fill:
                    yield asked[0], rule.dxf.fill.bgColor.rgb[-6:]


def cells_with_ratings(path: Path, only: str = "") -> Counter[str]:
    """How many cells of the visible sheets, or of only one, hold each rating and nothing else."""
    return Counter(
        str(cell.value)
        for sheet in opened(path, cached=True).worksheets
        if sheet.sheet_state == "visible" and only in ("", sheet.title)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in RATINGS
    )


def wrongly_filled(words: Iterable[RatedWord], fills: dict[str, str]) -> list[RatedWord]:
    return [rated for rated in words if rated.fill != fills[rated.word]]


def test_there_are_formulas_to_recalculate(built: Path) -> None:
    values = set(formula_values(built).values())
    assert values >= {*RATINGS, "⇧", "⇩", "⇔"}


@needs_libreoffice
def test_libreoffice_recalculates_every_formula_to_its_cached_value(built: Path, tmp_path: Path) -> None:
    assert differing_cells(built, libreoffice.recalculate(built, tmp_path)) == []


@needs_libreoffice
def test_libreoffice_finds_a_wrong_cached_value(wrongly_green: Path, rating_cell: Place, tmp_path: Path) -> None:
    recalculated = libreoffice.recalculate(wrongly_green, tmp_path)
    sheet, cell = rating_cell
    assert differing_cells(wrongly_green, recalculated) == [f"{sheet}!{cell}: cached 'GREEN', recalculated 'RED'"]


@needs_gnumeric
def test_gnumeric_recalculates_every_formula_to_its_cached_value(built: Path, tmp_path: Path) -> None:
    assert differing_cells(built, gnumeric.recalculate(built, tmp_path)) == []


@needs_gnumeric
def test_gnumeric_finds_a_wrong_cached_value(wrongly_green: Path, rating_cell: Place, tmp_path: Path) -> None:
    recalculated = gnumeric.recalculate(wrongly_green, tmp_path)
    sheet, cell = rating_cell
    assert differing_cells(wrongly_green, recalculated) == [f"{sheet}!{cell}: cached 'GREEN', recalculated 'RED'"]


@needs_ironcalc
def test_ironcalc_recalculates_every_cached_value(built: Path) -> None:
    cached = formula_values(built)
    assert differing_values(cached, ironcalc.recalculated(built, list(cached))) == []


@needs_ironcalc
def test_ironcalc_finds_a_wrong_cached_value(wrongly_green: Path, rating_cell: Place) -> None:
    cached = formula_values(wrongly_green)
    sheet, cell = rating_cell
    found = differing_values(cached, ironcalc.recalculated(wrongly_green, list(cached)))
    assert found == [f"{sheet}!{cell}: cached 'GREEN', recalculated 'RED'"]


@needs_formualizer
def test_formualizer_recalculates_every_cached_value(built: Path) -> None:
    cached = formula_values(built)
    assert differing_values(cached, formualizer.recalculated(built, list(cached))) == []


@needs_formualizer
def test_formualizer_finds_a_wrong_cached_value(wrongly_green: Path, rating_cell: Place) -> None:
    cached = formula_values(wrongly_green)
    sheet, cell = rating_cell
    found = differing_values(cached, formualizer.recalculated(wrongly_green, list(cached)))
    assert found == [f"{sheet}!{cell}: cached 'GREEN', recalculated 'RED'"]


@needs_gnumeric
def test_gnumeric_has_no_complaint(built: Path, tmp_path: Path) -> None:
    assert gnumeric.complaints(built, tmp_path) == []


@needs_gnumeric
def test_gnumeric_complains_of_a_broken_formula(built: Path, rating_cell: Place, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    plant_formula(built, broken, *rating_cell, "IF(1,2")
    assert any("IF(1,2" in line for line in gnumeric.complaints(broken, tmp_path))


@needs_openxml
def test_openxml_sdk_has_no_complaint(built: Path) -> None:
    assert openxml.complaints(built) == []


@needs_openxml
def test_openxml_sdk_complains_of_an_unknown_attribute(built: Path, rating_cell: Place, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    plant_text(built, broken, rating_cell[0], "<sheetData>", '<sheetData planted="1">')
    assert any("planted" in line for line in openxml.complaints(broken))


@needs_libreoffice
@needs_pdf
def test_every_rating_is_printed_on_its_colour(built: Path, printed: list[Sheet], fills: dict[str, str]) -> None:
    words = [rated for sheet in printed for rated in sheet.rated]
    assert Counter(rated.word for rated in words) == cells_with_ratings(built)
    assert wrongly_filled(words, fills) == []


@needs_libreoffice
@needs_pdf
def test_a_rating_printed_without_its_colour_is_found(
    short: Path, short_cell: Place, fills: dict[str, str], tmp_path: Path
) -> None:
    bare = tmp_path / "bare.xlsx"
    plant_text(short, bare, short_cell[0], "<conditionalFormatting.*</conditionalFormatting>", "")
    found = wrongly_filled(pdf.rated_words(libreoffice.to_pdf(bare, tmp_path)), fills)
    assert {rated.fill for rated in found} == {None}
    assert Counter(rated.word for rated in found) == cells_with_ratings(short, short_cell[0])


@needs_libreoffice
@needs_pdf
def test_a_rating_inside_a_text_is_not_taken_for_a_cell(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "texts.xlsx")) as book:
        sheet = book.add_worksheet()
        wrapped = book.add_format({"text_wrap": True})
        boxed = book.add_format({"border": 1, "font_size": 9, "bg_color": "#FFC000"})
        sheet.set_row(0, 80)
        sheet.merge_range("A1:F1", "RED was the rating, then AMBER, and since May\nGREEN", wrapped)
        sheet.write_row("A2", ["RED", "RED alone? No."])
        for row in (2, 3, 4):
            sheet.set_row(row, 11)
            sheet.write_row(row, 0, ["AMBER", "AMBER", "next to it"], boxed)
        sheet.set_column("A:C", 5.5)
    found = pdf.rated_words(libreoffice.to_pdf(tmp_path / "texts.xlsx", tmp_path))
    assert found == [RatedWord(1, "RED", None), *[RatedWord(1, "AMBER", "FFC000")] * 6]


@needs_libreoffice
@needs_pdf
def test_no_printed_column_is_too_narrow(printed: list[Sheet]) -> None:
    assert [number for number, sheet in enumerate(printed, 1) if "###" in sheet.text] == []


@needs_libreoffice
@needs_pdf
def test_a_column_too_narrow_to_print_is_found(short: Path, short_cell: Place, tmp_path: Path) -> None:
    narrow = tmp_path / "narrow.xlsx"
    plant_text(short, narrow, short_cell[0], r'(<col [^>]*\bwidth=)"[^"]*"', r'\1"1.5"')
    assert any("###" in text for text in pdf.page_texts(libreoffice.to_pdf(narrow, tmp_path)))
