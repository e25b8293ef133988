"""The rules about what inputs state in vain: targets that rate nothing, names that Excel does not keep."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Edit
from tests.support.reading import BENCHMARKS, OBSERVATIONS, SOURCES, TARGETS

_RATED = "PLANS,2024-25,60,,,50,,,,,published,\nREPEAT,2024-25,25.0,,,30,,,,,inferred,\nSECOND,2024-25,20.0,,,,"
_LAST_YEARS = "PLANS,2023-24,55,,,45,,,,,published,\n"


def unshown(row: int, who: str, where: str = "", year: str = "2024-25") -> tuple[str, str, str, str, str]:
    """What is said of a target that no page shows."""
    expected = f"a row{where} in a table with the target or rating of {year}"
    return who, f"targets.csv, row {row}", f"a target{where} that no page shows", expected, "nothing is rated by it"


def called(name: str) -> list[Edit]:
    """PLANS by another id, wherever it stands."""
    rows = [
        (OBSERVATIONS, f"PLANS,{row},", f"{name},{row},")
        for row in (
            *(f"Shire,{period}" for period in ("2024-09", "2024-10", "2024-11", "2023-24")),
            *(f"Eastham,{period}" for period in ("2024-09", "2024-10", "2024-11")),
        )
    ]
    return [
        (SPEC, "- id: PLANS", f'- id: "{name}"'),
        (
            SPEC,
            "- indicators: [PLANS, REPEAT, SECOND]\n            notes",
            f'- indicators: ["{name}", REPEAT, SECOND]\n            notes',
        ),
        (SPEC, "- indicators: [PLANS]\n", f'- indicators: ["{name}"]\n'),
        (SPEC, "        indicators: [PLANS, REPEAT, SECOND]\n", f'        indicators: ["{name}", REPEAT, SECOND]\n'),
        *rows,
        (TARGETS, "PLANS,2023-24", f"{name},2023-24"),
        (TARGETS, "PLANS,2024-25", f"{name},2024-25"),
        (BENCHMARKS, "PLANS,", f"{name},"),
        (SOURCES, "PLANS,", f"{name},"),
    ]


def lost(name: str, made: str) -> tuple[str, str, str, str, str]:
    """What is said of an id that Excel does not keep."""
    return (
        f"{name} Shire ",
        SPEC,
        f"the id {name}, of which Excel makes {made}",
        "a name that Excel leaves as it is, such as one with letters before its digits",
        f"rows that name it are lost as soon as Excel has saved the inputs: {name}",
    )


NOTHING_RATED: Cases = {
    "targets that are lost": (
        [(TARGETS, _LAST_YEARS, ""), (TARGETS, f"{_RATED}17.5,22.5,12.5,27.5,inferred,\n", "")],
        [
            (
                "PLANS Shire 2024-25",
                "inputs/2024-11",
                "5 rows with columns of ratings, and nothing rated",
                "ratings: figures, and targets with floor standards or bands, of the years that tables show",
                "targets of these rows: none",
            )
        ],
    ),
    "one target left": ([(TARGETS, _RATED.partition("\n")[2] + "17.5,22.5,12.5,27.5,inferred,\n", "")], []),
}
UNSHOWN_TARGET: Cases = {
    "of a year that no table shows": (
        [(TARGETS, "", "REPEAT,2019-20,25.0,,,30,,,,,published,\n")],
        [unshown(6, "REPEAT Shire 2019-20", year="2019-20")],
    ),
    "of a place that no table rates": (
        [(TARGETS, "", "REPEAT,2019-20,25.0,Eastham CSWT,,30,,,,,published,\n")],
        [unshown(6, "REPEAT Eastham CSWT 2019-20", " for Eastham CSWT", "2019-20")],
    ),
    "of every year that a table shows": ([(TARGETS, "", "REPEAT,2023-24,25.0,,,30,,,,,published,\n")], []),
}
NAME_IN_EXCEL: Cases = {
    "a day and a month": (called("03-04"), [lost("03-04", "a date")]),
    "a month and a day": (called("MAR1"), [lost("MAR1", "a date")]),
    "a power of ten": (called("1E5"), [lost("1E5", "a number")]),
    "a zero in front": (called("01234"), [lost("01234", "a number")]),
    "letters before digits": (called("SCS03-04"), []),
    "a number that stays as it is": (called("1234"), []),
}
