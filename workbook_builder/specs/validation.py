"""Checks a document against frozen dataclasses with pydantic, and says in plain English what is wrong."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from workbook_builder.problems import Report, nearest, nearest_name, quoted
from workbook_builder.specs.document import Breadcrumb, Document
from workbook_builder.specs.schema import adapter, keys_at

Model = TypeVar("Model")

_MAPPING = ("`key: value` lines", "write the entry as keys with values")
_DATE = ("a date such as 2025-01-22", "write year-month-day")
_TYPES = {
    "string_type": ("text", "put the value in quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "int_type": ("a whole number", "write a whole number, without quotes"),
    "float_type": ("a number", "write a number, without quotes"),
    "tuple_type": ("a list", "begin each entry with a dash"),
    "dict_type": _MAPPING,
    "dataclass_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "union_tag_not_found": ("an entry with a `kind`", "add the line `kind: …`"),
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
}
_PATTERNS = {
    "(?:19|20)": "this, previous, next, a year such as 2019-20, or a number of years such as +2",
    "A-Za-z0-9_-": "letters, digits, - and _, beginning with a letter or digit",
    r"\[\]:*?": "a sheet name: none of [ ] : * ? / \\ '",
    "0-9a-fA-F": "a colour such as #1F4E79",
    r'^[^"\s]': "one to three characters, no space or quotation mark",
}


def validate(document: Document, model: type[Model], report: Report) -> Model | None:
    """The document as a `model`, or None with every fault in `report`."""
    value, faults = checked(document, model)
    for fault in faults:
        if fault.is_unknown_key or fault.place not in document.refused:
            entry = fault.place[:-1] if fault.is_missing else fault.place
            report.add(document.where(entry), *fault.found_allowed_remedy())
    return value


def checked(document: Document, model: type[Model]) -> tuple[Model | None, list[Fault]]:
    """The document as a `model`, or None and its faults, but none that only echoes another."""
    try:
        return adapter(model).validate_json(json.dumps(document.data)), []
    except ValidationError as error:
        found = [Fault(document, model, dict(fault)) for fault in error.errors(include_url=False)]
    meant = {fault.meant for fault in found if fault.is_unknown_key}
    return None, [fault for fault in found if not fault.is_echo and not (fault.is_missing and fault.place in meant)]


class Fault:
    """One fault that pydantic found, put into the user's terms; `place` is where it is, or where a key is missing."""

    def __init__(self, document: Document, model: type[Any], fault: dict[str, Any]) -> None:
        self.document, self.model = document, model
        self.type, self.loc, self.value = fault["type"], fault["loc"], fault["input"]
        self.context, self.message = fault.get("ctx", {}), fault["msg"]
        self.is_missing = self.type == "missing"
        self.is_unknown_key = self.type == "unexpected_keyword_argument"
        self.place = _within(document.data, self.loc) + ((self.loc[-1],) if self.is_missing else ())

    @property
    def is_echo(self) -> bool:
        """Whether a list is only called too short because pydantic leaves its faulty entries out."""
        return bool(self.type == "too_short" and len(self.value) >= self.context["min_length"])

    @property
    def meant(self) -> Breadcrumb:
        """The place of the key that an unknown one is most likely meant to be."""
        key = nearest_name(str(self.place[-1]), self._allowed_keys())
        return (*self.place[:-1], key or "")

    def _allowed_keys(self) -> list[str]:
        return keys_at(self.model, self.place[:-1], self.document.data)

    def found_allowed_remedy(self) -> tuple[str, str, str]:
        """What a report says of it."""
        if self.is_missing:
            return (
                f"no `{self.loc[-1]}`",
                f"`{self.loc[-1]}` is needed here",
                f"add the line `{self.loc[-1]}: …`",
            )
        if self.is_unknown_key:
            return self._unknown_key(str(self.loc[-1]))
        if self.type in ("enum", "literal_error", "union_tag_invalid"):
            return self._unknown_word()
        if self.type in _TYPES:
            allowed, remedy = _TYPES[self.type]
            return _shown(self.value), allowed, "fill it in" if self.value is None else remedy
        return _shown(self.value), self._limit(), "change the value"

    def _unknown_key(self, key: str) -> tuple[str, str, str]:
        allowed = self._allowed_keys()
        return f"the unknown key {quoted(key)}", ", ".join(allowed), nearest(key, allowed, "remove the line")

    def _unknown_word(self) -> tuple[str, str, str]:
        word = self.context.get("tag", self.value)
        expected = self.context.get("expected_tags") or self.context.get("expected", "")
        words = [part.strip(" '") for part in str(expected).replace(" or ", ", ").split(",")]
        return _shown(word), ", ".join(words), nearest(str(word), words, "use one of these words")

    def _limit(self) -> str:
        context = self.context
        pattern = str(context.get("pattern"))
        limits = {
            "string_too_short": _at_least(context.get("min_length", 1)),
            "string_too_long": f"at most {context.get('max_length')} characters",
            "too_short": f"a list of at least {context.get('min_length')}",
            "too_long": f"a list of at most {context.get('max_length')}",
            "string_pattern_mismatch": next((t for part, t in _PATTERNS.items() if part in pattern), pattern),
            "greater_than_equal": _or_more(context.get("ge")),
            "less_than_equal": f"{context.get('le', 0):g} or less",
        }
        return limits.get(self.type, str(self.message))


def _or_more(least: Any) -> str:
    return f"{least:g} or more" if isinstance(least, int | float) else f"{least} or later"


def _at_least(characters: int) -> str:
    return "text, not empty" if characters == 1 else f"at least {characters} characters"


def _within(data: Any, loc: Breadcrumb) -> Breadcrumb:
    """The location without the names of alternatives that pydantic puts between its steps."""
    crumb: list[str | int] = []
    for before, step in zip(("", *loc), loc, strict=False):
        is_list_step = isinstance(data, list) and isinstance(step, int) and step < len(data)
        is_key = isinstance(data, dict) and step in data
        is_kind = is_key and data.get("kind") == step and isinstance(before, int)
        if is_list_step or (is_key and not is_kind):
            data = data[step]
            crumb.append(step)
    return tuple(crumb)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list" if value else "an empty list"
    return quoted(value)
