"""A style states only what differs from the shipped default, so that a key of a later version breaks no style."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.grid import Style
from workbook_builder.problems import ProblemsFound, grouped
from workbook_builder.style_files import choose_style
from workbook_builder.styles import Looks, load_style

KENT, SHIRE, SPEC = "styles/kent.yaml", "styles/shire.yaml", "indicator_specs.yaml"


@pytest.fixture
def default(small: SmallProject) -> Looks:
    """The shipped style."""
    return load_style(small.folder, "default")


def shire(small: SmallProject, text: str) -> Looks:
    """A style of this text."""
    small.write(SHIRE, text)
    return load_style(small.folder, "shire")


def told(small: SmallProject, text: str) -> list[tuple[str, str, str]]:
    """Where what was found and what is allowed, of a style of this text."""
    with pytest.raises(ProblemsFound) as raised:
        shire(small, text)
    return [(problem.where, problem.found, problem.allowed) for problem in grouped(raised.value.problems)]


def test_the_default_states_every_meaning(default: Looks) -> None:
    assert set(default.cells) == set(Style)


def test_what_a_style_leaves_out_is_as_in_the_default(small: SmallProject, default: Looks) -> None:
    assert shire(small, "font: Arial\n").cells == {
        style: replace(look, font="Arial" if look.font == "Calibri" else look.font)
        for style, look in default.cells.items()
    }


def test_one_key_of_a_meaning_is_changed_and_its_others_are_kept(small: SmallProject, default: Looks) -> None:
    looks = shire(small, 'cells:\n  header: {fill: "#7A1F3D"}\n')
    assert looks[Style.HEADER] == replace(default[Style.HEADER], fill="#7A1F3D")
    assert looks[Style.HEADER_LIST].fill == "#7A1F3D", "what is like it follows"
    assert looks[Style.TITLE] == default[Style.TITLE]


def test_one_symbol_margin_or_line_is_changed_alone(small: SmallProject, default: Looks) -> None:
    looks = shire(small, 'symbols: {tick: "✔"}\nmargins_cm: {side: 1.5}\ncharts: {grid: "#CCCCCC"}\n')
    assert looks.symbols == replace(default.symbols, tick="✔")
    assert looks.margins_cm == replace(default.margins_cm, side=1.5)
    assert looks.charts == replace(default.charts, grid="#CCCCCC")


def test_a_style_may_say_like_default(small: SmallProject) -> None:
    assert shire(small, "like: default\nsize: 11\n").cells == shire(small, "size: 11\n").cells


def test_a_complete_style_that_says_like_default_is_changed_key_by_key(small: SmallProject, default: Looks) -> None:
    small.change(KENT, '  text: {border: "#A6A6A6", wrap: true}', '  text: {fill: "#FAFAFA", wrap: true}')
    alone = load_style(small.folder, "kent")[Style.TEXT]
    small.change(KENT, "font: Calibri", "like: default\nfont: Calibri")
    over = load_style(small.folder, "kent")[Style.TEXT]
    assert (alone.fill, alone.border) == (over.fill, None)
    assert over.border == default[Style.TEXT].border


def test_a_meaning_that_a_complete_style_states_stands_by_itself(small: SmallProject) -> None:
    small.change(KENT, 'note: {size: 10, color: "#404040"}', "note: {italic: true}")
    note = load_style(small.folder, "kent")[Style.NOTE]
    assert (note.size, note.color, note.italic) == (10.0, "#000000", True)


@pytest.mark.parametrize(
    ("newer", "style"),
    [
        ('  sparkline: {like: label, color: "#2F5597"}\n', Style.SPARKLINE),
        ("  commentary_draft: {like: commentary, italic: true}\n", Style.COMMENTARY_DRAFT),
        ('  text_link: {like: text, color: "#0B5394", underline: true}\n', Style.TEXT_LINK),
    ],
)
def test_a_style_of_a_version_without_a_meaning_still_works(
    small: SmallProject, default: Looks, newer: str, style: Style
) -> None:
    whole = load_style(small.folder, "kent")
    small.change(KENT, newer, "")
    old = load_style(small.folder, "kent")
    assert {one: look for one, look in old.cells.items() if one is not style} == {
        one: look for one, look in whole.cells.items() if one is not style
    }
    assert old[style].color == default[style].color
    assert old[style].border == whole[style].border, "its base is this style's own"


def test_an_empty_style_is_told(small: SmallProject) -> None:
    assert told(small, "# nothing yet\n") == [(f"{SHIRE}, line 1", "nothing", "`key: value` lines")]


def test_another_base_than_the_default_is_refused(small: SmallProject) -> None:
    assert told(small, "like: kent\n") == [(f"{SHIRE}, line 1: like", '"kent"', "default")]


def test_a_fault_is_told_in_the_lines_of_the_style(small: SmallProject) -> None:
    assert told(small, 'size: 11\ncells:\n  note:\n    color: "#999999"\n')[0] == (
        f"{SHIRE}, line 3: cells → note",
        "#999999 on #FFFFFF: a contrast of 2.85 to 1",
        "at least 4.5 to 1 (WCAG 2.2, criterion 1.4.3)",
    )


def test_a_meaning_like_one_that_follows_it_by_the_default_is_told(small: SmallProject) -> None:
    assert told(small, "cells:\n  text: {like: term}\n") == [
        (f"{SHIRE}, line 2: cells → text → like", '"term"', "a meaning that stands above")
    ]


def test_a_meaning_may_be_like_one_of_the_default(small: SmallProject, default: Looks) -> None:
    assert shire(small, "cells:\n  term: {like: rag}\n")[Style.TERM].align == default[Style.RAG].align


@pytest.mark.parametrize("part", ["symbols", "charts", "margins_cm", "cells"])
def test_a_part_that_is_no_mapping_is_told(small: SmallProject, part: str) -> None:
    ((where, found, allowed),) = told(small, f"{part}: 3\n")
    assert (where, found) == (f"{SHIRE}, line 1: {part}", "3")
    assert allowed == "`key: value` lines"


def test_the_scorecards_style_is_taken_before_the_only_one(small: SmallProject) -> None:
    small.change(SPEC, "    contact: mi@example.gov.uk\n", "    contact: mi@example.gov.uk\n    style: default\n")
    build(Order(small.folder, "2024-11", output=small.folder / "spec.xlsx"))
    build(Order(small.folder, "2024-11", style="default", output=small.folder / "asked.xlsx"))
    build(Order(small.folder, "2024-11", style="kent", output=small.folder / "kent.xlsx"))
    spec, asked, kent = ((small.folder / f"{name}.xlsx").read_bytes() for name in ("spec", "asked", "kent"))
    assert spec == asked != kent


def test_a_style_that_the_scorecard_states_and_is_not_there_is_told(small: SmallProject) -> None:
    small.change(SPEC, "    contact: mi@example.gov.uk\n", "    contact: mi@example.gov.uk\n    style: kint\n")
    with pytest.raises(ProblemsFound) as raised:
        build(Order(small.folder, "2024-11"))
    (problem,) = raised.value.problems
    assert (problem.where, problem.found, problem.remedy) == (
        "the scorecard's `style`",
        'no style "kint"',
        'did you mean "kent"?',
    )


def test_a_project_without_styles_is_built_in_the_shipped_one(small: SmallProject) -> None:
    (small.folder / KENT).unlink()
    assert choose_style(small.folder) == "default"
    assert build(Order(small.folder, "2024-11")).file.exists()


def test_the_only_style_is_taken_whatever_it_is_called(small: SmallProject) -> None:
    (small.folder / KENT).rename(small.folder / SHIRE)
    assert choose_style(small.folder) == "shire"


@pytest.mark.parametrize(("names", "chosen"), [(["kent", "red"], "kent"), (["default", "red"], "default")])
def test_of_several_the_one_is_taken_that_was_before(small: SmallProject, names: list[str], chosen: str) -> None:
    (small.folder / KENT).unlink()
    for name in names:
        small.write(f"styles/{name}.yaml", "size: 10\n")
    assert choose_style(small.folder) == chosen


def test_of_several_others_none_is_taken_at_random(small: SmallProject) -> None:
    (small.folder / KENT).rename(small.folder / SHIRE)
    small.write("styles/red.yaml", "size: 10\n")
    with pytest.raises(ProblemsFound, match="2 styles and none chosen"):
        choose_style(small.folder)
