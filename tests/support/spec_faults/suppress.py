"""What `suppress` cannot say."""

from __future__ import annotations

from tests.support.spec_faults import Fault

_KEYS = (
    "preset, from, to, zeros, complement, rounding, county_rounding, decimals, mark, suppressed_at_least, "
    "except_indicators, areas, last_areas, last_indicators, unknown_numerators, small_denominators, "
    "withhold_unknown, totals"
)
_PLACES = (
    "county, district, a kind of team, or the name of an area or team: county, district, CSWT, Shire, Eastham, "
    "Eastham CSWT"
)


def _fault(what: str, written: str, trail: str, found: str, allowed: str, remedy: str) -> Fault:
    line = f"suppress: {written}"
    return Fault(what, "areas:\n", f"{line}\nareas:\n", line, trail, found, allowed, remedy)


SUPPRESS_FAULTS = [
    _fault("a count of 0 withheld by from", "{from: 0}", "suppress → from", "0", "1 or more", "change the value"),
    _fault(
        "words for a count",
        "{to: many}",
        "suppress → to",
        '"many"',
        "a whole number",
        "write a whole number, without quotes",
    ),
    _fault("an unknown preset", "{preset: dffe}", "suppress → preset", '"dffe"', "dfe, nhs", 'did you mean "dfe"?'),
    _fault(
        "a misspelt key of suppress",
        "{form: 2}",
        "suppress → form",
        'the unknown key "form"',
        _KEYS,
        'did you mean "from"?',
    ),
    _fault(
        "nothing to withhold",
        "{from: 4, to: 2}",
        "suppress → from",
        "counts from 4 to 2",
        "a `from` that is not above `to`",
        "correct one of the two",
    ),
    _fault(
        "nothing to withhold by the preset",
        "{from: 6}",
        "suppress → from",
        "counts from 6 to 5",
        "a `from` that is not above `to`",
        "correct one of the two",
    ),
    _fault(
        "zeros that both stand and go",
        "{zeros: withheld, suppressed_at_least: 1}",
        "suppress → suppressed_at_least",
        "readers who know that no withheld count is 0, where zeros are withheld",
        "suppressed_at_least: 0 with zeros: withheld",
        "change one of the two",
    ),
    _fault("no mark", "{mark: ''}", "suppress → mark", '""', "text, not empty", "change the value"),
    _fault(
        "too many decimals of percentages",
        "{decimals: 7}",
        "suppress → decimals",
        "7",
        "6 or less",
        "change the value",
    ),
    _fault(
        "an unknown level in suppress",
        "{areas: [counties]}",
        "suppress → areas → counties",
        '"counties"',
        _PLACES,
        'did you mean "county"?',
    ),
    _fault(
        "an unknown district that goes last",
        "{last_areas: [Eastam]}",
        "suppress → last_areas → Eastam",
        '"Eastam"',
        _PLACES,
        'did you mean "Eastham"?',
    ),
    _fault(
        "an unknown indicator that counts no people",
        "{except_indicators: [PLAN]}",
        "suppress → except_indicators → PLAN",
        '"PLAN"',
        "an indicator: PLANS, REPEAT, SECOND",
        'did you mean "PLANS"?',
    ),
    _fault(
        "a total that is none",
        "{totals: [{total: PLANS, of: PLANS}]}",
        "suppress → totals → entry 1 → total",
        '"PLANS", whose data_period is MS',
        "an indicator whose data_period is R12M or YTD",
        "name another, or remove the entry",
    ),
    _fault(
        "a total of a total",
        "{totals: [{total: REPEAT, of: SECOND}]}",
        "suppress → totals → entry 1 → of",
        '"SECOND", whose data_period is R12M',
        "an indicator whose data_period is MS",
        "name another, or remove the entry",
    ),
    _fault(
        "a total of nothing",
        "{totals: [{total: REPEAT}]}",
        "suppress → totals → entry 1",
        "no `of`",
        "`of` is needed here",
        "add the line `of: …`",
    ),
    _fault(
        "an unknown rule for unknown numerators",
        "{unknown_numerators: hide}",
        "suppress → unknown_numerators",
        '"hide"',
        "withhold_small, withhold_all, show",
        "use one of these words",
    ),
    _fault(
        "a number for truth",
        "{complement: 1}",
        "suppress → complement",
        "1",
        "true or false",
        "write true or false, without quotes",
    ),
    _fault(
        "a word for the rules",
        "dfe",
        "suppress",
        '"dfe"',
        "`key: value` lines",
        "write the entry as keys with values",
    ),
]
