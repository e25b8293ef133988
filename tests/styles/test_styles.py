"""A style file is read strictly, and may say anything but what is hard to read.

The last tests hold for every style that is shipped, so that a new one need only be added to `styles/`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.small import SmallProject
from tests.support.spec_faults import Fault
from tests.support.style_faults import STYLE_FAULTS
from workbook_builder.contrast import LEAST_CONTRAST, contrast
from workbook_builder.grid import Style
from workbook_builder.problems import Problem, ProblemsFound, grouped
from workbook_builder.style_files import style_names
from workbook_builder.styles import Looks, load_style

KENT = "styles/kent.yaml"


def problems(project: SmallProject, style: str = "kent") -> list[Problem]:
    """What is reported of one of the project's styles."""
    with pytest.raises(ProblemsFound) as raised:
        load_style(project.folder, style)
    return grouped(raised.value.problems)


@pytest.mark.parametrize("fault", STYLE_FAULTS, ids=[fault.what for fault in STYLE_FAULTS])
def test_a_fault_is_told_where_it_stands(small: SmallProject, fault: Fault) -> None:
    fault.make(small, KENT)
    (problem,) = (problem for problem in problems(small) if problem.where.endswith(f": {fault.trail}"))
    assert (problem.found, problem.allowed, problem.remedy) == fault[5:]
    line = int(problem.where.removeprefix(f"{KENT}, line ").partition(":")[0])
    assert fault.line in small.text(KENT).splitlines()[line - 1]


def test_faults_of_one_file_are_told_together(small: SmallProject) -> None:
    small.change(KENT, "font: Calibri", "font: Comic Sans")
    small.change(KENT, 'fill: "#FF5050"', 'fill: "#C00000"')
    small.change(KENT, 'same: "⇔"', 'same: "⇧"')
    assert sorted(problem.found for problem in problems(small)) == [
        '"Comic Sans"',
        "#000000 on #C00000: a contrast of 3.24 to 1",
        "one arrow for two directions",
    ]


def test_a_highlight_must_be_readable_on_the_fill_of_its_cells(small: SmallProject) -> None:
    small.change(KENT, "travel: {like: label,", 'travel: {like: label, color: "#FFFFFF", fill: "#000000",')
    small.change(KENT, "travel_worsened: {like: travel,", "travel_worsened: {")
    assert "#C00000 on #000000: a contrast of 3.24 to 1" in [problem.found for problem in problems(small)]


@pytest.mark.parametrize(
    ("style", "remedy"),
    [
        ("kant", 'did you mean "kent"?'),
        ("Kent", 'did you mean "kent"?'),
        ("surrey", "add styles/surrey.yaml, or check --project"),
        ("../inputs/2024-11/edition", "add styles/../inputs/2024-11/edition.yaml, or check --project"),
    ],
)
def test_a_style_that_is_not_there_is_refused(small: SmallProject, style: str, remedy: str) -> None:
    assert problems(small, style) == [Problem("--style", f'no style "{style}"', "kent, default", remedy)]


def test_a_project_without_styles_says_so(small: SmallProject) -> None:
    (small.folder / KENT).unlink()
    assert [problem.allowed for problem in problems(small)] == ["default"]


def test_a_meaning_takes_over_what_it_does_not_say_itself(small: SmallProject) -> None:
    small.change(KENT, "term: {like: text, bold: true}", 'term: {like: text, color: "#1F3864", wrap: false}')
    looks = load_style(small.folder, "kent")
    term, text = looks[Style.TERM], looks[Style.TEXT]
    assert (term.border, term.size, term.font, term.align) == (text.border, text.size, text.font, text.align)
    assert (term.color, term.wrap, text.wrap) == ("#1F3864", False, True)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#00FF00", "#FFFFFF", 1.37),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#ffff00", "#000000", 19.56),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


@pytest.fixture(params=[*style_names(ROOT), "default"])
def shipped(request: pytest.FixtureRequest, root: Path) -> Looks:
    """Each style of `styles/`, and the one that comes with the program."""
    return load_style(root, request.param)


def test_every_shipped_text_is_readable_and_every_highlight_too(shipped: Looks) -> None:
    for style in Style:
        highlights = style.value.startswith(("rag_", "travel_"))
        look, beneath = shipped[style], shipped[Style(style.value.partition("_")[0]) if highlights else style]
        assert contrast(look.color or "#000000", look.fill or beneath.fill or "#FFFFFF") >= LEAST_CONTRAST, style


def test_shipped_symbols_are_single_characters_and_arrows_differ_in_shape(shipped: Looks) -> None:
    symbols = shipped.symbols
    assert [len(symbol) for symbol in vars(symbols).values() if symbol] == [1, 1, 1, 1, 1]
    assert len({symbols.improved, symbols.worsened, symbols.same, symbols.tick}) == 4
