"""Projects that look odd or hostile and yet mean what they say: they build, and what is text stays text."""

from __future__ import annotations

import re

from tests.support.excel import change, to_workbook
from tests.support.reading import BENCHMARKS, FOLDER, OBSERVATIONS, SOURCES, TARGETS
from tests.support.small import SmallProject
from tests.support.spoiled.case import SPEC, STYLE, Spoil, replaced

Odd = dict[str, tuple[Spoil, list[object]]]
"""How the project is made odd, and cells that its workbook must then have, each as text or number."""
TEXTS = {
    "a formula": "=1+1",
    "a formula that starts a program": "=cmd|' /C calc'!A0",
    "a formula that opens a page": '=HYPERLINK("https://example.org","Open")',
    "a sum": "+1+1",
    "a difference": "-1-1",
    "an old function": "@SUM(1)",
    "an array formula": "{=1+1}",
    "a link": "https://example.org",
    "a link to a sheet": "internal:Targets!A1",
    "a number that is text": "007",
    "a truth that is text": "TRUE",
    "XML": "<a href='x'>&amp; \"b\"</a>",
    "half of XML": "</t></si>",
    "an escaped character": "_x0041_",
    "codes of a header": "&G&P &&D",
    "an emoji": "Plans 📈 in time",
    "letters from right to left": "خطط",
    "an override of direction": "Plans \u202e in time",
    "a line break": "Plans\nin time",
    "2,000 characters": "x" * 2_000,
    "2,000 emojis": "📈" * 2_000,
}


def in_quotes(text: str) -> str:
    """The text as YAML takes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def everywhere(text: str) -> Spoil:
    """The text in the place of a title, code, definition, table's title, note and source."""

    def spoil(small: SmallProject) -> None:
        quoted = in_quotes(text)
        for old in ("title: Percentage of plans issued in time", "source: Case system", "title: Monthly"):
            small.change(SPEC, old, f"{old.partition(':')[0]}: {quoted}")
        for old in ("title: Small Scorecard", "definition: Plans issued in time as a percentage of all plans."):
            small.change(SPEC, old, f"{old.partition(':')[0]}: {quoted}")
        small.change(SPEC, "[A note.]", f"[{quoted}]")
        cell = text.replace('"', '""')
        small.change(SOURCES, "Month of November 2024", f'"{cell}"')

    return spoil


def encoded(file: str, encoding: str) -> Spoil:
    """A file in another encoding."""
    return lambda small: small.write(file, small.text(file).encode(encoding))


def with_crlf(small: SmallProject) -> None:
    """Every file with the line ends of Windows."""
    for file in (SPEC, STYLE, f"{FOLDER}/edition.yaml", OBSERVATIONS, TARGETS, BENCHMARKS, SOURCES):
        small.write(file, small.text(file).replace("\n", "\r\n"))


def in_cp1252(small: SmallProject) -> None:
    """A table as Excel for Windows saves it."""
    small.write(SOURCES, small.text(SOURCES).replace("Dec 2024", "Décembre – 2024").encode("cp1252"))


def figure(text: str) -> Spoil:
    """Another figure of the county's PLANS in November, whose measure nothing makes."""

    def spoil(small: SmallProject) -> None:
        small.change(SPEC, "measure: percentage", "measure: none")
        small.change(OBSERVATIONS, "61.5,123,200", f"{text},,")

    return spoil


def with_an_endless_number_format(small: SmallProject) -> None:
    """A figure whose number format would take hours to understand."""
    change(to_workbook(small), {"D4": (61.5, f"{',' * 30_000}0.0.0")})


ODD: Odd = {
    **{what: (everywhere(text), [text]) for what, text in TEXTS.items()},
    "text that XlsxWriter takes for its own": (everywhere("<r><t>x</t></r>"), ["<r><t>x</t></r> "]),
    "a spec with a byte order mark": (encoded(SPEC, "utf-8-sig"), []),
    "figures with a byte order mark": (encoded(OBSERVATIONS, "utf-8-sig"), [61.5]),
    "line ends of Windows": (with_crlf, [61.5, "A note."]),
    "Windows-1252": (in_cp1252, ["Décembre – 2024"]),
    "fifteen digits": (figure("999999999999999"), [999999999999999]),
    "fifteen decimals": (figure("0.12345678901234"), [0.12345678901234]),
    "less than nothing": (figure("−61.5"), [-61.5]),
    "empty rows": (
        lambda small: small.write(OBSERVATIONS, re.sub("\n", "\n\n,,,\n", small.text(OBSERVATIONS))),
        [61.5],
    ),
    "a number format without end": (with_an_endless_number_format, [61.5]),
    "a code of 2,000 characters": (replaced(SPEC, "code: P1", f"code: {'x' * 2_000}"), ["x" * 2_000]),
}
SHEET_NAMES = [
    "A & B",
    "=1+1",
    "#1",
    "a%20b",
    '100% "x"',
    "<b>",
    "$A$1",
    " Targets ",
    "R1C1",
    "!",
    "Ziele €",
    "📈" * 15,
]
