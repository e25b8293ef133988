"""The live formulas say what `rating/` says of figures, by the word of other programs.

One workbook holds every case, written by the package's own writer; the cached value of each formula is wrong,
so that only a recalculation is right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import trend_cases
from tests.support.clients import gnumeric, libreoffice
from tests.support.clients.compare import opened
from tests.support.formula_cases import ARROWS, EDGES, random_cases
from tests.support.formula_cases import Case as JudgedCase
from tests.support.judging import number
from tests.support.laying_out import drawn, lay_out
from workbook_builder.grid import Cell, Sheet, SheetRow, Style, Workbook
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.rating.trend import Direction
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

Case = JudgedCase | trend_cases.Case
JUDGED: list[JudgedCase] = [*EDGES, *random_cases(400, seed=20241122)]
COUNTED: list[trend_cases.Case] = [*trend_cases.EDGES, *trend_cases.random_cases(600, seed=20241122)]
CASES: list[Case] = [*JUDGED, *COUNTED]
WRONG = "not recalculated"


def sheet_row(case: Case, row: int, looks: Looks) -> SheetRow:
    """The formula, then the figures it is over."""
    formula = Cell(WRONG, Style.RAG, formula=case.formula(row))
    return SheetRow((formula, *(drawn(figure, "figure", looks) for figure in case.figures)), 15)


@pytest.fixture(scope="module")
def written(looks: Looks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of all cases."""
    rows = tuple(sheet_row(case, row, looks) for row, case in enumerate(CASES))
    sheet = Sheet("Cases", "Cases", (80,) * 10, rows)
    path = tmp_path_factory.mktemp("formulas") / "cases.xlsx"
    xlsx.write(Workbook("Cases", "", "", date(2024, 11, 1), "", "", (sheet,)), looks, path)
    return path


def first_cells(path: Path) -> list[object]:
    """What stands in the first column."""
    return [cell.value for (cell,) in opened(path, cached=True)["Cases"].iter_rows(max_col=1)]


@pytest.mark.parametrize("client", [libreoffice, gnumeric], ids=["LibreOffice", "Gnumeric"])
def test_formulas_say_what_the_builder_says(client: ModuleType, written: Path, tmp_path: Path) -> None:
    if not client.available():
        pytest.skip(client.MISSING)
    said = first_cells(client.recalculate(written, tmp_path))
    assert len(said) == len(CASES)
    differing = [f"{word}: {case}" for case, word in zip(CASES, said, strict=True) if word != case.expected]
    assert differing == []


def test_the_workbook_holds_nothing_but_wrong_values(written: Path) -> None:
    assert first_cells(written) == [WRONG] * len(CASES)


def test_the_cases_have_every_outcome_many_times() -> None:
    outcomes = Counter(case.expected for case in JUDGED)
    assert set(outcomes) == {"GREEN", "AMBER", "RED", "N/A", *ARROWS.values()}
    assert min(outcomes.values()) >= 30


def test_the_cases_go_in_every_direction_and_lack_and_exceed_many_times() -> None:
    outcomes = Counter(
        case.expected if isinstance(case, trend_cases.DirectionCase) else _outcome(case.expected) for case in COUNTED
    )
    assert set(outcomes) == {*(direction.value for direction in Direction), "more", "fewer", "none"}
    assert min(outcomes.values()) >= 30


def _outcome(lacking: object) -> object:
    return lacking if not isinstance(lacking, int) else "more" if lacking > 0 else "fewer" if lacking else "none"


def test_a_band_that_moves_with_its_target_is_cached_as_it_is_displayed(scorecard: Scorecard, looks: Looks) -> None:
    judge = next(one for one in scorecard.targets if "green_to" in one.limits and one.target == number("20.0"))
    ends = {"green_from": number("17.46", 1), "green_to": number("22.55", 1)}
    finer = replace(judge, limits={**judge.limits, **ends})
    pages = tuple(page for page in scorecard.pages if page.spec.kind == "targets")
    (sheet,) = lay_out(replace(scorecard, targets=(finer,), pages=pages), looks).sheets
    moving = [cell for _, _, cell in sheet.cells() if cell.formula]
    assert [cell.value for cell in moving[:2]] == [17.5, 22.6]
    assert [cell.formula.partition(",")[2] for cell in moving[:2]] == ["6)", "6)"]
