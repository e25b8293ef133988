"""Values that the spec cannot have: an editor with the JSON Schema marks each of them too."""

from __future__ import annotations

import json
from typing import get_args, get_type_hints

from tests.support.spec_faults import COUNTY, DISTRICT, PAGES, PLANS, Fault
from workbook_builder.specs.columns import Column

_LINES = ("`key: value` lines", "write the entry as keys with values")
_LIST = ("a list", "begin each entry with a dash")
_TEXT = ("text", "put the value in quotes")
_WHOLE = ("a whole number", "write a whole number, without quotes")
_WORDS = "use one of these words"
_KINDS = ", ".join(
    word for column in get_args(get_args(Column)[0]) for word in get_args(get_type_hints(column)["kind"])
)
_ENTRY = f"{DISTRICT} → tables → plans → sections → entry 1 → indicators"
_SHIRE = "{name: Shire, level: county}"

VALUE_FAULTS = [
    Fault("words for a number", "decimals: 1", "decimals: one", "one", f"{PLANS} → decimals", '"one"', *_WHOLE),
    Fault(
        "fraction for a whole number", "decimals: 1", "decimals: 1.5", "1.5", f"{PLANS} → decimals", "1.5", *_WHOLE
    ),
    Fault("number for text", "code: P1", "code: 17", "17", f"{PLANS} → code", "17", *_TEXT),
    Fault("truth for text", "code: P1", "code: true", "true", f"{PLANS} → code", "true", *_TEXT),
    Fault(
        "text for truth",
        "qpr: true",
        'qpr: "true"',
        '"true"',
        f"{PLANS} → qpr",
        '"true"',
        "true or false",
        "write true or false, without quotes",
    ),
    Fault(
        "nothing for text",
        "title: Percentage of plans issued in time",
        "title:",
        "title:",
        f"{PLANS} → title",
        "nothing",
        "text",
        "fill it in",
    ),
    Fault(
        "text for a list",
        "exists: [county, district]",
        "exists: county",
        "exists",
        f"{PLANS} → exists",
        '"county"',
        *_LIST,
    ),
    Fault(
        "mapping for a list",
        "exists: [county, district]",
        "exists: {county: district}",
        "exists",
        f"{PLANS} → exists",
        "a mapping",
        *_LIST,
    ),
    Fault("list for a mapping", _SHIRE, "[Shire, county]", "[Shire", "areas → entry 1", "a list", *_LINES),
    Fault("text for a mapping", _SHIRE, "Shire", "- Shire", "areas → Shire", '"Shire"', *_LINES),
    Fault(
        "number for an indicator",
        "indicators: [PLANS]",
        "indicators: [17]",
        "[17]",
        f"{_ENTRY} → entry 1",
        "17",
        *_LINES,
    ),
    Fault(
        "unknown word",
        "unit: percent",
        "unit: per cent",
        "per cent",
        f"{PLANS} → unit",
        '"per cent"',
        "percent, percentage_points, days, count, rate, points, cases_per_worker, money, money_thousands, "
        "money_millions",
        'did you mean "percent"?',
    ),
    Fault(
        "word unlike any",
        "data_period: MS",
        "data_period: Week",
        "Week",
        f"{PLANS} → data_period",
        '"Week"',
        "R12M, MS, YTD, Q, T, A",
        _WORDS,
    ),
    Fault(
        "unknown year basis",
        "year: financial",
        "year: fiscal",
        "fiscal",
        f"{COUNTY} → tables → monthly → year",
        '"fiscal"',
        "financial, academic",
        'did you mean "financial"?',
    ),
    Fault(
        "unknown kind of column",
        "{kind: polarity}",
        "{kind: polarty}",
        "polarty",
        "column_sets → M → columns → polarty",
        '"polarty"',
        _KINDS,
        'did you mean "polarity"?',
    ),
    Fault(
        "too few periods",
        "periods: 2",
        "periods: 0",
        "periods",
        "column_sets → M → columns → trend → periods",
        "0",
        "1 or more",
        "change the value",
    ),
    Fault(
        "too many decimals",
        "decimals: 1",
        "decimals: 7",
        "decimals: 7",
        f"{PLANS} → decimals",
        "7",
        "6 or less",
        "change the value",
    ),
    Fault(
        "empty text",
        "title: Monthly",
        'title: ""',
        'title: ""',
        f"{COUNTY} → tables → monthly → title",
        '""',
        "text, not empty",
        "change the value",
    ),
    Fault(
        "endless text",
        "title: Monthly",
        "title: " + "x" * 2001,
        "title: xxx",
        f"{COUNTY} → tables → monthly → title",
        f'"{"x" * 59}…"',
        "at most 2000 characters",
        "change the value",
    ),
    Fault(
        "empty list",
        "indicators: [PLANS]",
        "indicators: []",
        "indicators: []",
        _ENTRY,
        "an empty list",
        "a list of at least 1",
        "change the value",
    ),
    Fault(
        "id with spaces",
        "id: PLANS",
        "id: PLANS & MORE",
        "& MORE",
        "indicators → PLANS & MORE → id",
        '"PLANS & MORE"',
        "letters, digits, - and _, beginning with a letter or digit",
        "change the value",
    ),
    Fault(
        "sheet name too long",
        "name: Contents",
        "name: Contents of the whole scorecards",
        "whole scorecards",
        f"{PAGES} → Contents of the whole scorecards → name",
        '"Contents of the whole scorecards"',
        "at most 31 characters",
        "change the value",
    ),
    *[
        Fault(
            f"{character} in a sheet name",
            "name: Contents",
            f"name: {json.dumps(f'Con{character}tents')}",
            "kind: contents",
            f"{PAGES} → Con{character}tents → name",
            f'"Con{character}tents"',
            "a sheet name: none of [ ] : * ? / \\ '",
            "change the value",
        )
        for character in "[]:*?/\\'"
    ],
]
