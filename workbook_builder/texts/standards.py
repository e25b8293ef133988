"""What a text measures an indicator by: the target, the floor standard, the benchmarks of its table."""

from __future__ import annotations

import re

from workbook_builder.commentary.facts import Facts
from workbook_builder.inputs.figures import Number
from workbook_builder.inputs.targets import Basis, Target
from workbook_builder.texts.forms import Form
from workbook_builder.texts.marks import Known, Marked, Meaning

_OTHER_TARGETS = Form(
    r"\b(?:(?:next|last|(?:the )?previous) year['’]s|service['’]s|(?:the )?(?:coming|next|previous|previous year|"
    r"last year|stretch|national|interim|future|new|old|original|statutory|own|internal|local|aspirational|second|"
    r"separate|different|other|their|savings|recruitment|budget|improvement plan) )"
    r"(?: ?(?:target|floor(?: standard)?))\b"
    r"|\btarget (?:range|band)\b|\btargets\b|\bon[- ]target\b|\btarget(?=ed|ing)"
)
_OF_A_YEAR = (
    r"(?:(?: figure| level| value| rate)?"
    r"(?: (?:for|in|of|on) (?:this|the) (?:measure|indicator|year|KPI|performance indicator|county)\b)?"
    r"(?: (?:for|in) (?P<after><P\d+>))?)"
)
_TARGET = Form(rf"(?:(?P<before><P\d+>)(?:['’]s)? )?\btarget\b{_OF_A_YEAR}")
_FLOOR = Form(rf"(?:(?P<before><P\d+>)(?:['’]s)? )?\b(?:floor standard|minimum standard|floor)\b{_OF_A_YEAR}")
_KINDS = r"(?: (?:average|figure|rate|level|outturn|result|value|percentage|mean|position|as a whole))?"
_NATIONAL = rf"national{_KINDS}|nationally"
_ALSO_CALLED = {
    "England": _NATIONAL,
    "England & Wales": _NATIONAL,
    "Wales": _NATIONAL,
    "Scotland": _NATIONAL,
    "Benchmark Group": rf"statistical neighbours?(?:['’]s?)?{_KINDS}",
}
_OTHER_GROUPS = Form(
    r"\b(?:statistical neighbours?|neighbouring|national|nationally|regional|regionally|England|South East|London|"
    r"benchmark(?: group)?)\b(?: (?:average|figure|rate)s?)?"
)


def mark_standards(marked: Marked, facts: Facts) -> Marked:
    """The text with target (T), floor standard (F) and benchmarks (B) marked, those of other years as unknown (U)."""
    marked = _mark_benchmarks(marked, facts)
    marked = marked.replaced(_OTHER_TARGETS, lambda found: ("U", None))
    marked = marked.replaced(_TARGET, lambda found, of=marked: _of_year(found, of, facts, "T", target_of(facts)))  # type: ignore[misc]
    return marked.replaced(_FLOOR, lambda found, of=marked: _of_year(found, of, facts, "F", floor_of(facts)))  # type: ignore[misc]


def target_of(facts: Facts) -> Known:
    """The row's target."""
    found = facts.target.target if facts.target else None
    return Known("the target", (found,) if isinstance(found, Number) else ())


def floor_of(facts: Facts) -> Known:
    """The row's floor standard, where its scheme has one; its name says where it was inferred."""
    target: Target | None = facts.target
    stated = {standard.name: standard.of(target.limits) for standard in target.standards} if target else {}
    floor = stated.get("floor standard")
    inferred = " (not published)" if target and target.basis is Basis.INFERRED else ""
    return Known(f"the floor standard{inferred}", (floor,) if isinstance(floor, Number) else ())


def _of_year(found: re.Match[str], marked: Marked, facts: Facts, letter: str, known: Known) -> tuple[str, Meaning]:
    """The mark of a standard, unless another year's is meant."""
    years = [marked.known(mark).name for mark in (found["before"], found["after"]) if mark]
    return (letter, known) if all(name == facts.row.year.label for name in years) else ("U", None)


def _mark_benchmarks(marked: Marked, facts: Facts) -> Marked:
    headings = sorted({heading for heading, _, _ in facts.benchmarks}, key=len, reverse=True)
    for heading in headings:
        same = [(period, number) for name, period, number in facts.benchmarks if name == heading]
        label = f"{heading} {' or '.join(period.label for period, _ in same)}"
        known = Known(label, tuple(number for _, number in same))
        words = re.escape(heading).replace(r"\ \&\ ", r" (?:&|and) ")
        names = [rf"{words}(?:['’]s)?{_KINDS}"]
        names += [_ALSO_CALLED[heading]] if heading in _ALSO_CALLED else []
        pattern = Form(rf"\b(?:{'|'.join(names)})\b")
        marked = marked.replaced(pattern, lambda found, known=known: ("B", known))  # type: ignore[misc]
    return marked.replaced(_OTHER_GROUPS, lambda found: ("U", None))
