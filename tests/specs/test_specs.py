"""The spec is read strictly: every fault is told once, where it stands, with what is allowed and what to do.

The faults are in `spec_faults/`. One report names all of them, and nothing that only follows from another.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.small import SPEC as SMALL_SPEC
from tests.support.small import SmallProject
from tests.support.spec_faults import SPEC, Fault
from tests.support.spec_faults.keys import KEY_FAULTS
from tests.support.spec_faults.reading import READING_FAULTS
from tests.support.spec_faults.references import REFERENCE_FAULTS
from tests.support.spec_faults.suppress import SUPPRESS_FAULTS
from tests.support.spec_faults.tables import TABLE_FAULTS
from tests.support.spec_faults.values import VALUE_FAULTS
from workbook_builder.problems import Problem, ProblemsFound, Report, grouped
from workbook_builder.specs import document, load_spec
from workbook_builder.specs.document import read_document
from workbook_builder.specs.model import Spec
from workbook_builder.specs.schema import SHIPPED, schema_text

FAULTS = [*READING_FAULTS, *KEY_FAULTS, *VALUE_FAULTS, *REFERENCE_FAULTS, *TABLE_FAULTS, *SUPPRESS_FAULTS]
Place = tuple[str | int, ...]
Told = tuple[str, str, str, str]

NO_MAPPING = ("`key: value` lines", "write the entry as keys with values")
NOT_UTF8 = ("a character that is not UTF-8", "a text file in UTF-8", 'save it again as "UTF-8"')
FILES: dict[str, tuple[str | bytes, Told]] = {
    "empty": ("", (f"{SPEC}, line 1", "nothing", "`key: value` lines", "fill it in")),
    "comments only": ("# areas:\n", (f"{SPEC}, line 1", "nothing", "`key: value` lines", "fill it in")),
    "a sentence": ("areas are missing", (f"{SPEC}, line 1", '"areas are missing"', *NO_MAPPING)),
    "a list": ("- areas\n- teams\n", (f"{SPEC}, line 1", "a list", *NO_MAPPING)),
    "Latin-1": ("areas:\n  - name: Orléans\n".encode("latin-1"), (f"{SPEC}, line 2", *NOT_UTF8)),
    "UTF-16": (SMALL_SPEC.encode("utf-16"), (f"{SPEC}, line 1", *NOT_UTF8)),
    "a control character": (
        "areas: \0\n",
        (
            SPEC,
            "unacceptable character #x0000: control characters are not allowed",
            "valid YAML",
            "remove unprintable characters",
        ),
    ),
}
# What parsers give up at, each in its own words and at a line of its own: (text, line of the 41st level).
DEEP = {
    "brackets": ("title: x\n\ncode: " + "[" * 5_000, 3),
    "braces": ("{" * 5_000, 1),
    "mappings in one line": ("{a: " * 2_000, 1),
    "dashes": ("- " * 2_000 + "x", 1),
    "question marks": ("? " * 2_000 + "x", 1),
    "indents": ("\n".join(" " * level + "a:" for level in range(1_200)), 42),
    "brackets to the end of the line, more on the next": ("[" * 1_000 + "\n[[", 1),
    "closed again, and broken further down": ("a: " + "[" * 2_000 + "]" * 2_000 + "\nb: c: d", 1),
    "broken just behind": ("[" * 1_010 + "@", 1),
}


def problems(project: SmallProject) -> list[Problem]:
    """What is reported of the project's spec, alike problems as one, as the user sees it."""
    with pytest.raises(ProblemsFound) as raised:
        load_spec(project.folder)
    return grouped(raised.value.problems)


def place_of(problem: Problem) -> tuple[int, str]:
    """The line of a problem's first place, and its breadcrumb."""
    file, _, rest = problem.where.partition("\n")[0].partition(", line ")
    line, _, trail = rest.partition(": ")
    assert file == SPEC
    return int(line), trail


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_fault_is_one_problem_with_line_breadcrumb_and_remedy(small: SmallProject, fault: Fault) -> None:
    fault.make(small)
    (problem,) = problems(small)
    line, trail = place_of(problem)
    assert (trail, problem.found, problem.allowed, problem.remedy) == fault[4:]
    assert fault.line in small.text(SPEC).splitlines()[line - 1]


