"""Single changes of the published cells, and what the audit must then find: rule, found, expected, difference."""

from __future__ import annotations

Found = tuple[str, str, str, str]
Change = tuple[str, dict[str, str], list[Found]]
APP17, COUNT = "Kent / send monthly / APP17", "Kent / send monthly / APP17-N"
NOT_THERE = "Ashford / ics monthly / Ashford CSWT / SCS18"
CLOSE = "Canterbury / ics monthly / Canterbury CSWT / SCS13"
FIRST = "Sevenoaks / ics monthly / Sevenoaks North & Tonbridge and Malling CSWT / SCS03"
TWICE = "Tonbridge and Malling / ics monthly / Sevenoaks North & Tonbridge and Malling CSWT / SCS03"

SINGLE_CHANGES: dict[str, Change] = {
    "a rating": (
        APP17,
        {"rag": "AMBER"},
        [("rating", "AMBER for 78.9, target 60", "GREEN: the target is met", "1 step too bad")],
    ),
    "a rating in small letters is the same rating": (APP17, {"rag": "green"}, []),
    "last year's rating": (
        APP17,
        {"prev_rag": "RED"},
        [("rating", "RED for 51.6, target 45", "GREEN: the target is met", "2 steps too bad")],
    ),
    "no rating where there is something to rate": (
        APP17,
        {"rag": "N/A"},
        [("rating", "N/A for 78.9, target 60", "GREEN: the target is met", "no rating")],
    ),
    "a word that is no rating": (
        APP17,
        {"rag": "BLUE"},
        [("rating", "BLUE for 78.9, target 60", "GREEN: the target is met", "not a rating")],
    ),
    "a rating by a floor standard": (
        "Kent / ics monthly / SCS19",
        {"rag": "AMBER"},
        [
            (
                "rating",
                "AMBER for 72.9, target 85.0",
                "RED: the target is missed, the floor standard of 75.0 too",
                "1 step too good",
            )
        ],
    ),
    "a rating by bands": (
        CLOSE,
        {"rag": "GREEN"},
        [
            (
                "rating",
                "GREEN for 17.0, target 20.0",
                "AMBER: 17.5 to 22.5 is GREEN, 12.5 to 27.5 AMBER",
                "1 step too good",
            )
        ],
    ),
    "an arrow": (
        APP17,
        {"dot": "down"},
        [("direction", "worsened, from 76.9 to 78.9", "improved: higher is better (H)", "a change of +2.0")],
    ),
    "an arrow that is a word": (APP17, {"dot": "improved"}, []),
    "an arrow that is a symbol of the style": (APP17, {"dot": "⇧"}, []),
    "an arrow by the distance to target": (
        CLOSE,
        {"dot": "up"},
        [("direction", "improved, from 17.4 to 17.0", "worsened: closer to 20.0 is better (T)", "a change of -0.4")],
    ),
    "a rating on a missing figure": (
        NOT_THERE,
        {"rag": "GREEN"},
        [("rated_without_data", "GREEN for N/A", "N/A: what is missing is not rated", "no figure")],
    ),
    "a rating without a target": (
        COUNT,
        {"rag": "RED"},
        [("rated_without_data", "RED for 90", "N/A: what is missing is not rated", "no target")],
    ),
    "an arrow on a missing figure": (
        NOT_THERE,
        {"dot": "same"},
        [("rated_without_data", "same, from N/A to N/A", "N/A: what is missing has no direction", "no figure")],
    ),
    "a polarity": (
        APP17,
        {"polarity": "L"},
        [("polarity", "L on 1 row", "H, the polarity of 2024-25", "ratings beside it that contradict L: 1 of 1")],
    ),
    "a polarity in a small letter": (APP17, {"polarity": "h"}, []),
    "a polarity that is not printed says nothing": (APP17, {"polarity": ""}, []),
    "the latest period": (
        "Dover / quarterly / CYPE8",
        {"measure_period": "Q2 23-24"},
        [("heading", "Q2 23-24", "Q2 24-25", "1 heading")],
    ),
    "an earlier period": (
        "Dover / termly / EY2",
        {"trend_periods": "Autumn 22-23;Spring 23-24;Summer 23-24"},
        [("heading", "Autumn 22-23", "Autumn 23-24", "1 heading")],
    ),
    "what Excel makes of a month is that month": (APP17, {"measure_period": "24-Nov"}, []),
    "an earlier figure": (
        APP17,
        {"trend": "13.7;38.0;42.1;51.6;64.0;76.9"},
        [("other_figure", "38.0", "30.8, as the inputs say", "+7.2")],
    ),
    "a figure in another precision is the same figure": (APP17, {"trend": "13.70;30.8;42.1;51.6;64;76.9"}, []),
    "a numerator: the ratio that is off for it is no second finding": (
        APP17,
        {"numerator": "19"},
        [("other_figure", "a numerator of 19", "90, as the inputs say", "-71")],
    ),
    "an outturn": (APP17, {"outturn": "51.8"}, [("other_figure", "51.8", "51.6, as the inputs say", "+0.2")]),
    "a benchmark": (
        APP17,
        {"national": "53.0"},
        [("other_figure", "a benchmark of 53.0", "50.3, as the inputs say", "+2.7")],
    ),
    "a figure that is not printed": (
        COUNT,
        {"measure": ""},
        [("other_figure", "an empty cell", "90, as the inputs say", "missing")],
    ),
    "a figure where there is none": (
        NOT_THERE,
        {"numerator": "7"},
        [("other_figure", "a numerator of 7", "no figure: the indicator does not exist there", "not in the inputs")],
    ),
    "a figure on one of two pages": (
        TWICE,
        {"denominator": "9"},
        [
            (
                "stated_twice",
                "a denominator of 9",
                "1,630, as on Sevenoaks (2024-11_cells.csv, row 331, column denominator)",
                "-1,621",
            )
        ],
    ),
    "a target": (APP17, {"target": "61"}, [("other_target", "61", "60, as the inputs say", "+1")]),
    "a target by which the rating is another": (
        APP17,
        {"target": "80"},
        [
            (
                "rating",
                "GREEN for 78.9, target 80",
                "AMBER: the target is missed, the floor standard of 30 met",
                "1 step too good",
            ),
            ("other_target", "80", "60, as the inputs say", "+20"),
        ],
    ),
    "a target that is not printed: the rating goes by ours": (
        APP17,
        {"target": ""},
        [("other_target", "an empty cell", "60, as the inputs say", "missing")],
    ),
    "a target that nobody has set": (
        COUNT,
        {"target": "95"},
        [("other_target", "95", "no target: the inputs have none", "not in the inputs")],
    ),
    "next year's target": (
        "Kent / annual / EY14",
        {"next_target": "96.0"},
        [("other_target", "96.0", "69.0, as the inputs say", "+27.0")],
    ),
    "a limit without its sign is the same target": ("Kent / education monthly / EH43", {"target": "25"}, []),
    "a text among the figures": (
        APP17,
        {"measure": "tbc"},
        [
            (
                "not_a_figure",
                '"tbc"',
                "a number, or one of: N/A, to be supplied, new indicator, suppressed",
                "cannot be read",
            )
        ],
    ),
    "a figure on the first of two pages: the inputs tell which is kept": (
        FIRST,
        {"denominator": "9"},
        [
            (
                "stated_twice",
                "a denominator of 9",
                "1,630, as on Tonbridge and Malling (2024-11_cells.csv, row 480, column denominator)",
                "-1,621",
            )
        ],
    ),
    "a rating by a target of which the inputs know no floor standard": (
        COUNT,
        {"target": "95", "rag": "GREEN"},
        [("other_target", "95", "no target: the inputs have none", "not in the inputs")],
    ),
    "a target that is not printed, and so no rating": (
        APP17,
        {"target": "", "rag": "N/A"},
        [("other_target", "an empty cell", "60, as the inputs say", "missing")],
    ),
    "a text for a target": (
        APP17,
        {"target": "tbc"},
        [
            (
                "not_a_figure",
                '"tbc"',
                "a number, or one of: N/A, to be supplied, new indicator, suppressed",
                "cannot be read",
            )
        ],
    ),
}
