"""The spec: broken YAML, wrong types, names that lead nowhere, what is impossible, absurd or hostile."""

from __future__ import annotations

from itertools import pairwise

from tests.support.spoiled.case import (
    BROKEN,
    CUT,
    LONG,
    NO_CONTROL,
    PLANS,
    SPEC,
    Spoil,
    Spoiled,
    added,
    at,
    removed,
    replaced,
    written,
)

PAGES = "scorecards → Small_Scorecard → pages"
TITLE = "title: Percentage of plans issued in time"
TREND = "      - {kind: trend, periods: 2}\n"
SHEET_NAME = "a sheet name: none of [ ] : * ? / \\ '"
UNPRINTABLE = ("valid YAML", "remove unprintable characters")
TOO_DEEP = ("nesting deeper than 40 levels", "flat entries", "remove brackets or indents")
PLAIN = ("an anchor, alias or tag (&, * or !)", "plain values", "write the value itself")
SEVERAL = [("polarity: H", "polarity: up"), ("decimals: 1", "decimals: 9"), ("id: england", "id: Eng land")]
SEVERAL += [("{kind: targets", "{kind: target")]
IN_COUNTY = f"{PAGES} → County → tables → monthly"
BOMB = ", ".join(f"&{b} [*{a}, *{a}, *{a}]" for a, b in pairwise("abcdefghijklm"))


def title(text: str) -> Spoil:
    """Another title of an indicator."""
    return replaced(SPEC, TITLE, f"title: {text}")