@pytest.mark.parametrize(("content", "told"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_spec_is_refused(small: SmallProject, content: str | bytes, told: Told) -> None:
    small.write(SPEC, content)
    (problem,) = problems(small)
    assert (problem.where, problem.found, problem.allowed, problem.remedy) == told


@pytest.mark.parametrize("loader", [yaml.SafeLoader, document._Loader], ids=["in Python", "in C"])
@pytest.mark.parametrize(("text", "line"), DEEP.values(), ids=DEEP)
def test_deep_nesting_is_told_alike_by_every_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int, loader: Any
) -> None:
    monkeypatch.setattr(document, "_Loader", loader)
    (tmp_path / "deep.yaml").write_text(text, encoding="utf-8")
    report = Report()
    assert read_document(tmp_path / "deep.yaml", "deep.yaml", report) is None
    told = ("nesting deeper than 40 levels", "flat entries", "remove brackets or indents")
    assert report.problems == [Problem(f"deep.yaml, line {line}", *told)]


@pytest.mark.parametrize("text", ["[" * 40 + "]" * 40, "- " * 40 + "x"], ids=["brackets", "indents"])
def test_forty_levels_are_not_too_deep(tmp_path: Path, text: str) -> None:
    (tmp_path / "deep.yaml").write_text(text, encoding="utf-8")
    report = Report()
    assert read_document(tmp_path / "deep.yaml", "deep.yaml", report) is not None
    assert not report.problems


def test_a_missing_file_and_a_folder_of_its_name_are_refused(small: SmallProject) -> None:
    (small.folder / SPEC).unlink()
    (problem,) = problems(small)
    assert problem == Problem(SPEC, "no such file", "a YAML file", "check the folder (option --project)")
    (small.folder / SPEC).mkdir()
    (problem,) = problems(small)
    assert (problem.where, problem.allowed) == (SPEC, "a text file in UTF-8")


def test_faults_of_every_kind_are_told_in_one_report(small: SmallProject) -> None:
    for old, new in (
        ("    code: P1\n", "    code: P1\n    code: P2\n"),
        ("decimals: 1", "decimals: one"),
        ("    definition: Plans issued in time as a percentage of all plans.\n", ""),
        ("data_period: R12M", "data_period: R12"),
        ("qpr: true", "qpr: yes"),
        ("{kind: polarity}", "{kind: polarty}"),
        ("group: england", "group: englund"),
        ("teams: CSWT", "teams: CSTW"),
        ("name: Contents", "name: Cover"),
        ("indicators: [PLANS, REPEAT, SECOND]\n", "indicators: [PLANS, REPAT, SECOND]\n"),
        ("contact: mi@", "contakt: mi@"),
    ):
        small.change(SPEC, old, new)
    assert sorted(problem.found for problem in problems(small)) == [
        '"CSTW"',
        '"R12"',
        '"REPAT"',
        '"englund"',
        '"one"',
        '"polarty"',
        "no `definition`",
        'the key "code" for the second time (first on line 29)',
        'the unknown key "contakt"',
        'two sheets called "Cover"',
        "yes, which programs read in different ways",
    ]


def places(data: Any, place: Place = ()) -> Iterator[Place]:
    """Every place of some data, outermost first."""
    yield place
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inside:
        yield from places(value, (*place, step))


def one_place_of_each_kind() -> dict[str, Place]:
    """Places of the small spec whose breadcrumbs differ in more than the position in a list."""
    kinds: dict[str, Place] = {}
    for place in places(yaml.safe_load(SMALL_SPEC)):
        kinds.setdefault(" ".join("*" if isinstance(step, int) else step for step in place), place)
    return {kind: place for kind, place in kinds.items() if place}


def put_wrong_value(holder: Any, step: str | int) -> None:
    holder[step] = [[]]


def mistype_key(holder: Any, step: str | int) -> None:
    holder[f"{step}q"] = holder.pop(step)


SINGLE_FAULTS = {
    f"{spoil.__name__} {kind}": (spoil, place)
    for spoil in (put_wrong_value, mistype_key)
    for kind, place in one_place_of_each_kind().items()
    if spoil is put_wrong_value or isinstance(place[-1], str)
}


@pytest.mark.parametrize(("spoil", "place"), SINGLE_FAULTS.values(), ids=SINGLE_FAULTS)
def test_nothing_is_reported_that_only_follows_from_another_fault(
    small: SmallProject, spoil: Callable[[Any, str | int], None], place: Place
) -> None:
    data = holder = yaml.safe_load(SMALL_SPEC)
    for step in place[:-1]:
        holder = holder[step]
    spoil(holder, place[-1])
    small.write(SPEC, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    assert len(problems(small)) == 1


def test_of_many_names_one_that_is_faulty_leads_to_no_other_problem(
    small: SmallProject, root: Path, spec: Spec
) -> None:
    small.write(SPEC, (root / SPEC).read_text(encoding="utf-8"))
    small.change(SPEC, f'- id: "{spec.indicators[-1].id}"', "- id: 17")
    assert [(problem.found, problem.allowed) for problem in problems(small)] == [("17", "text")]


@pytest.mark.parametrize("change", ["byte order mark", "Windows line ends", "JSON"])
def test_how_the_file_is_saved_makes_no_difference(small: SmallProject, change: str) -> None:
    before = load_spec(small.folder)
    data = small.text(SPEC).encode()
    saved = {
        "byte order mark": codecs.BOM_UTF8 + data,
        "Windows line ends": data.replace(b"\n", b"\r\n"),
        "JSON": json.dumps(yaml.safe_load(data)).encode(),
    }
    small.write(SPEC, saved[change])
    assert load_spec(small.folder) == before


def test_words_and_numbers_in_quotes_are_text(small: SmallProject) -> None:
    small.change(SPEC, "code: P1", 'code: "0777"')
    small.change(SPEC, "title: Percentage of repeat referrals", "title: 'no'")
    plans, repeat, _ = load_spec(small.folder).indicators
    assert (plans.code, repeat.title) == ("0777", "no")


@pytest.mark.parametrize("latest", ["{kind: measure}", "{kind: latest}", "{kind: outturn, year: this}"])
def test_annual_tables_may_compare_outturns(small: SmallProject, latest: str) -> None:
    small.change(SPEC, "      - {kind: trend, periods: 2}\n", "")
    small.change(SPEC, "{kind: measure}", latest)
    assert "dot without two figures to compare" in [problem.found for problem in problems(small)]
    small.write(SPEC, small.text(SPEC).replace("data_period: MS", "data_period: A").replace("R12M", "A"))
    assert load_spec(small.folder)


def test_the_shipped_spec_loads(spec: Spec) -> None:
    assert [area.name for area in spec.areas if area.level.value == "county"] == ["Kent"]
    assert len(spec.areas) == 13
    assert {row.indicator for table in spec.scorecards[0].groups for row in table.rows} == set(spec.indicator_by_id)


def editor_complaints(file: Path) -> list[str]:
    """What an editor with the shipped JSON Schema marks in a spec."""
    document = read_document(file, file.name, Report())
    assert document
    validator = Draft202012Validator(json.loads(SHIPPED.read_text(encoding="utf-8")))
    return [error.message for error in validator.iter_errors(document.data)]


def test_the_shipped_schema_is_made_from_the_model() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == schema_text(Spec), "run `python -m workbook_builder.specs`"


def test_the_shipped_spec_names_the_schema_in_its_first_line(root: Path) -> None:
    first = (root / SPEC).read_text(encoding="utf-8").splitlines()[0]
    comment, _, path = first.partition("=")
    assert comment == "# yaml-language-server: $schema"
    assert (root / path).samefile(SHIPPED)


def test_an_editor_marks_nothing_in_a_sound_spec(small: SmallProject, root: Path) -> None:
    assert editor_complaints(root / SPEC) == []
    assert editor_complaints(small.folder / SPEC) == []


@pytest.mark.parametrize("fault", [*KEY_FAULTS, *VALUE_FAULTS], ids=lambda fault: fault.what)
def test_an_editor_marks_every_faulty_key_and_value(small: SmallProject, fault: Fault) -> None:
    fault.make(small)
    assert editor_complaints(small.folder / SPEC)


def test_an_editor_explains_every_field() -> None:
    definitions = json.loads(schema_text(Spec))["$defs"]
    plain = {"term", "meaning", "kind"}
    bare = [
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, field in definition.get("properties", {}).items()
        if key not in plain and "description" not in field | definitions.get(field.get("$ref", "")[8:], {})
    ]
    assert bare == []
