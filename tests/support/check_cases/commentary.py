"""The rules that look at what is said: texts beside their figures, last month's texts, changed figures."""

from __future__ import annotations

from tests.support.check_cases.case import HEADER, SPEC, Cases, Edit, Found
from tests.support.reading import FOLDER

COMMENTARY = f"{FOLDER}/commentary.csv"
_HEADER = "page,section,indicator,text,author,figures\n"
_PAGE: Edit = (
    SPEC,
    "      - {kind: targets, name: Targets}\n",
    "      - kind: commentary\n        name: Commentary\n        sections:\n"
    "          - {page: County, title: Plans, indicators: [PLANS, REPEAT, SECOND]}\n"
    "      - {kind: targets, name: Targets}\n",
)
_OCTOBER = "inputs/2024-10"


def texts(*rows: str, page: str = "County") -> list[Edit]:
    """A page of commentary, and texts on it: indicator, text, author and figures."""
    return [_PAGE, (COMMENTARY, "", _HEADER + "".join(f"{page},Plans,{row}\n" for row in rows))]


def plans(*said: str) -> Found:
    """What is said of the text about the county's PLANS."""
    found, expected, difference = said
    return "PLANS Shire Nov-24", "commentary.csv, row 2", found, expected, difference


def text(said: str) -> list[Edit]:
    """A text about the county's PLANS: 61.5 of a target of 60, GREEN; 60.0 the month before, 50.0 in 2023-24."""
    return texts(f'PLANS,"{said}",,')


CONTRADICTION: Cases = {
    "another figure": (
        text("GREEN: 65.1% of plans were issued in time."),
        [plans("65.1% of plans were issued in time", "Nov-24: 61.5", "+3.6")],
    ),
    "another rating": (text("AMBER: 61.5% of plans were in time."), [plans("AMBER", "GREEN", "another rating")]),
    "another target": (
        text("GREEN: 61.5% of plans were in time, against a target of 65%."),
        [plans("against a target of 65%", "the target: 60", "+5")],
    ),
    "parts that have changed places": (
        text("GREEN: 200 of 123 plans were in time (61.5%)."),
        [plans("200 of 123 plans were in time", "123 of 200", "+77, -77")],
    ),
    "the wrong way round": (
        text("GREEN: 61.5% of plans were in time, which is below the target of 60%."),
        [plans("is below the target of 60%", "61.5, above the target: 60", "the other way round")],
    ),
    "worse, where it was better": (
        text("GREEN: Performance has worsened since October by 1.5 percentage points."),
        [
            plans(
                "Performance has worsened since October by 1.5 percentage points",
                "61.5, Oct-24: 60.0, a change of +1.5",
                "the other way round",
            )
        ],
    ),
    "a target that was met": (
        text("GREEN: The target of 60% was missed."),
        [plans("The target of 60% was missed", "the target of 60 met by 61.5", "the other way round")],
    ),
    "two things at once": (
        text("GREEN: 61.5% of plans were in time, up from 66.0% in October and above England (53.0%)."),
        [
            plans("up from 66.0% in October", "Oct-24: 60.0", "+6.0"),
            plans("above England (53.0%)", "England 2023-24: 50.3", "+2.7"),
        ],
    ),
    "a true text where lower is better": (
        texts('REPEAT,"AMBER: 28.0% of referrals, 3.0 percentage points above the target of 25.0%.",,'),
        [],
    ),
    "a true text": (
        text("GREEN: 61.5% of plans were in time (123 of 200), 1.5 points above the target and up from 60.0%."),
        [],
    ),
    "a text without its rating": (text("61.5% of plans were issued in time."), []),
    "rounded figures": (text("GREEN: About 62% of plans were in time, against 60% in October."), []),
    "another place's figures": (text("GREEN: In Eastham 41.0% of plans were in time, below the target."), []),
    "a forecast": (text("GREEN: If this continues 70% of plans will be in time by March 2025."), []),
    "drafts": ([_PAGE], []),
}

_OF_OCTOBER: list[Edit] = [
    (f"{_OCTOBER}/edition.yaml", "", "month: 2024-10\npublished: 2024-12-18\nstatus: final\n"),
    (f"{_OCTOBER}/observations.csv", "", f"{HEADER}PLANS,Shire,2024-10,60.0,,,,\n"),
    (f"{_OCTOBER}/targets.csv", "", "indicator,year,target,floor\n"),
    (f"{_OCTOBER}/benchmarks.csv", "", "indicator,group,period,value\n"),
    (f"{_OCTOBER}/sources.csv", "", "indicator,latest_data,released\n"),
    (f"{_OCTOBER}/commentary.csv", "", f'{_HEADER}County,Plans,PLANS,"More staff were  appointed.",,\n'),
]
COMMENTARY_UNCHANGED: Cases = {
    "October's text": (
        [*text("More staff were appointed."), *_OF_OCTOBER],
        [
            plans(
                "More staff were appointed.",
                "another text than that in inputs/2024-10/commentary.csv, row 2",
                "word for word the same",
            )
        ],
    ),
    "in capitals": (
        [*text("MORE STAFF WERE appointed."), *_OF_OCTOBER],
        [
            plans(
                "MORE STAFF WERE appointed.",
                "another text than that in inputs/2024-10/commentary.csv, row 2",
                "word for word the same",
            )
        ],
    ),
    **{
        name: (
            [*text(said), *_OF_OCTOBER],
            [
                plans(
                    said,
                    "another text than that in inputs/2024-10/commentary.csv, row 2",
                    "word for word the same",
                )
            ],
        )
        for name, said in {
            "with a rating before it": "Green - More staff were appointed.",
            "marked as a draft": "More staff were appointed. [draft]",
        }.items()
    },
    "without the rating that stood before it": (
        [
            *text("More staff were appointed."),
            *_OF_OCTOBER[:-1],
            (f"{_OCTOBER}/commentary.csv", "", f"{_HEADER}County,Plans,PLANS,AMBER: More staff were appointed.,,\n"),
        ],
        [
            plans(
                "More staff were appointed.",
                "another text than that in inputs/2024-10/commentary.csv, row 2",
                "word for word the same",
            )
        ],
    ),
    "a word more": ([*text("Some more staff were appointed."), *_OF_OCTOBER], []),
    "no text, where there was one": ([_PAGE, *_OF_OCTOBER], []),
}

OUTDATED: Cases = {
    "another figure": (
        texts("PLANS,More staff were appointed.,Plans team,GREEN; 31.6; 60"),
        [plans("a figure of 31.6 when it was written", "the figure now: 61.5", "+29.9")],
    ),
    "another rating and target": (
        texts("PLANS,More staff were appointed.,Plans team,AMBER; 61.5; 65.0"),
        [
            plans("a rating of AMBER when it was written", "the rating now: GREEN", "another"),
            plans("a target of 65.0 when it was written", "the target now: 60", "-5.0"),
        ],
    ),
    "a figure that there was not": (
        texts("PLANS,More staff were appointed.,Plans team,N/A; to be supplied; 60"),
        [
            plans("a rating of N/A when it was written", "the rating now: GREEN", "another"),
            plans("a figure of to be supplied when it was written", "the figure now: 61.5", "another"),
        ],
    ),
    "the same": (texts("PLANS,More staff were appointed.,Plans team,green; 61.50; 60.0"), []),
    "with what stands around a number": (
        texts("PLANS,More staff were appointed.,Plans team,GREEN; 61.5*; >= 60"),
        [],
    ),
    "figures that are not known": (texts("PLANS,More staff were appointed.,Plans team,; ;"), []),
    "no figures": (texts("PLANS,More staff were appointed.,,"), []),
}
