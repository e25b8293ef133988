"""The covering report: the council's shape, the commentary's texts by rating, numbers that can be cited."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.support.clients import openxml
from tests.support.commented import APPROVED, COMMENTARY, HEADER, commented
from tests.support.documents import HOSTILE, Read, of_small, read, shipped, written
from tests.support.places import ROOT
from tests.support.small import SmallProject
from workbook_builder.outputs.covering.__main__ import make
from workbook_builder.outputs.covering.content import comments_of
from workbook_builder.outputs.covering.template import SHIPPED
from workbook_builder.pages.publication import DRAFT
from workbook_builder.pages.values import Rag
from workbook_builder.problems import ProblemsFound
from workbook_builder.specs import load_spec
from workbook_builder.styles import load_style

SPEC, STYLE = "indicator_specs.yaml", "styles/kent.yaml"
CONTACT = "    contact: mi@example.gov.uk\n"
PLANS, SECOND = "County,Plans,PLANS,{},,", "County,Children,SECOND,{},,"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    """That of November 2024."""
    return read(written(shipped(), "covering", tmp_path_factory.mktemp("covering") / "report.docx"))


def with_words(small: SmallProject, words: str) -> SmallProject:
    """The commented project, whose spec has these lines below `covering`."""
    lines = "".join(f"      {line}\n" for line in words.splitlines())
    small.change(SPEC, CONTACT, f"{CONTACT}    covering:\n{lines}")
    return commented(small) if "kind: commentary" not in small.text(SPEC) else small


def texts_of(small: SmallProject) -> list[str]:
    return [piece.text for piece in read(of_small(small, "covering"))]


def problems_of(small: SmallProject) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFound) as raised:
        of_small(small, "covering")
    return [(problem.where, problem.found) for problem in raised.value.problems]


def test_it_has_the_shape_of_the_council_s_report(report: list[Read]) -> None:
    assert [piece.text for piece in report if piece.style.startswith("Heading")] == [
        "Summary",
        "Recommendations",
        "1. Introduction",
        "2. Performance management framework",
        "3. Current performance",
        "Green indicators",
        "Amber indicators",
        "Red indicators",
        "4. Recommendations",
        "Contact details",
    ]
    assert [piece.text.partition(":")[0] for piece in report[:4]] == ["To", "From", "Subject", "Classification"]


def test_paragraphs_are_numbered_right_through_in_the_text(report: list[Read]) -> None:
    numbers = [found[1] for piece in report if (found := re.match(r"3\.(\d+)\t", piece.text))]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) == 3 + len(list(comments_of(shipped())))


def test_each_text_stands_once_under_its_rating_without_it(report: list[Read]) -> None:
    heading, found = "", {}
    for piece in report:
        heading = piece.text if piece.style == "Heading 2" else heading
        if heading and piece.text.startswith("3."):
            found[piece.text.partition("\t")[2]] = heading
    for comment in comments_of(shipped()):
        assert found[f"{comment.indicator}: {comment.text}"] == f"{comment.rating.value.capitalize()} indicators"
    assert not [text for text in found if re.search(r": (GREEN|AMBER|RED):", text)]


def test_counts_are_those_of_the_commentary_and_of_the_exceptions(report: list[Read]) -> None:
    ratings = [comment.rating for comment in comments_of(shipped())]
    numbers = {rag: ratings.count(rag) for rag in (Rag.GREEN, Rag.AMBER, Rag.RED)}
    said = [piece.text for piece in report if re.match(r"3\.[123]\t", piece.text)]
    assert said[0] == (
        f"3.1\tOf the {len(ratings)} indicators reported on below, {numbers[Rag.GREEN]} are GREEN, "
        f"{numbers[Rag.AMBER]} AMBER and {numbers[Rag.RED]} RED."
    )
    [exceptions] = [page for page in shipped().pages if page.kind == "exceptions"]
    *_, total = exceptions.tables[0].rows
    assert said[1].startswith(f"3.2\tAll pages, each row once: {total.cells[1].value} are rated; November 2024: ")
    assert "of which 82 are RED, 8 fewer than in October 2024; 11 left RED and 3 became RED." in said[1]
    assert all(table.title in said[2] for table in exceptions.tables[1:])


def test_sources_and_definitions_are_told_by_page(report: list[Read]) -> None:
    [told] = [piece.text for piece in report if "Definitions of the indicators" in piece.text]
    assert "The sources of the data are on the page Data sources." in told
    assert "Definitions of the indicators are on the page Indicator definitions." in told


def test_drafts_have_a_style_of_their_own(small: SmallProject) -> None:
    commented(small, PLANS.format("Written by somebody."))
    pieces = [
        piece for piece in read(of_small(small, "covering")) if piece.text.startswith("3.") and ": " in piece.text
    ]
    assert {piece.style: "[draft]" in piece.text for piece in pieces} == {"Numbered Text": False, "Draft Text": True}
    assert read(of_small(small, "covering"))[0] == Read("Draft Warning", DRAFT)


def test_in_a_final_edition_approved_drafts_are_texts(small: SmallProject) -> None:
    commented(small).change("inputs/2024-11/edition.yaml", "status: draft\n", f"status: final\n{APPROVED}")
    pieces = read(of_small(small, "covering"))
    assert not [piece for piece in pieces if piece.style in ("Draft Text", "Draft Warning") or "draft" in piece.text]


def test_without_words_in_the_spec_plain_ones_stand(small: SmallProject) -> None:
    texts = texts_of(commented(small))
    assert "From:\tManagement Information" in texts
    assert "Subject:\tSmall Scorecard - November 2024" in texts
    assert not [text for text in texts if text.startswith(("To:", "Classification:"))]
    assert "Management Information: mi@example.gov.uk" in texts


def test_the_order_and_the_headings_of_the_parts_are_data(small: SmallProject) -> None:
    order = "".join(f"\n  - {{rating: {rag}, heading: All {rag}}}" for rag in ("RED", "GREEN", "AMBER"))
    with_words(small, f"ratings:{order}")
    texts = texts_of(small)
    assert [text for text in texts if text.startswith("All ")][:3] == ["All RED", "All GREEN", "All AMBER"]
    assert "3.2\tNo indicator is rated RED." in texts


def test_a_paragraph_may_speak_of_two_indicators(small: SmallProject) -> None:
    commented(small, PLANS.format("Both did well."), SECOND.format("Both did well."))
    [text] = [text for text in texts_of(small) if "Both did well." in text]
    assert text.endswith("\tPercentage of plans issued in time; Percentage of second plans: Both did well.")


def test_indicators_listed_together_share_a_paragraph_where_they_are_rated_alike(small: SmallProject) -> None:
    commented(small, PLANS.format("Plans went up."), SECOND.format("Second plans fell."))
    with_words(small, "together:\n  - [SECOND, PLANS, REPEAT]")
    texts = texts_of(small)
    assert [text for text in texts if text.endswith(": Plans went up. Second plans fell.")]
    assert len([text for text in texts if "Percentage of repeat referrals: " in text]) == 1


def test_places_in_words_are_filled_in(small: SmallProject) -> None:
    with_words(small, 'summary: "{title}, {edition}, {published}: {green} of {rated}, {amber}, {red}"')
    assert "Small Scorecard, November 2024, 22 January 2025: 2 of 3, 1, 0" in texts_of(small)


@pytest.mark.parametrize(
    ("words", "trail", "found", "remedy"),
    [
        ('summary: "{editon}"', "summary", 'the place "{editon}"', 'did you mean "edition"?'),
        (
            'background: ["{}"]',
            "background → {}",
            'the place "{}"',
            "use one of these, or write the words themselves",
        ),
        ("together: [[PLAN]]", "together → entry 1 → PLAN", '"PLAN"', 'did you mean "PLANS"?'),
        (
            "together: [[PLANS], [PLANS]]",
            "together → entry 2 → PLANS",
            '"PLANS" for the second time',
            "remove one of the two",
        ),
        ("addressee: x", "", "unknown key `addressee`", ""),
    ],
)
def test_words_that_cannot_be_are_told(small: SmallProject, words: str, trail: str, found: str, remedy: str) -> None:
    with_words(small, words)
    with pytest.raises(ProblemsFound) as raised:
        load_spec(small.folder)
    [problem] = raised.value.problems
    assert f"covering{f' → {trail}' if trail else ''}" in problem.where
    assert found.replace("unknown key `addressee`", "addressee") in problem.found
    assert remedy in problem.remedy


def test_a_rating_has_one_part(small: SmallProject) -> None:
    part = "\n  - {rating: RED, heading: Red}"
    with_words(small, f"ratings:{part * 3}")
    with pytest.raises(ProblemsFound) as raised:
        load_spec(small.folder)
    assert {problem.allowed for problem in raised.value.problems} == {"each rating once"}


def test_an_edition_without_commentary_has_no_report(small: SmallProject) -> None:
    assert problems_of(small) == [("--to covering", "no page of commentary")]


def test_a_text_like_a_formula_markup_or_placeholder_stays_text(small: SmallProject) -> None:
    small.change(SPEC, "title: Percentage of plans issued in time", f"title: '{HOSTILE}'")
    commented(small).write(COMMENTARY, HEADER + 'County,Plans,PLANS,"A & B, <5, {% raw %} =1+1",,\n')
    assert [text for text in texts_of(small) if text.endswith(f"\t{HOSTILE}: A & B, <5, {{% raw %}} =1+1")]


def test_the_same_edition_makes_the_same_bytes(small: SmallProject) -> None:
    commented(small)
    first = of_small(small, "covering").read_bytes()
    assert of_small(small, "covering").read_bytes() == first


def test_it_is_in_british_english_and_has_its_subject_as_title(small: SmallProject) -> None:
    document = docx.Document(str(of_small(commented(small), "covering")))
    assert document.core_properties.title == "Small Scorecard - November 2024"
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_a_negative_figure_stays_in_one_line(small: SmallProject) -> None:
    commented(small, PLANS.format("It fell by -0.67 in 2023-24."))
    document = docx.Document(str(of_small(small, "covering")))
    [said] = [one for one in document.paragraphs if "It fell" in one.text]
    assert said.text.endswith("It fell by -0.67 in 2023-24.")
    assert len(list(said._p.iter(qn("w:noBreakHyphen")))) == 2


def with_template(small: SmallProject, *paragraphs: str) -> SmallProject:
    """The commented project with a template of the council's own."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(small.folder / "styles" / "own.docx"))
    small.write(STYLE, small.text(STYLE) + "\ncovering_template: own.docx\n")
    return commented(small)


