"""edition.yaml and the style: broken, impossible, or naming what is not there."""

from __future__ import annotations

from tests.support.reading import FOLDER
from tests.support.spoiled.case import (
    BROKEN,
    CUT,
    LONG,
    STYLE,
    Spoiled,
    a_folder,
    added,
    at,
    removed,
    replaced,
    written,
)

EDITION = f"{FOLDER}/edition.yaml"
BRACKET = "did not find expected ',' or ']' (while parsing a flow sequence, begun on line 1)"

EDITIONS: Spoiled = {
    "no edition.yaml": (removed(EDITION), [(EDITION, "no such file")]),
    "a folder for edition.yaml": (a_folder(EDITION), [(EDITION,)]),
    "an empty edition.yaml": (written(EDITION, ""), [(at(1, file=EDITION), "nothing")]),
    "a broken edition.yaml": (written(EDITION, "month: [2024-11\n"), [(at(2, file=EDITION), BRACKET, *BROKEN)]),
    "another month": (replaced(EDITION, "2024-11", "2024-12"), [(at(1, "month", EDITION), '"2024-12"')]),
    "a month that is none": (replaced(EDITION, "2024-11", "0000-00"), [(at(1, "month", EDITION), '"0000-00"')]),
    "a day that is none": (
        replaced(EDITION, "2025-01-22", "2025-02-30"),
        [(at(2, "published", EDITION), '"2025-02-30"')],
    ),
    "a day long ago": (
        replaced(EDITION, "2025-01-22", "0001-01-01"),
        [(at(2, "published", EDITION), '"0001-01-01"', "2000-01-01 or later", "change the value")],
    ),
    "an unknown status": (replaced(EDITION, "draft", "drat"), [(at(3, "status", EDITION), '"drat"')]),
    "a warning accepted without a reason": (
        added(EDITION, "accepted:\n  - {rule: ratio, indicator: PLANS, reason: ok}\n"),
        [(at(5, "accepted → PLANS → reason", EDITION), '"ok"')],
    ),
    "a warning accepted of no rule": (
        added(EDITION, "accepted:\n  - {rule: rato, indicator: PLANS, reason: It is as it is.}\n"),
        [(f"{EDITION}: accepted → rule", '"rato"')],
    ),
}

STYLES: Spoiled = {
    "a broken style": (written(STYLE, "font: [Calibri\n"), [(at(2, file=STYLE), BRACKET)]),
    "a style of another shape": (
        replaced(STYLE, "Calibri\nsize: 10\n", "Calibri\nsize: large\n"),
        [(f"{STYLE}: size", '"large"', "a number", "write a number, without quotes")],
    ),
    "a colour that is none": (
        replaced(STYLE, '"#C00000"', '"dark red"'),
        [(f"{STYLE}: cells → draft → color", '"dark red"')],
    ),
    "text that cannot be read": (
        replaced(STYLE, 'fill: "#00B050"', 'fill: "#101010"'),
        [(f"{STYLE}: cells → rag_green", "#000000 on #101010: a contrast of 1.10 to 1")],
    ),
    "an arrow that would break formulas": (
        replaced(STYLE, 'improved: "⇧"', "improved: '\"'"),
        [(f"{STYLE}: symbols → improved", '"""')],
    ),
    "a font of 40,000 characters": (
        replaced(STYLE, "font: Segoe UI Symbol", f"font: {LONG}"),
        [(f"{STYLE}: cells → travel → font", f'"{CUT}"', "at most 31 characters", "change the value")],
    ),
}
