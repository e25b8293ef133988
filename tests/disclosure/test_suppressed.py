"""What is suppressed now stands nowhere in the new workbook, though an earlier edition stated it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from tests.support.changing import DECEMBER as DECEMBER_2024
from tests.support.changing import PAGE, add_activity, add_page, changes_of, december, follow, workbook_of
from tests.support.commented import commented
from tests.support.laying_out import lay_out
from tests.support.recipes import check, compared
from tests.support.small import SmallProject
from workbook_builder.checks import check_scorecard
from workbook_builder.commands.build import Order, build
from workbook_builder.commentary import make_commentary
from workbook_builder.disclosure import disclose
from workbook_builder.grid import Style
from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.figures import Missing, Withheld
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import find_scorecard, make_scorecard
from workbook_builder.scorecards.changes import Kind, find_changes
from workbook_builder.scorecards.exceptions import find_exceptions
from workbook_builder.specs import load_spec
from workbook_builder.styles import load_style

OBSERVATIONS = "inputs/2024-11/observations.csv"
DECEMBER = "inputs/2024-12/observations.csv"
CONTENTS = "      - {kind: contents, name: Contents}\n"
# What was suppressed since, by its row of December: the numbers that November's edition stated, all unlike any other.
STATED = {
    "PLANS,Shire,2024-11": ("73.917", "1483", "2007"),  # newly RED in December, and the arrow turns
    "PLANS,Shire,2023-24": ("51.383", "", ""),  # the outturn of the year before
    "REPEAT,Shire,2024-10": ("21.619", "", ""),  # a month of the trend
    "VISITS,Shire,2024-11": ("83719", "", ""),  # of the page of activity
    "VISITS,Shire,2024-09": ("64937", "", ""),
    "PLACES,Shire,2024-25 Autumn": ("59173", "", ""),
}
WRITTEN_OF = "39.713"  # the figure that the author of a text saw
NUMBERS = [*(number for numbers in STATED.values() for number in numbers if number), WRITTEN_OF]


def _stated(key: str, numbers: tuple[str, ...]) -> str:
    return f"{key},{','.join(numbers)},,\n"


@pytest.fixture
def two_editions(small: SmallProject) -> SmallProject:
    """A project with every kind of page that compares, whose November states the numbers."""
    commented(small)
    small.change("indicator_specs.yaml", CONTENTS, CONTENTS + "      - {kind: exceptions, name: Exceptions}\n")
    small.change(
        "indicator_specs.yaml",
        "      - {kind: sources",
        "      - {kind: checks, name: Checks}\n      - {kind: sources",
    )
    spec = small.text("indicator_specs.yaml")
    follow(small, {"PLANS,Shire": "41.0", "SECOND,Shire": ""}, "SECOND,Shire,2024-12,,,,suppressed,\n")
    small.write("inputs/2024-11/indicator_specs.yaml", spec)
    small.write(
        "inputs/2024-12/commentary.csv",
        "page,section,indicator,text,author,figures\n"
        f"County,Children,SECOND,Second plans are as few as they were.,copy.xlsx,GREEN; {WRITTEN_OF}; 20.0\n",
    )
    add_activity(small, "", "VISITS,Shire,2024-12,70000,,,,\n")
    add_page(small)
    november = small.text(OBSERVATIONS).splitlines(keepends=True)
    kept = [row for row in november if not row.startswith(tuple(STATED))]
    small.write(OBSERVATIONS, "".join(kept) + "".join(_stated(*item) for item in STATED.items()))
    return small


def suppress(small: SmallProject) -> None:
    """Suppress in December all that November stated."""
    small.write(DECEMBER, small.text(DECEMBER) + "".join(f"{key},,,,suppressed,\n" for key in STATED))


def everything_in(file: Path) -> str:
    """The text of all parts of a workbook, without separators of thousands."""
    with zipfile.ZipFile(file) as parts:
        text = "\n".join(parts.read(name).decode() for name in parts.namelist())
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def test_no_page_shows_what_is_suppressed_since(two_editions: SmallProject) -> None:
    suppress(two_editions)
    text = everything_in(build(Order(two_editions.folder, "2024-12")).file)
    assert [number for number in NUMBERS if number in text] == []


def test_the_search_finds_what_is_revised_instead(two_editions: SmallProject) -> None:
    restated = "".join(f"{key},{'1,1,9' if all(numbers) else '1,,'},,\n" for key, numbers in STATED.items())
    two_editions.write(DECEMBER, two_editions.text(DECEMBER).replace(",,,,suppressed,", ",17.0,,,,") + restated)
    text = everything_in(build(Order(two_editions.folder, "2024-12")).file)
    assert [number for number in NUMBERS if number not in text] == []


def held_by(thing: object, seen: set[int] | None = None) -> Iterator[object]:
    """Every text and number that an object leads to: through dataclasses, mappings and collections."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, Mapping):
        inner: Iterable[object] = (*thing.keys(), *thing.values())
    elif isinstance(thing, Collection) and not isinstance(thing, str):
        inner = thing
    elif is_dataclass(thing):
        inner = [*getattr(thing, "__dict__", {}).values(), *(getattr(thing, field.name) for field in fields(thing))]
    else:
        yield thing
        return
    for one in inner:
        yield from held_by(one, seen)


