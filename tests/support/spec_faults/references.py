"""Names that lead nowhere, or to more than one thing."""

from __future__ import annotations

from tests.support.spec_faults import COUNTY, DISTRICT, PLANS, Fault

_MONTHLY = f"{COUNTY} → tables → monthly"
_SOCIAL_CARE = f"{DISTRICT} → tables → social_care"
_IN_TABLE = "indicators: [PLANS, REPEAT, SECOND]\n            notes"
_SECOND_CSWT = "\n  - {name: Eastham CSWT, kind: CSWT, districts: [Eastham]}"
_EASTHAM = "  - {name: Eastham, level: district}\n"
_RENAME = "remove or rename one of the two"
_PLACES = "county, district, a kind of team, or the name of an area or team"
_SET_M = "column_sets → M"
_REPEAT = """\
  - id: repeat
    title: Again
    data_period: MS
    unit: count
    counted: plans
    decimals: 0
    measure: none
    source: Case system
    definition: Again.
    exists: [county]
"""


def _add(name: str) -> str:
    return f'add "{name}" to the spec, or use one of these'


REFERENCE_FAULTS = [
    Fault(
        "nothing possible",
        "    decimals: 1\n    measure: percentage",
        "    decimals: 1\n    lowest_possible: 120\n    measure: percentage",
        "lowest_possible: 120",
        f"{PLANS} → lowest_possible",
        "nothing possible from 120 to 100",
        "a highest above the lowest, which are 0 and 100 for a percentage that states none",
        "correct it, or leave it out",
    ),
    Fault(
        "nothing possible, both stated",
        "    decimals: 1\n    measure: percentage",
        "    decimals: 1\n    lowest_possible: 5\n    highest_possible: 5\n    measure: percentage",
        "highest_possible: 5",
        f"{PLANS} → highest_possible",
        "nothing possible from 5 to 5",
        "a highest above the lowest, which are 0 and 100 for a percentage that states none",
        "correct it, or leave it out",
    ),
    Fault(
        "indicator not there",
        _IN_TABLE,
        _IN_TABLE.replace("PLANS", "PLAN"),
        "[PLAN,",
        f"{_MONTHLY} → sections → entry 1 → indicators → PLAN",
        '"PLAN"',
        "an indicator: PLANS, REPEAT, SECOND",
        'did you mean "PLANS"?',
    ),
    Fault(
        "indicator of a list not there",
        "        indicators: [PLANS, REPEAT, SECOND]\n",
        "        indicators: [PLANS, ZZZ, SECOND]\n",
        "[PLANS, ZZZ",
        "scorecards → Small_Scorecard → groups → Indicators → indicators → ZZZ",
        '"ZZZ"',
        "an indicator: PLANS, REPEAT, SECOND",
        _add("ZZZ"),
    ),
    Fault(
        "area of a page not there",
        "areas: [district]",
        "areas: [Easthan]",
        "Easthan",
        f"{DISTRICT} → areas → Easthan",
        '"Easthan"',
        "county, district, or an area's name: Shire, Eastham, county, district",
        'did you mean "Eastham"?',
    ),
    Fault(
        "area of a row not there",
        "indicators: [PLANS]",
        "indicators: [{indicator: PLANS, areas: [Esatham]}]",
        "Esatham",
        f"{DISTRICT} → tables → plans → sections → entry 1 → indicators → PLANS → areas → Esatham",
        '"Esatham"',
        "an area: Shire, Eastham",
        'did you mean "Eastham"?',
    ),
    Fault(
        "district of a team not there",
        "districts: [Eastham]",
        "districts: [Shire]",
        "[Shire]",
        "teams → Eastham CSWT → districts → Shire",
        '"Shire"',
        "a district: Eastham",
        _add("Shire"),
    ),
    Fault(
        "kind of team not there",
        "teams: CSWT",
        "teams: CSTW",
        "CSTW",
        f"{_SOCIAL_CARE} → sections → entry 1 → teams",
        '"CSTW"',
        "a kind of team: CSWT",
        'did you mean "CSWT"?',
    ),
    Fault(
        "teams on a page where none can stand",
        "- indicators: [PLANS, REPEAT, SECOND]\n            notes",
        "- indicators: [PLANS, SECOND]\n              - {teams: CSWT, indicators: [REPEAT]}\n            notes",
        "teams: CSWT",
        "scorecards → Small_Scorecard → pages → County → tables → monthly → sections → entry 2 → teams",
        '"CSWT", and none of its teams serves an area of the page "County"',
        "a page with one of: Eastham",
        "move the section to such a page, or name the area in a team's `districts`",
    ),
    Fault(
        "place of an indicator not there",
        "exists: [county, CSWT]",
        "exists: [county, CSW]",
        "CSW]",
        "indicators → REPEAT → exists → CSW",
        '"CSW"',
        f"{_PLACES}: county, district, CSWT, Shire, Eastham, Eastham CSWT",
        'did you mean "CSWT"?',
    ),
    Fault(
        "parts of a sum not there",
        "    qpr: true\n",
        "    qpr: true\n    adds_up: {over: districts, measure: 0}\n",
        "over",
        f"{PLANS} → adds_up → over",
        '"districts"',
        "district, or a kind of team: district, CSWT",
        'did you mean "district"?',
    ),
    Fault(
        "column set not there",
        "columns: M\n",
        "columns: Q\n",
        "columns: Q",
        f"{_MONTHLY} → columns",
        '"Q"',
        "a column set: M",
        _add("Q"),
    ),
    Fault(
        "benchmark group not there",
        "group: england",
        "group: englund",
        "englund",
        f"{_SET_M} → columns → benchmark → group",
        '"englund"',
        "a benchmark group: england",
        'did you mean "england"?',
    ),
    Fault(
        "indicator twice in a list",
        "        indicators: [PLANS, REPEAT, SECOND]\n",
        "        indicators: [PLANS, REPEAT, PLANS]\n",
        "REPEAT, PLANS",
        "scorecards → Small_Scorecard → groups → Indicators → indicators → PLANS",
        '"PLANS" for the second time (first on line 108)',
        "each indicator once",
        _RENAME,
    ),
    Fault(
        "id twice",
        "  - id: SECOND\n",
        _REPEAT + "  - id: SECOND\n",
        "id: repeat",
        "indicators → repeat → id",
        '"repeat" for the second time (first on line 42)',
        "each id once",
        _RENAME,
    ),
    Fault(
        "area twice",
        _EASTHAM,
        _EASTHAM * 2,
        "Eastham",
        "areas → Eastham → name",
        '"Eastham" for the second time (first on line 3)',
        "each name once",
        _RENAME,
    ),
    Fault(
        "team twice",
        _SECOND_CSWT,
        _SECOND_CSWT * 2,
        "Eastham CSWT",
        "teams → Eastham CSWT → name",
        '"Eastham CSWT" for the second time (first on line 5)',
        "each name once",
        _RENAME,
    ),
    Fault(
        "team called as an area",
        "{name: Eastham CSWT,",
        "{name: EASTHAM,",
        "EASTHAM",
        "teams → EASTHAM → name",
        '"EASTHAM"',
        "a name that no area has",
        "rename the team",
    ),
    Fault(
        "two counties",
        "{name: Eastham, level: district}",
        "{name: Eastham, level: county}",
        "areas:",
        "areas",
        "2 areas of level county",
        "exactly one county",
        "set the others to district",
    ),
    Fault(
        "no county",
        "{name: Shire, level: county}",
        "{name: Shire, level: district}",
        "areas:",
        "areas",
        "0 areas of level county",
        "exactly one county",
        "set the others to district",
    ),
]
