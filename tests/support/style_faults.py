"""Faults that a user can make in a style file, each with what the report must say of it."""

from __future__ import annotations

from dataclasses import fields

from tests.support.spec_faults import Fault
from workbook_builder.grid import Style
from workbook_builder.styles import CellLook, Looks

_MEANINGS = ", ".join(style.value for style in Style)
_NOTE = 'note: {size: 10, color: "#404040"}'
_CONTRAST = ("at least 4.5 to 1 (WCAG 2.2, criterion 1.4.3)", "make the text darker or lighter")
_ABOVE = ("a meaning that stands above", "move that meaning up")
_COLOUR = ("a colour such as #1F4E79", "change the value")
_LOOKS = ", ".join(field.name for field in fields(Looks))
_CELL_LOOKS = ", ".join(field.name for field in fields(CellLook))
_SYMBOL = ("one to three characters, no space or quotation mark", "change the value")
_MARK = (
    "one to three signs such as † ‡ § ¶, no letter or digit and none that number formats read "
    '(* _ ? # @ % ; \\ " and others)',
    "use another, or leave it out for †",
)
_ARROWS = ("one arrow for two directions", "three arrows that differ in shape", "change one of them")

STYLE_FAULTS = [
    Fault(
        "unknown meaning", "note: {", "nota: {", "nota:", "cells → nota", '"nota"', _MEANINGS, 'did you mean "note"?'
    ),
    Fault(
        "unknown key", "font: Cal", "fnt: Cal", "fnt", "fnt", 'the unknown key "fnt"', _LOOKS, 'did you mean "font"?'
    ),
    Fault(
        "unknown key of a meaning",
        "note: {size",
        "note: {sise",
        "note:",
        "cells → note → sise",
        'the unknown key "sise"',
        _CELL_LOOKS,
        'did you mean "size"?',
    ),
    Fault(
        "colour by name",
        'color: "#404040"',
        "color: grey",
        "subtitle",
        "cells → subtitle → color",
        '"grey"',
        *_COLOUR,
    ),
    Fault(
        "colour with too few digits",
        _NOTE,
        _NOTE.replace("404040", "444"),
        "note:",
        "cells → note → color",
        '"#444"',
        *_COLOUR,
    ),
    Fault(
        "grey text",
        _NOTE,
        _NOTE.replace("404040", "777777"),
        "note:",
        "cells → note",
        "#777777 on #FFFFFF: a contrast of 4.48 to 1",
        *_CONTRAST,
    ),
    Fault(
        "dark fill",
        'fill: "#FF5050"',
        'fill: "#C00000"',
        "rag_red:",
        "cells → rag_red",
        "#000000 on #C00000: a contrast of 3.24 to 1",
        *_CONTRAST,
    ),
    Fault(
        "like a later meaning",
        "term: {like: text",
        "term: {like: rag",
        "term:",
        "cells → term → like",
        '"rag"',
        *_ABOVE,
    ),
    Fault("like itself", "term: {like: text", "term: {like: term", "term:", "cells → term → like", '"term"', *_ABOVE),
    Fault(
        "like an unknown meaning",
        "term: {like: text",
        "term: {like: txt",
        "term:",
        "cells → term → like",
        '"txt"',
        _MEANINGS,
        'did you mean "text"?',
    ),
    Fault(
        "unknown font",
        "font: Calibri",
        "font: Comic Sans",
        "font:",
        "font",
        '"Comic Sans"',
        "Calibri, Arial",
        "use a font whose widths are known",
    ),
    Fault(
        "unknown alignment",
        "align: center,",
        "align: middle,",
        "header:",
        "cells → header → align",
        '"middle"',
        "left, center, right, center_across",
        "use one of these words",
    ),
    Fault(
        "font too large",
        "Calibri\nsize: 10\n",
        "Calibri\nsize: 40\n",
        "size: 40",
        "size",
        "40",
        "20 or less",
        "change the value",
    ),
    Fault(
        "font too small",
        "size: 28",
        "size: 5",
        "cover_title:",
        "cells → cover_title → size",
        "5",
        "6 or more",
        "change the value",
    ),
    Fault(
        "margin too wide",
        "side: 0.6",
        "side: 9",
        "margins_cm:",
        "margins_cm → side",
        "9",
        "5 or less",
        "change the value",
    ),
    Fault(
        "words for an arrow",
        'improved: "⇧"',
        "improved: better",
        "symbols:",
        "symbols → improved",
        '"better"',
        *_SYMBOL,
    ),
    Fault("quotation mark for a tick", 'tick: "✓"', "tick: '\"'", "symbols:", "symbols → tick", '"""', *_SYMBOL),
    Fault(
        "faint line of a chart",
        'subject: {color: "#1F3864"',
        'subject: {color: "#9DB2D6"',
        "subject:",
        "charts → subject → color",
        "#9DB2D6 on #FFFFFF: a contrast of 2.15 to 1",
        "at least 3 to 1 (WCAG 2.2, criterion 1.4.11)",
        "make the line darker",
    ),
    Fault(
        "faint text of charts",
        'color: "#333333"',
        'color: "#999999"',
        "color:",
        "charts → color",
        "#999999 on #FFFFFF: a contrast of 2.85 to 1",
        *_CONTRAST,
    ),
    Fault(
        "lines of charts broken alike",
        "dash: round_dot",
        "dash: dash",
        "dash: dash, marker: triangle",
        "charts → beside → entry 2 → dash",
        "dash for a second line",
        "a dash of its own for each line",
        "use one that no other line has",
    ),
    Fault(
        "points of lines alike",
        "marker: square",
        "marker: circle",
        "dash: dash_dot",
        "charts → beside → entry 3 → marker",
        "circle for a second line",
        "a marker of its own for each line",
        "use one that no other line has",
    ),
    *(
        Fault(
            f"the mark {mark}", 'small: "†"', f"small: '{mark}'", "symbols:", "symbols → small", f'"{mark}"', *_MARK
        )
        for mark in (
            "*",
            "_",
            "?",
            "#",
            "0",
            "@",
            "%",
            ";",
            "d",
            "†m",
            "G",
            "1",
            "¹",
            "＊",
            "†* ",
            "††††",
            "”",
            "-",
            "",
        )
    ),
    Fault(
        "a quotation mark for a mark",
        'small: "†"',
        "small: '\"'",
        "symbols:",
        "symbols → small",
        '"""',
        *_MARK,
    ),
    Fault("a backslash for a mark", 'small: "†"', "small: \\", "symbols:", "symbols → small", '"\\"', *_MARK),
    Fault("arrows alike", 'worsened: "⇩"', 'worsened: "⇧"', "symbols:", "symbols", *_ARROWS),
]