def stages(small: SmallProject) -> dict[str, object]:
    """All that is handed on from the gate to the end, by stage."""
    spec = load_spec(small.folder)
    inputs = disclose(spec, read_inputs(spec, small.folder, DECEMBER_2024))
    made = compared(make_scorecard(spec, inputs, find_scorecard(spec)), small.folder, inputs)
    commented_on = replace(made, commentary=make_commentary(made, inputs, {}))
    findings = check_scorecard(commented_on, inputs)
    sheets = lay_out(replace(commented_on, findings=findings), load_style(small.folder, "kent"))
    changes, exceptions = find_changes(made.previous, made), find_exceptions(made)
    named = {"inputs": inputs, "scorecard": made, "commentary": commented_on.commentary, "findings": findings}
    return {**named, "changes": changes, "exceptions": exceptions, "sheets": sheets}


def told_in(thing: object) -> list[str]:
    """The suppressed numbers among all that an object holds, as a number or within a text."""
    texts = [re.sub(r"(?<=\d),(?=\d{3})", "", str(one)) for one in held_by(thing)]
    return [number for number in NUMBERS if any(re.search(rf"(?<!\d){re.escape(number)}(?!\d)", t) for t in texts)]


def test_nothing_behind_the_gate_holds_it(two_editions: SmallProject) -> None:
    suppress(two_editions)
    assert {stage: told_in(held) for stage, held in stages(two_editions).items() if told_in(held)} == {}


def test_the_walk_finds_what_is_held_in_front_of_it(two_editions: SmallProject) -> None:
    suppress(two_editions)
    assert told_in(read_inputs(load_spec(two_editions.folder), two_editions.folder, DECEMBER_2024)) == NUMBERS


def test_a_finding_that_quotes_a_text_does_not_tell_it(two_editions: SmallProject) -> None:
    commentary, text = "inputs/2024-12/commentary.csv", "It was 73.917% in November, and 41.0% is AMBER."
    two_editions.write(commentary, two_editions.text(commentary) + f'County,Plans,PLANS,"{text}",,\n')
    before = "page,section,indicator,text,author,figures\n" + f'County,Plans,PLANS,"{text}",,\n'
    two_editions.write("inputs/2024-11/commentary.csv", before)
    suppress(two_editions)
    found = {each.rule: str(each) for each in check(two_editions.folder, "2024-12")}
    assert "[suppressed]" in found["commentary_unchanged"]
    assert [number for number in NUMBERS if any(number in told for told in found.values())] == []