SPECS: Spoiled = {
    "no spec": (removed(SPEC), [(SPEC, "no such file")]),
    "an empty spec": (written(SPEC, ""), [(at(1), "nothing")]),
    "a spec of remarks": (written(SPEC, "# Nothing yet.\n\n"), [(at(1), "nothing")]),
    "a list for a spec": (written(SPEC, "- areas\n- teams\n"), [(at(1), "a list")]),
    "a word for a spec": (written(SPEC, "areas"), [(at(1), '"areas"')]),
    "UTF-16": (
        lambda small: small.write(SPEC, small.text(SPEC).encode("utf-16")),
        [(at(1), "a character that is not UTF-8")],
    ),
    "Windows-1252": (
        lambda small: small.write(SPEC, small.text(SPEC).replace("plans", "é").encode("cp1252")),
        [(at(30), "a character that is not UTF-8")],
    ),
    "bytes": (written(SPEC, bytes(range(256))), [(at(2), "a character that is not UTF-8")]),
    "a tab": (
        replaced(SPEC, "    code: P1", "\tcode: P1"),
        [
            (
                at(29),
                "found a tab character that violates indentation (while scanning a plain scalar, begun on line 28)",
            )
        ],
    ),
    "an unclosed bracket": (
        replaced(SPEC, "[Eastham]}", "[Eastham"),
        [(at(6), "did not find expected ',' or ']' (while parsing a flow sequence, begun on line 5)", *BROKEN)],
    ),
    "a character that shows nothing": (
        title("Percentage\x07"),
        [(SPEC, "unacceptable character #x0007: control characters are not allowed", *UNPRINTABLE)],
    ),
    "nested brackets": (written(SPEC, "[" * 100_000), [(at(1), *TOO_DEEP)]),
    "nested mappings": (written(SPEC, "{a: " * 1_000), [(at(1), *TOO_DEEP)]),
    "an alias bomb": (
        added(SPEC, f"bomb: [&a [x], {BOMB}]\n"),
        [(at(109, "bomb → entry 1"), *PLAIN), (at(109, "bomb"), 'the unknown key "bomb"')],
    ),
    "a tag that would run a program": (
        title("!!python/object/apply:os.system [ls]"),
        [(at(30, f"{PLANS} → title"), *PLAIN)],
    ),
    "two documents": (added(SPEC, "---\nareas: []\n"), [(at(109), "a second document, after ---")]),
    "a key twice": (
        replaced(SPEC, "    code: P1", "    code: P1\n    code: P2"),
        [(at(30, f"{PLANS} → code"), 'the key "code" for the second time (first on line 29)')],
    ),
    "a key that is no word": (
        replaced(SPEC, "    code: P1", "    [code]: P1"),
        [(at(29, PLANS), "a key that is not a word")],
    ),
    "a word that programs read in two ways": (
        replaced(SPEC, "qpr: true", "qpr: yes"),
        [(at(33, f"{PLANS} → qpr"), "yes, which programs read in different ways")],
    ),
    "text for a number": (replaced(SPEC, "decimals: 1", 'decimals: "1"'), [(at(36, f"{PLANS} → decimals"), '"1"')]),
    "a number for text": (title("2024"), [(at(30, f"{PLANS} → title"), "2024")]),
    "a list for text": (title("[a, b]"), [(at(30, f"{PLANS} → title"), "a list")]),
    "nothing for text": (title(""), [(at(30, f"{PLANS} → title"), "nothing")]),
    "a huge number": (
        replaced(SPEC, "periods: 2", f"periods: {'9' * 5000}"),
        [(at(16, "column_sets → M → columns → trend → periods"), "9" * 18)],
    ),
    "infinity": (
        replaced(SPEC, "areas:", "small_denominator: .inf\nareas:"),
        [(at(1, "small_denominator"), ".inf, which programs read in different ways")],
    ),
    "a number beyond all": (
        replaced(SPEC, "areas:", f"small_denominator: {'9' * 400}.0\nareas:"),
        [(at(1, "small_denominator"), "inf", "a whole number", "write a whole number, without quotes")],
    ),
    "no number": (
        replaced(SPEC, "areas:", "small_denominator: .nan\nareas:"),
        [(at(1, "small_denominator"), ".nan, which programs read in different ways")],
    ),
    "an unknown key": (
        replaced(SPEC, "    code: P1", "    cod: P1"),
        [(at(29, f"{PLANS} → cod"), 'the unknown key "cod"')],
    ),
    "an unknown word": (
        replaced(SPEC, "polarity: H", "polarity: up"),
        [(at(31, f"{PLANS} → polarity"), '"up"', "H, L, T")],
    ),
    "an id twice": (
        replaced(SPEC, "  - id: REPEAT", "  - id: PLANS"),
        [
            (at(42, f"{PLANS} → id"), '"PLANS" for the second time (first on line 28)'),
            (at(83, f"{IN_COUNTY} → sections → entry 1 → indicators → REPEAT"), '"REPEAT"'),
        ],
    ),
    "an area that is not there": (
        replaced(SPEC, "districts: [Eastham]", "districts: [Westham]"),
        [
            (
                at(5, "teams → Eastham CSWT → districts → Westham"),
                '"Westham"',
                "a district: Eastham",
                'did you mean "Eastham"?',
            )
        ],
    ),
    "two counties": (
        replaced(SPEC, "level: district", "level: county"),
        [(at(1, "areas"), "2 areas of level county")],
    ),
    "a title of 40,000 characters": (
        title(LONG),
        [(at(30, f"{PLANS} → title"), f'"{CUT}"', "at most 2000 characters", "change the value")],
    ),
    "a code of 40,000 characters": (
        replaced(SPEC, "code: P1", f"code: {LONG}"),
        [(at(29, f"{PLANS} → code"), f'"{CUT}"', "at most 2000 characters", "change the value")],
    ),
    "an area's name of 40,000 characters": (
        replaced(SPEC, "name: Eastham,", f"name: {LONG},"),
        [(at(3, f"areas → {CUT} → name"), f'"{CUT}"', "at most 100 characters", "change the value")],
    ),
    "a sheet name that Excel refuses": (
        replaced(SPEC, "name: Targets", "name: Targets/2024"),
        [(at(103, f"{PAGES} → Targets/2024 → name"), '"Targets/2024"', SHEET_NAME, "change the value")],
    ),
    "a sheet name of two lines": (
        replaced(SPEC, "name: Targets", 'name: "Targets\\n2024"'),
        [(at(103, f"{PAGES} → Targets\\n2024 → name"), r'"Targets\n2024"', SHEET_NAME, "change the value")],
    ),
    "a sheet name that is long as Excel counts": (
        replaced(SPEC, "name: Targets", f"name: {'😀' * 16}"),
        [
            (
                at(103, f"{PAGES} → {'😀' * 16} → name"),
                f'the sheet name "{"😀" * 16}"',
                "at most 31 characters",
                "shorten the name",
            )
        ],
    ),
    "300 columns of trend": (
        replaced(SPEC, "periods: 2", "periods: 300"),
        [(at(16, "column_sets → M → columns → trend → periods"), "300", "24 or less", "change the value")],
    ),
    "300 trends": (
        replaced(SPEC, TREND, TREND * 300),
        [(at(10, "column_sets → M → columns"), "a list", "a list of at most 60", "change the value")],
    ),
    "control characters in a title": (
        title(r'"Plans\x01 in\x1b[31m time"'),
        [(at(30, f"{PLANS} → title"), r'"Plans\x01 in\x1b[31m time"', *NO_CONTROL)],
    ),
    "a NUL in a note": (
        replaced(SPEC, "[A note.]", r'["A\0note."]'),
        [(at(84, f"{IN_COUNTY} → notes → A\\x00note."), r'"A\x00note."', *NO_CONTROL)],
    ),
    "a character that XML does not allow": (
        title(r'"Plans\uffff"'),
        [(at(30, f"{PLANS} → title"), r'"Plans\uffff"', *NO_CONTROL)],
    ),
    "everything wrong at once": (
        lambda small: [replaced(SPEC, old, new)(small) for old, new in SEVERAL],
        [
            (at(7, "benchmark_groups → Eng land → id"), '"Eng land"'),
            (at(36, f"{PLANS} → decimals"), "9", "6 or less", "change the value"),
            (at(31, f"{PLANS} → polarity"), '"up"'),
            (at(103, f"{PAGES} → Targets"), '"target"'),
        ],
    ),
}
