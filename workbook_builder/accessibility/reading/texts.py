"""Texts of cells: plain ones, and those made of runs with looks of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.reading.colours import Palette
from workbook_builder.accessibility.reading.looks import font
from workbook_builder.accessibility.reading.parts import Parts
from workbook_builder.accessibility.workbook import Font
from workbook_builder.inputs.shown import decoded


@dataclass(frozen=True, slots=True)
class Text:
    """A text, the fonts of its runs where it has any, and the parts of it that are superscript."""

    text: str
    fonts: tuple[Font, ...] = ()
    raised: tuple[str, ...] = ()


def shared_texts(parts: Parts, name: str, colours: Palette) -> Sequence[Text]:
    """The texts that cells name by number."""
    root = parts.tree(name)
    return [text_of(item, colours) for item in root if item.tag == "si"]


def text_of(item: Element, colours: Palette) -> Text:
    """The text of an element that holds either `t` or runs `r`; what says how signs are pronounced is left out."""
    runs = item.findall("r")
    if not runs:
        return Text(decoded(item.findtext("t") or ""))
    texts = [decoded(run.findtext("t") or "") for run in runs]
    properties = [run.find("rPr") for run in runs]
    looks = [None if one is None else font(one, colours) for one in properties]
    raised = tuple(text for text, look in zip(texts, looks, strict=True) if look and look.is_raised and text.strip())
    used = tuple(look for text, look in zip(texts, looks, strict=True) if look and text.strip())
    return Text("".join(texts), tuple(dict.fromkeys(used)), raised)