NEEDED = ("{{ subject }}", "{%p for said in counts %}", "{{ said.text }}", "{%p endfor %}")
PARTS = ("{%p for part in parts %}", "{{ part.heading }}: {{ part.paragraphs | length }}", "{%p endfor %}")


def test_a_council_s_own_template_is_filled_in(small: SmallProject) -> None:
    with_template(small, "Our own words.", *NEEDED, *PARTS)
    assert texts_of(small) == [
        "Our own words.",
        "Small Scorecard - November 2024",
        "Of the 3 indicators reported on below, 2 are GREEN, 1 AMBER and 0 RED.",
        "Green indicators: 2",
        "Amber indicators: 1",
        "Red indicators: 1",
    ]


def test_a_template_that_lacks_what_a_report_needs_is_told(small: SmallProject) -> None:
    assert problems_of(with_template(small, *NEEDED)) == [("the template own.docx", 'no placeholder "parts"')]


def test_a_misspelt_placeholder_is_told(small: SmallProject) -> None:
    with_template(small, *NEEDED, *PARTS, "{{ sumary }}")
    assert problems_of(small) == [("the template own.docx", 'the placeholder "sumary", which nothing fills in')]


@pytest.mark.parametrize(
    "text", ["{{ said.nmber }}", "{% if %}", "{{ subject.__class__.__mro__ }}", "{{ counts[0].x.y }}"]
)
def test_a_placeholder_that_cannot_be_filled_in_is_told(small: SmallProject, text: str) -> None:
    with_template(small, *NEEDED, *PARTS, "{%p for said in counts %}", text, "{%p endfor %}")
    [(where, found)] = problems_of(small)
    assert where == "the template own.docx"
    assert found.startswith("a placeholder that cannot be filled in (")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"{\\rtf1 }"])
def test_a_template_that_is_no_word_document_is_told(small: SmallProject, content: bytes) -> None:
    with_template(small, *NEEDED, *PARTS).write("styles/own.docx", content)
    [(where, found)] = problems_of(small)
    assert (where, found.partition(" (")[0]) == ("the template own.docx", "it cannot be read")


def test_a_template_that_is_not_there_is_told_with_the_style(small: SmallProject) -> None:
    with_template(small, *NEEDED, *PARTS).change(STYLE, "own.docx", "onw.docx")
    with pytest.raises(ProblemsFound) as raised:
        load_style(small.folder, "kent")
    [problem] = raised.value.problems
    assert "covering_template" in problem.where
    assert (problem.found, problem.remedy) == ('"onw.docx"', 'did you mean "own.docx"?')


def test_the_shipped_template_is_the_one_that_is_made(tmp_path: Path) -> None:
    make(load_style(ROOT, "kent"), tmp_path / "made.docx")
    assert read(tmp_path / "made.docx") == read(SHIPPED)


@pytest.mark.skipif(not openxml.available(), reason=openxml.MISSING)
def test_microsoft_s_validator_finds_nothing(small: SmallProject) -> None:
    assert openxml.complaints(of_small(commented(small), "covering")) == []
