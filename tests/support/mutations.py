"""Hypothesis strategies: the small project's files with odd words, lost and doubled lines, or quite other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.support.places import ROOT
from tests.support.small import FILES

STYLE = "styles/kent.yaml"
MORE = [
    (
        "    exists: [county, district]\n",
        "    exists: [county, district]\n    adds_up: {over: district, numerator: 2}\n",
    ),
    (
        "      - {kind: cover, name: Cover}\n",
        "      - {kind: cover, name: Cover}\n      - {kind: checks, name: Checks}\n",
    ),
    (
        "      - {kind: contents, name: Contents}\n",
        """\
      - {kind: contents, name: Contents}
      - kind: guidance
        name: Guidance
        sections:
          - title: Ratings
            drawn_as: rag
            paragraphs: [How ratings are made.]
            terms: [{term: GREEN, meaning: The target is met.}]
            footnote: A footnote.
""",
    ),
    (
        "indicators:\n  - id: PLANS\n",
        """\
  - id: L
    columns:
      - {kind: indicator}
      - {kind: latest}
      - {kind: earlier}
      - {kind: dot}
      - {kind: target, year: next}
      - {kind: benchmark, group: england, dated: as_at}
indicators:
  - id: PLANS
""",
    ),
    (
        "            notes: [A note.]\n",
        """\
            notes: [A note.]
          - id: short
            title: In short
            columns: L
            year: financial
            sections: [{indicators: [PLANS, {indicator: REPEAT, title: Repeats, areas: [Shire]}]}]
""",
    ),
]
ACCEPTED = "accepted:\n  - {rule: jump, indicator: PLANS, area: Shire, reason: It has been looked at.}\n"


def _with_more(spec: str) -> str:
    """The spec with the kinds of pages, columns and entries that the small project does without."""
    for old, new in MORE:
        assert old in spec
        spec = spec.replace(old, new, 1)
    return spec


TEXTS = FILES | {STYLE: (ROOT / STYLE).read_text(encoding="utf-8")}
TEXTS["indicator_specs.yaml"] = _with_more(TEXTS["indicator_specs.yaml"])
TEXTS["inputs/2024-11/edition.yaml"] += ACCEPTED
YAML_FILES = [name for name in TEXTS if name.endswith(".yaml")]
CSV_FILES = [name for name in TEXTS if name.endswith(".csv")]
WORD = re.compile(r"[^\s,:{}\[\]]+")
ODD_WORDS = [
    *(
        "",
        " ",
        "0",
        "-1",
        "1",
        "2",
        "61.5",
        "1e9",
        "NaN",
        "inf",
        "-0.0",
        ".5",
        "5.",
        "9" * 15,
        "9" * 400,
        "0.1234567",
    ),
    *(
        "N/A",
        "to be supplied",
        "suppressed",
        "null",
        "~",
        "true",
        "yes",
        "no",
        "on",
        "10:30",
        "0777",
        "1_000",
        "0x1F",
    ),
    *("2024-11", "2024-12", "2023-24", "2024-25 Q2", "2024-25 Autumn", "0000-00", "2024-00", "1900-01", "2099-12"),
    *("Nov-24", "2024-02-30", "2024-11-30", "county", "district", "CSWT", "Shire", "Eastham", "PLANS", "H", "L", "T"),
    *("R12M", "MS", "Q", "A", "percentage", "ratio", "none", "academic", "financial", "previous", "next", "this"),
    *('"', "'", "''", '""', '"x', "{", "}", "[", "]", "{}", "[]", "[a, b]", "{a: b}", "- x", "? x", ": x", "a: b"),
    *("&a x", "*a", "!!str x", "|", ">", "%", "@", "`", "# x", "---", "...", "<<", "=1+1", "{area}", "{0}", "%s"),
    *("x" * 70, "x" * 3000, "é", "\ud7ff", "📈", "\u202e", "\x00", "\x07", "\x1b[31m", "\x85", "\ufeff", "\t"),
]
MARKS = st.sampled_from(list("\n\t ,;:-#'\"[]{}&*!|>%@`\\\x00\x07é📈09aZ"))
odd_words = st.sampled_from(ODD_WORDS) | st.text(max_size=12)


@st.composite
def mutated(draw: st.DrawFn, name: str) -> str:
    """A file of the project after a change or several."""
    text = TEXTS[name]
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3, 4]))):
        text = draw(st.sampled_from(CHANGES))(draw, text)
    return text


def _other_word(draw: st.DrawFn, text: str) -> str:
    words = list(WORD.finditer(text))
    if not words:
        return draw(odd_words)
    word = draw(st.sampled_from(words))
    other = draw(odd_words | st.sampled_from(words).map(lambda found: found[0]))
    return text[: word.start()] + other + text[word.end() :]


def _other_line(draw: st.DrawFn, text: str) -> str:
    """A line lost, doubled, moved, indented, or replaced by another."""
    lines = text.split("\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    how = draw(st.sampled_from(["lose", "double", "move", "indent", "outdent", "replace"]))
    line = lines[one]
    if how in ("lose", "move"):
        del lines[one]
    if how in ("double", "move"):
        lines.insert(other, line)
    if how == "replace":
        lines[one] = lines[other]
    if how == "indent":
        lines[one] = "  " + line
    if how == "outdent":
        lines[one] = line.removeprefix("  ")
    return "\n".join(lines)


def _other_marks(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 40)))
    return text[:start] + "".join(draw(st.lists(MARKS, max_size=5))) + text[end:]


CHANGES = [_other_word, _other_word, _other_word, _other_line, _other_line, _other_marks]
FileText = dict[str, str | bytes]
odd_values = (
    odd_words | st.integers() | st.floats() | st.none() | st.booleans() | st.sampled_from([[], {}, [1], {"a": 1}])
)


@st.composite
def restructured(draw: st.DrawFn, name: str) -> str:
    """A YAML file in which a value is another one, or an entry is lost, doubled or in another place."""
    data = yaml.safe_load(TEXTS[name])
    for _ in range(draw(st.sampled_from([1, 1, 2, 3]))):
        places = list(_places(data))
        holder, key = draw(st.sampled_from(places))
        how = draw(st.sampled_from(["odd", "of another", "of another", "lose", "double"]))
        if how == "odd":
            holder[key] = deepcopy(draw(odd_values))
        elif how == "of another":
            other, its = draw(st.sampled_from([place for place in places if place[1] == key] + places[:1]))
            holder[key] = deepcopy(other[its])
        elif how == "lose":
            del holder[key]
        elif isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
    return str(yaml.safe_dump(data, allow_unicode=draw(st.booleans()), sort_keys=False))


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every value of the data, by what holds it and where."""
    keys = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else []
    for key in keys:
        yield data, key
        yield from _places(data[key])


def changed(name: str) -> st.SearchStrategy[str]:
    """A file of the project, changed."""
    return mutated(name) | restructured(name) if name in YAML_FILES else mutated(name)


def changed_files(names: list[str]) -> st.SearchStrategy[FileText]:
    """One or two of the files, changed."""
    one = st.sampled_from(names).flatmap(lambda name: st.fixed_dictionaries({name: changed(name)}))
    return st.lists(one, min_size=1, max_size=2).map(lambda made: {k: v for each in made for k, v in each.items()})


def other_files(names: list[str]) -> st.SearchStrategy[FileText]:
    """One of the files, with any text or bytes in its place."""
    marks = st.lists(MARKS | odd_words, max_size=60).map("".join)
    anything = marks | st.text(max_size=300) | st.binary(max_size=300)
    return st.sampled_from(names).flatmap(lambda name: st.fixed_dictionaries({name: anything}))
