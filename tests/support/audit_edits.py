"""Single edits of a built workbook, and what the audit must then find: rule, place, found, expected, difference.

A cell is named by its team, its row (a title or one of the kinds of headings) and the heading of its column.
"""

from __future__ import annotations

from tests.support.editing import Typed

Found = tuple[str, str, str, str, str]
Where = tuple[str, str, str]
SHEET, TABLE = "Ashford", "Ashford_social_care"
CSWT, EHU = "Ashford CSWT", "Ashford EHU"
REPEAT = "Percentage re-referrals to Children's Social Work Services within 12 months of a previous referral (R12M)"
AUDITS = "Percentage of EH Unit Case Audits rated good or outstanding"
UPPER, LOWER, REPEATED = "upper heading", "lower heading", "sub-heading"

EDITS: dict[str, tuple[Where, Typed, list[Found]]] = {
    "a rating": (
        (CSWT, REPEAT, "RAG\n2024-25"),
        "RED",
        [("rating", CSWT, "RED for 23.0, target 25.0", "GREEN: the target is met", "2 steps too bad")],
    ),
    "a rating that is removed": (
        (CSWT, REPEAT, "RAG\n2023-24"),
        None,
        [("rating", CSWT, "an empty cell for 24.4, target 25.0", "GREEN: the target is met", "no rating")],
    ),
    "an arrow": (
        (CSWT, REPEAT, "DOT"),
        "⇩",
        [("direction", CSWT, "worsened, from 23.8 to 23.0", "improved: lower is better (L)", "a change of -0.8")],
    ),
    "an arrow of another kind": (
        (CSWT, REPEAT, "DOT"),
        "↗",
        [("direction", CSWT, "↗, from 23.8 to 23.0", "improved: lower is better (L)", "a change of -0.8")],
    ),
    "an arrow that is removed": (
        (CSWT, REPEAT, "DOT"),
        None,
        [
            (
                "direction",
                CSWT,
                "an empty cell, from 23.8 to 23.0",
                "improved: lower is better (L)",
                "a change of -0.8",
            )
        ],
    ),
    "a figure": (
        (CSWT, REPEAT, "Jul-24"),
        42.4,
        [("other_figure", CSWT, "42.4", "24.4, as the inputs say", "+18.0")],
    ),
    "a figure that is displayed as it was": ((CSWT, REPEAT, "Jul-24"), 24.36, []),
    "a figure typed as text": ((CSWT, REPEAT, "Jul-24"), "24.4", []),
    "a figure with a comma": (
        (CSWT, REPEAT, "Jul-24"),
        "24,4",
        [
            (
                "not_a_figure",
                CSWT,
                '"24,4"',
                "a number, or one of: N/A, to be supplied, new indicator, suppressed",
                "cannot be read",
            )
        ],
    ),
    "the heading of an earlier month": (
        (CSWT, LOWER, "Sep-24"),
        "Sep-23",
        [("heading", SHEET, "Sep-23", "Sep-24", "1 heading")],
    ),
    "the heading of a team": (
        (EHU, REPEATED, "Measure"),
        "Oct-24",
        [("heading", SHEET, "Oct-24", "Nov-24", "1 heading")],
    ),
    "the heading of the latest month": (
        (CSWT, UPPER, "Measure"),
        "Latest Month: Oct-24",
        [("heading", SHEET, "Latest Month: Oct-24", "Latest Month: Nov-24", "1 heading")],
    ),
    "the year of a target": (
        (CSWT, LOWER, "Target\n2024-25"),
        "Target\n2023-24",
        [("heading", SHEET, "Target 2023-24", "Target 2024-25", "1 heading")],
    ),
    "the year of a benchmark": (
        (CSWT, LOWER, "England\n2023-24"),
        "England 2022-23",
        [("heading", SHEET, "England 2022-23", "England 2023-24", "1 heading")],
    ),
    "a title": (
        (CSWT, REPEAT, "Indicator"),
        "Repeat referrals",
        [("other_text", CSWT, "Repeat referrals", REPEAT, "another Indicator")],
    ),
    "a code": (
        (CSWT, REPEAT, "Code"),
        "SCS99",
        [("other_text", CSWT, "SCS99", "SCS03", "another Code")],
    ),
    "a title of a row whose id stands in place of a code": (
        (EHU, AUDITS, "Indicator"),
        "Audits",
        [("other_text", EHU, "Audits", AUDITS, "another Indicator")],
    ),
    "a tick": (
        (CSWT, REPEAT, "QPR"),
        "✓",
        [("other_text", CSWT, "✓", "an empty cell", "another QPR")],
    ),
    "a team": (
        (EHU, REPEATED, "Indicator"),
        "Ashford unit",
        [
            (
                "extra_row",
                "Ashford unit",
                '5 rows of the team "Ashford unit"',
                "no such team: perhaps Ashford EHU",
                "unknown",
            ),
            ("missing_row", EHU, "no such team", "5 rows", "missing"),
        ],
    ),
}
