"""HTML made of elements: whatever is not an element is text, so that nothing that looks like markup becomes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_NO_CONTENT = {"meta", "link", "br"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """Markup that was made here."""

    __slots__ = ()


Content = str | Html | None


def text(content: Content) -> Html:
    """What stands for a text; an element stands for itself."""
    if isinstance(content, Html):
        return content
    return Html(escape(_FORBIDDEN.sub("", content or ""), quote=False))


def joined(contents: Iterable[Content]) -> Html:
    """One after the other."""
    return Html("".join(map(text, contents)))


def tag(name: str, /, *contents: Content, **attributes: str | int | None) -> Html:
    """An element. An attribute that is None is left out; `class_` is `class`, `aria_label` is `aria-label`."""
    stated = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(_FORBIDDEN.sub("", str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _NO_CONTENT:
        return Html(f"<{name}{stated}>")
    return Html(f"<{name}{stated}>{joined(contents)}</{name}>")


def verbatim(name: str, content: str, **attributes: str) -> Html:
    """A `script` or `style` with what the package holds. Raises `ValueError` where that would end the element."""
    if f"</{name}" in content.casefold():
        raise ValueError(f"</{name} within a {name}")
    stated = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{stated}>{content}</{name}>")
