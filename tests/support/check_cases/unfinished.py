"""The rule that looks for what nobody meant to publish, in every kind of text that is printed."""

from __future__ import annotations

from tests.support.check_cases.case import SPEC, Cases, Found
from tests.support.check_cases.commentary import text
from tests.support.reading import FOLDER, SOURCES

_SAID = ("words that are meant to be read", "finish or correct the text")


def plans(found: str, where: str = "commentary.csv, row 2", period: str = "Nov-24") -> Found:
    """What is said of a text about the county's PLANS."""
    return f"PLANS Shire {period}", where, f'"{found}"', *_SAID


UNFINISHED: Cases = {
    "a placeholder": (text("XX% of plans were issued in time."), [plans("XX%")]),
    "two of them": (text("GREEN: xx.x% of [insert number] plans."), [plans("xx.x%"), plans("[insert number]")]),
    "an error of Excel": (text("GREEN: see #REF! for the reasons."), [plans("#REF!")]),
    "a wrong encoding": (text("GREEN: They donâ€™t wait, at Â£100 each."), [plans("â€™"), plans("Â£")]),
    "a letter that was lost": (text("GREEN: It cost \ufffd100."), [plans("\ufffd100")]),
    "the words on a source": (
        [(SOURCES, "PLANS,Month of November 2024,Dec 2024", "PLANS,TBC,Dec 2024")],
        [plans("TBC", "sources.csv, row 2", "")],
    ),
    "a definition": (
        [(SPEC, "    definition: Plans issued", "    definition: XXX Plans issued")],
        [plans("XXX", "indicator_specs.yaml: indicators → PLANS", "")],
    ),
    "a note below a table": (
        [(SPEC, "notes: [A note.]", "notes: [Lorem ipsum.]")],
        [(" County ", "indicator_specs.yaml", '"Lorem ipsum"', *_SAID)],
    ),
    "the note on the edition": (
        [(f"{FOLDER}/edition.yaml", "", "note: Figures to follow.\n")],
        [(" Cover ", "edition.yaml", '"Figures to follow"', *_SAID)],
    ),
    "words, signs and letters as they are meant": (
        text("GREEN: About 62% – “good”, isn’t it? (Café [1], £100, 20°, see page 3 of N/A.)"),
        [],
    ),
}
