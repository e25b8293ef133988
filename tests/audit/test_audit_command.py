"""`workbook-builder audit`: its report as text, JSON and workbook, its problems, and its worked example in docs/."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.support.audits import auditor, cells_file
from tests.support.commands import OUTPUT, Ran, Run, runner
from tests.support.printed_cells import CELLS, printed_rows
from tests.support.small import SmallProject
from workbook_builder.audit import COMPARISONS
from workbook_builder.audit.cells_file import COLUMNS
from workbook_builder.commands.words import as_data
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs import Inputs
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

DOCUMENT = "docs/audit_2024-11.md"
ENTRY = re.compile(r"### (\w+): (.+)\n\n- found: (.+)\n- expected: (.+)\n\n(.+(?:\n.+)*)")
HEADER = ",".join(COLUMNS)


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project."""
    return runner(small.folder, capsys)


@pytest.fixture
def shipped(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the shipped project."""
    return runner(root, capsys)


@pytest.fixture(scope="module")
def found(scorecard: Scorecard, inputs: Inputs, looks: Looks) -> tuple[Finding, ...]:
    """What the audit finds in the published cells."""
    return auditor(scorecard, inputs, looks)(CELLS)


def entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The explanations of the document, each with its page, rule, subject, what was found and what was expected."""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        page, _, body = part.partition("\n")
        for rule, subject, found, expected, why in ENTRY.findall(body):
            yield why, (page, rule, subject, found, expected)


def test_the_worked_example_explains_exactly_what_is_reported(root: Path, found: tuple[Finding, ...]) -> None:
    text = (root / DOCUMENT).read_text(encoding="utf-8")
    explained = dict(entries(text))
    reported = [
        (f.page, f.rule, ", ".join([f.indicator or f.title, f.place, f.period]), f.found, f.expected) for f in found
    ]
    assert Counter(explained.values()) == Counter(reported)
    assert text.count("\n### ") == len(reported)
    assert all(len(why.split()) >= 10 for why in explained)


def test_the_worked_example_counts_what_is_right(root: Path, found: tuple[Finding, ...]) -> None:
    rated = [word for row in printed_rows() for word in (row["rag"], row["prev_rag"])]
    ratings = sum(1 for word in rated if word in Rag.__members__ and word != Rag.NOT_RATED.name)
    arrows = sum(1 for row in printed_rows() if row["dot"])
    wrong = Counter(re.split(", column ", finding.where)[-1] for finding in found)
    counts = f"the other {ratings - wrong['rag']} printed ratings and {arrows - wrong['dot']} legible arrows"
    assert counts in " ".join((root / DOCUMENT).read_text(encoding="utf-8").split())


def test_the_report_names_each_page_once_with_its_findings(shipped: Run, found: tuple[Finding, ...]) -> None:
    ran = shipped("audit", "2024-11", "--against", str(CELLS))
    assert (ran.code, ran.err) == (0, "")
    headings = [line for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert headings == [*dict.fromkeys(finding.page for finding in found), f"Findings: {len(found)}"]
    assert (
        "Dover\n"
        "  direction: SISE4 Percentage of pupils at KS2 achieving age-related expectations in Reading, writing & "
        "mathematics (Dover, 2023-24)\n"
        "      found:      improved, from 56.1 to 54.7\n"
        "      expected:   worsened: higher is better (H)\n"
        "      difference: a change of -1.4\n"
        "      stands in:  2024-11_cells.csv, row 210, column dot\n"
    ) in ran.out


def test_json_holds_every_finding_and_nothing_else(shipped: Run, found: tuple[Finding, ...]) -> None:
    ran = shipped("audit", "2024-11", "--against", str(CELLS), "--json")
    assert json.loads(ran.out) == [as_data(replace(finding, severity=Severity.ERROR)) for finding in found]


def test_findings_are_no_failure_unless_asked_for(shipped: Run) -> None:
    command = ("audit", "2024-11", "--against", str(CELLS))
    assert shipped(*command).code == 0
    assert shipped(*command, "--strict").code == 1


def test_where_nothing_is_found_strict_is_content(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    ran = run("audit", "2024-11", "--against", str(small.folder / OUTPUT), "--strict")
    assert ran == Ran(0, "Findings: none\n", "")


@pytest.fixture
def report(tmp_path: Path, shipped: Run) -> Workbook:
    """The findings in the published cells as a workbook."""
    file = tmp_path / "new folder" / "report.xlsx"
    ran = shipped("audit", "2024-11", "--against", str(CELLS), "--xlsx", str(file))
    assert ran.summary["Written"] == str(file)
    return load_workbook(file)


def test_the_workbook_lists_every_finding(report: Workbook, found: tuple[Finding, ...]) -> None:
    heading, *rows = report["Findings"].iter_rows(min_row=4, values_only=True)
    assert heading == (
        *("Page", "Rule", "Indicator", "Area or team", "Period"),
        *("Found", "Expected", "Difference", "Stands in"),
    )
    assert rows == [
        (
            f.page,
            f.rule,
            f"{f.indicator} {f.title}".strip(),
            f.place,
            f.period,
            f.found,
            f.expected,
            f.difference,
            f.where,
        )
        for f in found
    ]


def test_the_workbook_counts_by_page_and_by_rule(report: Workbook, found: tuple[Finding, ...]) -> None:
    rows = list(report["Summary"].iter_rows(min_row=4, max_col=2, values_only=True))
    pages, rules = Counter(f.page for f in found), Counter(f.rule for f in found)
    assert rows == [
        ("Page or rule", "Findings"),
        ("By page", None),
        *pages.items(),
        ("By rule", None),
        *((comparison.id, rules[comparison.id]) for comparison in COMPARISONS),
        ("All", len(found)),
    ]


def test_a_page_or_rule_links_to_its_first_finding(report: Workbook) -> None:
    summary, listed = report["Summary"], report["Findings"]
    links = [cell for (cell,) in summary.iter_rows(max_col=1) if cell.hyperlink]
    assert len(links) == 10 + 7  # the pages and the rules that have findings
    for cell in links:
        sheet, _, address = str(cell.hyperlink and cell.hyperlink.location).partition("!")
        assert sheet == "'Findings'"
        row = listed[address].row
        earlier = [value for line in listed.iter_rows(5, row - 1, 1, 2, values_only=True) for value in line]
        assert cell.value in [listed.cell(row, 1).value, listed.cell(row, 2).value]
        assert cell.value not in earlier


def test_headings_stay_in_sight_and_nothing_is_merged(report: Workbook) -> None:
    assert report.sheetnames == ["Summary", "Findings"]
    for sheet in report:
        assert sheet.freeze_panes == "A5"
        assert sheet.print_title_rows == "$4:$4"
        assert not sheet.merged_cells.ranges


def test_a_report_without_findings_says_so(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    file = small.folder / "report.xlsx"
    run("audit", "2024-11", "--against", str(small.folder / OUTPUT), "--xlsx", str(file))
    texts = [cell.value for cell in load_workbook(file)["Findings"]["A"] if cell.value]
    assert texts[-1] == "Nothing was found: every rule was applied, and none contradicts what was published."


def test_the_audited_file_is_never_overwritten(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    file = small.folder / OUTPUT
    before = file.read_bytes()
    ran = run("audit", "2024-11", "--against", str(file), "--xlsx", str(file))
    assert ran.code == 1
    assert "the file that is audited" in ran.err
    assert file.read_bytes() == before


def test_a_report_that_cannot_be_written_is_a_problem(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    folder = small.folder / "report.xlsx"
    folder.mkdir()
    ran = run("audit", "2024-11", "--against", str(small.folder / OUTPUT), "--xlsx", str(folder))
    assert ran.code == 1
    assert "close report.xlsx if it is open in Excel, or choose another file with --xlsx" in ran.err


def test_arrows_are_those_of_the_style(small: SmallProject, run: Run) -> None:
    plain = small.text("styles/kent.yaml").replace("⇧", "▲").replace("⇩", "▼").replace("⇔", "▶")
    small.write("styles/plain.yaml", plain)
    run("build", "2024-11", "--style", "plain")
    command = ("audit", "2024-11", "--against", str(small.folder / OUTPUT))
    assert run(*command, "--style", "plain").out == "Findings: none\n"
    assert "▲" in run(*command).out


PROBLEMS = {
    "a file that is not there": (
        None,
        ["cells.csv\n    found:   No such file or directory\n    allowed: a readable file"],
    ),
    "an empty file": ("", ["cells.csv\n    found:   an empty table"]),
    "no rows": (
        f"{HEADER}\n",
        [
            "cells.csv\n    found:   no rows\n    allowed: a row for each indicator row printed\n"
            "    remedy:  fill in the printed figures"
        ],
    ),
    "semicolons": (
        HEADER.replace(",", ";"),
        ["cells.csv, row 1\n    found:   columns separated by ;\n    allowed: columns separated by commas"],
    ),
    "wrong columns, all of them at once": (
        HEADER.replace("benchmark", "benchmrk").replace(",national", ""),
        [
            'cells.csv, row 1\n    found:   the unknown column "benchmrk"',
            'remedy:  did you mean "benchmark"?',
            "cells.csv, row 1\n    found:   no column benchmark",
            "cells.csv, row 1\n    found:   no column national",
        ],
    ),
    "periods without values, in every row that has them": (
        f"{HEADER}\n" + "Shire,,m,PLANS,P1,Plans,H,MS,1,Sep-24;Oct-24,58.0,Nov-24\n" * 2,
        [
            "cells.csv, row 2, column trend\ncells.csv, row 3, column trend\n"
            "    found:   periods: 2; values: 1\n"
            "    allowed: a value for each period, separated by ;\n"
            "    remedy:  write N/A where none is"
        ],
    ),
}


@pytest.mark.parametrize(("content", "parts"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_file_of_cells_that_cannot_be_read_is_a_problem(
    small: SmallProject, run: Run, content: str | None, parts: list[str]
) -> None:
    file = small.folder / "cells.csv"
    if content is not None:
        small.write("cells.csv", content)
    ran = run("audit", "2024-11", "--against", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert [part for part in parts if part not in ran.err] == []


def test_the_kind_of_a_file_is_told_by_what_is_in_it(small: SmallProject, run: Run) -> None:
    run("build", "2024-11")
    file = small.write("scorecard.csv", (small.folder / OUTPUT).read_bytes())
    assert run("audit", "2024-11", "--against", str(file)).out == "Findings: none\n"


def test_an_excel_way_of_saving_the_cells_makes_no_difference(
    tmp_path: Path, scorecard: Scorecard, inputs: Inputs, looks: Looks, found: tuple[Finding, ...]
) -> None:
    """With a byte order mark and Windows line ends, and as 24-Nov what was Nov-24."""
    months = ("May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")
    days = {f"{month}-24": f"24-{month}" for month in months}
    rows = [
        row | {"measure_period": days.get(row["measure_period"], row["measure_period"])} for row in printed_rows()
    ]
    file = cells_file(tmp_path, rows)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert [replace(one) for one in auditor(scorecard, inputs, looks)(file)] == list(found)


def test_findings_say_in_numbers_what_was_printed_and_expected(found: tuple[Finding, ...]) -> None:
    made = [each for each in found if each.rule in ("ratio", "unit_slip")]
    assert made
    for each in made:
        assert each.unit
        assert (f"{each.found_number:,f}", f"{each.expected_number:,f}") == (
            each.found,
            each.expected.partition(", from")[0],
        )
    assert {each.rule for each in found if each.found_number is not None} <= {
        *("ratio", "unit_slip", "stated_twice", "other_figure", "other_target")
    }