def test_the_previous_edition_does_not_even_hold_it(two_editions: SmallProject) -> None:
    held = repr(december(two_editions).previous)
    assert [number for number in NUMBERS[:-1] if f"'{number}'" not in held] == []
    suppress(two_editions)
    held = repr(december(two_editions).previous)
    assert [number for number in NUMBERS[:-1] if number in held] == []


def test_no_warning_tells_it(two_editions: SmallProject) -> None:
    suppress(two_editions)
    found = check(two_editions.folder, "2024-12")
    told = " ".join(str(finding).replace(",", "") for finding in found)
    assert [number for number in NUMBERS if number in told] == []
    revised = [(each.indicator, each.period, each.found) for each in found if each.rule == "revision"]
    assert len(revised) == len(STATED)
    assert {each.expected.partition(",")[0] for each in found if each.rule == "revision"} == {"a figure"}


def test_a_text_that_tells_it_is_found_and_the_warning_does_not_tell_it(two_editions: SmallProject) -> None:
    commentary = "inputs/2024-12/commentary.csv"
    line = 'County,Plans,PLANS,"It was 73.917% in November (1,483 of 2,007), and 50.5% before.",,\n'
    two_editions.write(commentary, two_editions.text(commentary) + line)
    assert "withheld" not in {each.rule for each in check(two_editions.folder, "2024-12")}
    suppress(two_editions)
    [found] = [each for each in check(two_editions.folder, "2024-12") if each.rule == "withheld"]
    assert (found.indicator, found.place, found.where) == ("PLANS", "Shire", f"{commentary}, row 3")
    assert found.found == "a figure of Nov-24 that is suppressed"
    assert [number for number in NUMBERS if number in str(found).replace(",", "")] == []


def test_what_changed_tells_that_it_was_stated(two_editions: SmallProject) -> None:
    suppress(two_editions)
    changes = changes_of(two_editions)
    told = {(change.row, change.what, change.before, change.now) for change in changes[Kind.REVISED]}
    stated, hidden = Withheld.STATED, Missing.SUPPRESSED
    assert told == {
        (("PLANS", "Shire"), "figure of Nov-24", stated, hidden),
        (("PLANS", "Shire"), "figure of 2023-24", stated, hidden),
        (("REPEAT", "Shire"), "figure of Oct-24", stated, hidden),
        (("VISITS", "Shire"), "figure of Nov-24", stated, hidden),
        (("VISITS", "Shire"), "figure of Sep-24", stated, hidden),
        (("PLACES", "Shire"), "figure of Autumn 24-25", stated, hidden),
    }


def test_it_looks_like_the_reason_beside_it(two_editions: SmallProject) -> None:
    suppress(two_editions)
    [sheet] = [sheet for sheet in workbook_of(two_editions).sheets if sheet.name == PAGE]
    assert {cell.style for _, _, cell in sheet.cells() if cell.value in ("stated", "suppressed")} == {Style.MISSING}


def test_the_rating_that_it_had_is_not_told_either_since_it_says_between_which_limits_it_lay(
    two_editions: SmallProject,
) -> None:
    suppress(two_editions)
    changes = [change for found in changes_of(two_editions).values() for change in found]
    assert [c for c in changes if c.row == ("PLANS", "Shire") and isinstance(c.before, Rag)] == []
    [sheet] = [sheet for sheet in workbook_of(two_editions).sheets if sheet.name == "Exceptions"]
    told = [str(cell.value) for _, _, cell in sheet.cells()]
    assert "suppressed since November 2024" in told
    assert [text for text in told if "GREEN in" in text] == []


def test_what_was_suppressed_before_has_not_changed(two_editions: SmallProject) -> None:
    suppress(two_editions)
    two_editions.write(
        OBSERVATIONS,
        two_editions.text(OBSERVATIONS).replace(
            "REPEAT,Shire,2024-10,21.619,,,,", "REPEAT,Shire,2024-10,,,,suppressed,"
        ),
    )
    assert ("REPEAT", "Shire") not in {change.row for change in changes_of(two_editions)[Kind.REVISED]}
