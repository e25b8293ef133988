"""What programs that read YAML disagree about, or cannot read at all."""

from __future__ import annotations

from tests.support.spec_faults import PLANS, Fault

_ONCE = ("each key once", "keep one of the two")
_PLAIN = ("an anchor, alias or tag (&, * or !)", "plain values", "write the value itself")
_BROKEN = ("valid YAML", "check indents, colons and quotes there")


def _ambiguous(key: str, old: str, text: str) -> Fault:
    return Fault(
        f"{text} without quotes",
        f"    {key}: {old}\n",
        f"    {key}: {text}\n",
        f"{key}: {text}",
        f"{PLANS} → {key}",
        f"{text}, which programs read in different ways",
        f'"{text}" in quotes for the text, or true, false or a plain number',
        "write what is meant",
    )


_LAST = "    groups:\n      - title: Indicators\n        indicators: [PLANS, REPEAT, SECOND]\n"
_TITLE = "Percentage of plans issued in time"

READING_FAULTS = [
    *[_ambiguous("qpr", "true", word) for word in ("yes", "Yes", "on", "y", "True", "TRUE")],
    *[_ambiguous("polarity", "H", word) for word in ("no", "NO", "off", "n", "~", "Null")],
    *[_ambiguous("title", _TITLE, text) for text in ("10:30", "1:30:00", ".inf", ".NaN", "False")],
    *[_ambiguous("code", "P1", text) for text in ("0777", "0x1F", "0b11", "0o17", "1e3", "-007")],
    *[_ambiguous("decimals", "1", text) for text in ("1_000", "01", "1,0_0")],
    Fault(
        "a key twice in an entry",
        "    code: P1\n",
        "    code: P1\n    code: P2\n",
        "code: P2",
        f"{PLANS} → code",
        'the key "code" for the second time (first on line 29)',
        *_ONCE,
    ),
    Fault(
        "a section twice, the second of which others refer to",
        "  - {name: Eastham, level: district}\n",
        "areas:\n  - {name: Eastham, level: district}\n",
        "areas:",
        "areas",
        'the key "areas" for the second time (first on line 1)',
        *_ONCE,
    ),
    Fault("an anchor", "code: P1", "code: &one P1", "&one", f"{PLANS} → code", *_PLAIN),
    Fault("an alias", "source: Case system\n", "source: *one\n", "*one", f"{PLANS} → source", *_PLAIN),
    Fault("a tag", "code: P1", "code: !!str 17", "!!str", f"{PLANS} → code", *_PLAIN),
    Fault(
        "a list as a key",
        "    code: P1\n",
        "    ? [code]\n    : P1\n",
        "? [code]",
        PLANS,
        "a key that is not a word",
        "`key: value` lines",
        "write the key as a word",
    ),
    Fault(
        "a second document",
        _LAST,
        f"{_LAST}---\nareas: []\n",
        "---",
        "",
        "a second document, after ---",
        "one document",
        "remove the line ---",
    ),
    Fault(
        "a bracket that is not closed",
        "{name: Shire, level: county}",
        "{name: Shire, level: county",
        "Eastham",
        "",
        "did not find expected ',' or '}' (while parsing a flow mapping, begun on line 2)",
        *_BROKEN,
    ),
    Fault(
        "a colon in plain text",
        f"title: {_TITLE}",
        f"title: Plans: {_TITLE}",
        "Plans: ",
        "",
        "mapping values are not allowed in this context",
        *_BROKEN,
    ),
    Fault(
        "a tab for an indent",
        "    code: P1",
        "\tcode: P1",
        "\tcode: P1",
        "",
        "found a tab character that violates indentation (while scanning a plain scalar, begun on line 28)",
        *_BROKEN,
    ),
    Fault(
        "nesting that no spec needs",
        "code: P1",
        "code: " + "[" * 200_000,
        "code: [[[",
        "",
        "nesting deeper than 40 levels",
        "flat entries",
        "remove brackets or indents",
    ),
]
