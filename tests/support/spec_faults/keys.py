"""Keys that the spec does not have, or lacks: an editor with the JSON Schema marks each of them too."""

from __future__ import annotations

from dataclasses import fields

from tests.support.spec_faults import DISTRICT, PLANS, Fault
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.model import Spec

_KEYS = ", ".join(field.name for field in fields(Indicator))
_SECTIONS = ", ".join(field.name for field in fields(Spec))
_ENTRY = f"{DISTRICT} → tables → plans → sections → entry 1 → indicators"


def missing(key: str) -> tuple[str, str, str]:
    """What the report says of a key that is not there."""
    return f"no `{key}`", f"`{key}` is needed here", f"add the line `{key}: …`"


KEY_FAULTS = [
    Fault(
        "unknown key",
        "qpr: true",
        "qrp: true",
        "qrp",
        f"{PLANS} → qrp",
        'the unknown key "qrp"',
        _KEYS,
        'did you mean "qpr"?',
    ),
    Fault(
        "key unlike any", "qpr: true", "x: 1", "x: 1", f"{PLANS} → x", 'the unknown key "x"', _KEYS, "remove the line"
    ),
    Fault(
        "needed key mistyped",
        "level: county",
        "levle: county",
        "levle",
        "areas → Shire → levle",
        'the unknown key "levle"',
        "name, level, sheet, formerly",
        'did you mean "level"?',
    ),
    Fault(
        "needed section mistyped",
        "benchmark_groups:",
        "benchmark_group:",
        "benchmark_group:",
        "benchmark_group",
        'the unknown key "benchmark_group"',
        _SECTIONS,
        'did you mean "benchmark_groups"?',
    ),
    Fault(
        "optional section mistyped",
        "teams:\n  -",
        "team:\n  -",
        "team:",
        "team",
        'the unknown key "team"',
        _SECTIONS,
        'did you mean "teams"?',
    ),
    Fault(
        "unknown key of an entry",
        "indicators: [PLANS]",
        "indicators: [{indicators: PLANS}]",
        "{indicators",
        f"{_ENTRY} → entry 1 → indicators",
        'the unknown key "indicators"',
        "indicator, title, areas",
        'did you mean "indicator"?',
    ),
    Fault(
        "merge key",
        "    code: P1",
        "    <<: {code: P1}",
        "<<",
        f"{PLANS} → <<",
        'the unknown key "<<"',
        _KEYS,
        "remove the line",
    ),
    Fault("missing key", "    source: Case system\n", "", "id: PLANS", PLANS, *missing("source")),
    Fault(
        "missing key that names the entry",
        "  - id: PLANS\n    code",
        "  - code",
        "code: P1",
        "indicators → Percentage of plans issued in time",
        *missing("id"),
    ),
    Fault(
        "missing section",
        "benchmark_groups:\n  - {id: england, heading: England}\n",
        "",
        "areas:",
        "",
        *missing("benchmark_groups"),
    ),
    Fault(
        "column without kind",
        "{kind: polarity}",
        "{knd: polarity}",
        "knd",
        "column_sets → M → columns → entry 3",
        "a mapping",
        "an entry with a `kind`",
        "add the line `kind: …`",
    ),
    Fault(
        "option that a column lacks",
        "{kind: dot}",
        "{kind: dot, year: this}",
        "dot",
        "column_sets → M → columns → dot → year",
        'the unknown key "year"',
        "kind",
        "remove the line",
    ),
    Fault(
        "rating of no year",
        "{kind: rag, year: this}",
        "{kind: rag}",
        "rag",
        "column_sets → M → columns → rag",
        *missing("year"),
    ),
]
