"""The JSON Schema of the files users edit, made from the same dataclasses that load them.

`python -m workbook_builder.specs` writes the shipped copy anew; editors use it to complete and check.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from workbook_builder.specs.noted import told

SHIPPED = Path(__file__).with_name("indicator_specs.schema.json")


# Making an adapter takes longer than using it.
adapter: Callable[[Any], TypeAdapter[Any]] = lru_cache(maxsize=8)(lambda model: TypeAdapter(told(model)))


def _json_schema(model: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a dataclass, which nobody may change."""
    schema = adapter(model).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


json_schema: Callable[[Any], dict[str, Any]] = lru_cache(maxsize=8)(_json_schema)


def schema_text(model: type[Any]) -> str:
    """The schema as the shipped file holds it."""
    return json.dumps(json_schema(model), indent=1, ensure_ascii=False) + "\n"


def keys_at(model: type[Any], crumb: tuple[str | int, ...], data: Any) -> list[str]:
    """The keys that an entry may have, at a breadcrumb into `data`."""
    schema = json_schema(model)
    node, value = node_at(schema, crumb, data)
    return list(_resolved(node, schema["$defs"], value).get("properties", {}))


def node_at(schema: dict[str, Any], crumb: tuple[str | int, ...], data: Any) -> tuple[dict[str, Any], Any]:
    """What a schema says of a place in `data`, and what stands there (None where the last key is missing)."""
    node = schema
    for step in crumb:
        node = _resolved(node, schema["$defs"], data)
        node = node.get("items", {}) if isinstance(step, int) else _under(node, step)
        data = data.get(step) if isinstance(data, dict) else data[step]
    return node, data


def _under(node: dict[str, Any], key: str) -> dict[str, Any]:
    """What a mapping holds under a key: what it says of that key, or of all keys."""
    of_all = node.get("additionalProperties") or {}
    described: dict[str, Any] = node.get("properties", {}).get(key, of_all)
    return described


def _resolved(node: dict[str, Any], definitions: dict[str, Any], data: Any) -> dict[str, Any]:
    """Follows references, and takes the alternative that the data's `kind` names."""
    while not {"properties", "additionalProperties", "items"} & set(node):
        if "discriminator" in node:
            tag = data.get(node["discriminator"]["propertyName"]) if isinstance(data, dict) else None
            node = {"$ref": node["discriminator"]["mapping"].get(tag, "")}
        elif "oneOf" in node or "anyOf" in node:
            kinds = node.get("oneOf", node.get("anyOf", []))
            node = next((kind for kind in kinds if "$ref" in kind or "items" in kind), {"items": {}})
        elif node.get("$ref"):
            node = definitions[node["$ref"].rsplit("/", 1)[-1]]
        else:
            return {}
    return node
