"""What nobody meant to publish is recognised in any text, and what is meant is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.texts.unfinished import unfinished

UNFINISHED = [
    *("XX%", "xx.x", "The figure is XX.X%", "XXX plans", "X% of", "x.x%", "£xx", "£Xm", "##.#%", "00.0%"),
    *("____ plans", "[insert figure]", "[Insert commentary]", "[TBC]", "[ ]", "[add text here]", "[figure]"),
    *("[number] plans", "[XX]", "<insert>", "(insert date)", "«Figure»", "{{figure}}", "<<name>>"),
    *("please insert", "Click here to enter text.", "TBC", "tbc.", "T.B.C.", "TBA", "TBD", "to be confirmed"),
    *("TODO: x", "Commentary to follow", "??", "what???", "lorem ipsum", "PLACEHOLDER text", "#REF! for"),
    *("#N/A", "#DIV/0!", "NaN%", "Error! Reference source not found."),
]
GARBLED = [
    *("donâ€™t", "CafÃ©", "Â£100", "â€“ x", "â€œquotedâ€\x9d", "ðŸ˜€", "fianc√©", "Kent‚Äôs", "a\ufffdb"),
    *("\uf0b7 point", "Kent?s plans", "don?t", "&amp;", "&nbsp;", "&#39;", "<br>", "</p>", "_x000D_"),
    *("na\x92ve", "ï»¿Plans"),
]
MEANT = [
    *("About 62% of plans – “good” – don’t", "Café, naïve, 5 °C, £100, €5 and 3½", "Is it good? Yes."),
    *("who? when?", "See [1] and (see page 3).", "The plan, to be updated in spring, is new."),
    *("Fax extension 20", "Year X groups", "N/A", "No. 1 in #1", "100%", "0.0%", "[draft]"),
    *("He said “Ü” – “É”", "“COMMUNITÉ” – fine", "(added in May)", "Data to be supplied", "AT&T; R&D"),
    *("x-ray", "3 x 4", "2 x 10%", "http://a.b/c?d=e", "Mr X", "A [sic]", "£10–£20", "“one”…|…”"),
    *("C# and a_b", "20–25 °C", "Zoë’s", "Siân’s – d’être", "[children] who", "Tbilisi"),
]


@pytest.mark.parametrize("text", UNFINISHED + GARBLED)
def test_what_nobody_meant_to_publish_is_found_wherever_it_stands(text: str) -> None:
    for around in (text, f"GREEN: {text}", f"Plans were late. {text} And so on."):
        assert unfinished(around), around


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert unfinished(f"GREEN: {text}") == ()


@given(
    words=st.text(alphabet=st.characters(min_codepoint=0xA1, max_codepoint=0x17F, categories=("L", "S")), min_size=1)
)
def test_a_word_read_in_the_wrong_encoding_is_garbled(words: str) -> None:
    assert unfinished(words.encode("utf-8").decode("latin-1"))


@given(st.text(max_size=500))
def test_every_passage_is_quoted_from_the_text(text: str) -> None:
    for passage in unfinished(text):
        assert passage.strip() in text


@pytest.mark.parametrize("piece", ["[", "[add ", "x", "«", "<<", "{{", "_", "(insert ", "Ã", "error! bookmark"])
def test_a_long_text_is_read_at_once(piece: str) -> None:
    unfinished(piece * 8_000)
