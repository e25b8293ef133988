"""What no program can judge: a person must look."""

from __future__ import annotations

from workbook_builder.accessibility.point import Point, Source, by_person

_ALWAYS = "Never decided here."

POINTS = (
    Point(
        "spelling",
        True,
        Source.SPELLING,
        "Spelling and grammar are right.",
        _ALWAYS,
        by_person("run the spelling check of your spreadsheet program, and read the texts"),
    ),
    Point(
        "written",
        False,
        Source.WRITTEN,
        "Texts are in plain language, and the most important comes first.",
        _ALWAYS,
        by_person("read titles, headings and notes as someone who does not know the subject"),
    ),
    Point(
        "abbreviations",
        False,
        Source.WRITTEN,
        "Abbreviations are explained where they first stand.",
        _ALWAYS,
        by_person("look for abbreviations in titles and headings that nothing explains"),
    ),
    Point(
        "checker",
        False,
        Source.CHECKER,
        "The accessibility checker of a spreadsheet program finds nothing.",
        _ALWAYS,
        by_person("run Review, Check Accessibility in Excel"),
    ),
)
