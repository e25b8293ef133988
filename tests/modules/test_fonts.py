"""How much room text takes: the table of widths is that of the fonts, and wrapping loses and breaks nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbook_builder.fonts import PIXELS_PER_POINT, known_fonts, longest_word, text_width, wrapped

words = st.text(st.sampled_from("abcWi.-é…漢"), min_size=1, max_size=12)
texts = st.lists(st.tuples(words, st.sampled_from([" ", "  ", "\n", "\n\n"])), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
rooms = st.floats(1, 400)
wide_rooms = st.floats(170, 400)  # wider than any of the words
FONT = ("Calibri", 10.5, False)


def test_the_widths_are_those_of_the_fonts() -> None:
    pytest.importorskip("fontTools", reason="fontTools is not installed")
    from tests.modules import make_widths

    files = [make_widths.FOLDER / file for files in make_widths.FONTS.values() for file in files.values()]
    if missing := [file.name for file in files if not file.is_file()]:
        pytest.skip(f"fonts are not installed: {', '.join(missing)}")
    kept = make_widths.TARGET.read_text(encoding="ascii")
    assert kept == make_widths.text(), "make it again with: python -m tests.modules.make_widths"


def test_the_fonts_are_those_that_a_style_may_name() -> None:
    assert known_fonts() == ["Calibri", "Arial"]


@pytest.mark.parametrize(
    ("text", "font", "bold", "thousandths"),
    [
        ("", "Calibri", False, 0),
        ("0", "Calibri", False, 507),
        ("00", "Calibri", False, 1014),
        ("i", "Calibri", False, 229),
        ("i", "Calibri", True, 246),
        ("0", "Arial", False, 556),
        ("⇧", "Calibri", False, 1000),
        ("漢字", "Arial", True, 2000),
    ],
)
def test_a_text_is_as_wide_as_its_characters(text: str, font: str, bold: bool, thousandths: int) -> None:
    assert text_width(text, font, 10, bold) == pytest.approx(thousandths / 1000 * 10 * PIXELS_PER_POINT)


@given(texts, texts, st.sampled_from(["Calibri", "Arial"]), st.booleans(), st.floats(6, 72))
def test_texts_side_by_side_are_as_wide_as_both(one: str, other: str, font: str, bold: bool, size: float) -> None:
    both = text_width(one, font, size, bold) + text_width(other, font, size, bold)
    assert text_width(one + other, font, size, bold) == pytest.approx(both)


@given(texts)
def test_the_longest_word_is_the_widest_of_them(text: str) -> None:
    widths = [text_width(word, *FONT) for word in text.split()]
    assert longest_word(text, *FONT) == max(widths, default=0)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 100, ("",)),
        ("one", 100, ("one",)),
        ("one two", 100, ("one two",)),
        ("one two", 40, ("one", "two")),
        ("one\ntwo", 100, ("one", "two")),
        ("one\n\ntwo", 100, ("one", "", "two")),
        ("Target\n2024-25", 60, ("Target", "2024-25")),
        ("one   two", 40, ("one", "two")),
        ("iiiiiiii", 12, ("iii", "iii", "ii")),
        ("a iiiiiiii b", 12, ("a", "iii", "iii", "ii", "b")),
        ("W", 1, ("W",)),
        ("WW", 1, ("W", "W")),
    ],
)
def test_text_is_broken_at_spaces_and_only_words_that_are_too_wide_inside(
    text: str, room: float, lines: tuple[str, ...]
) -> None:
    assert wrapped(text, *FONT, room) == lines


@given(texts, rooms)
def test_no_character_is_lost_and_none_is_added(text: str, room: float) -> None:
    assert "".join("".join(wrapped(text, *FONT, room)).split()) == "".join(text.split())


@given(texts, wide_rooms)
def test_joining_the_lines_gives_the_words_back_where_every_word_fits(text: str, room: float) -> None:
    assert " ".join(wrapped(text, *FONT, room)).split() == text.split()


@given(texts, rooms)
@example("WWW", 1.0)
def test_no_line_is_wider_than_the_room_unless_it_is_one_character(text: str, room: float) -> None:
    for line in wrapped(text, *FONT, room):
        assert len(line) == 1 or text_width(line, *FONT) <= room


@given(texts, rooms, st.floats(0, 100))
def test_more_room_never_takes_more_lines(text: str, room: float, more: float) -> None:
    assert len(wrapped(text, *FONT, room + more)) <= len(wrapped(text, *FONT, room))


@given(st.lists(words).map(" ".join), wide_rooms)
def test_the_first_word_of_a_line_would_not_have_fitted_on_the_line_before(text: str, room: float) -> None:
    lines = wrapped(text, *FONT, room)
    for line, following in pairwise(lines):
        assert text_width(f"{line} {following.split()[0]}", *FONT) > room
