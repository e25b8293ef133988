"""The parts of an .xlsx file: a zip of XML, opened without trust, whatever program wrote it.

Elements are named without their namespaces, so that the strict form of the format reads like the usual one.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

_MOST_BYTES = 100_000_000
_RELATION = "officeDocument"  # of both forms of the namespace of relations


class Refused(Exception):
    """A file that is not read any further: what was found, what is allowed, what to do."""

    def __init__(self, found: str, allowed: str, remedy: str) -> None:
        self.said = found, allowed, remedy
        super().__init__(found)


class Parts:
    """The open file. Raises `Refused` where it is too large or declares entities, which could grow without end."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)
        size = sum(part.file_size for part in self.zip.infolist())
        if size > _MOST_BYTES:
            found, remedy = f"{size // 1_000_000} MB when unpacked", "split it into several workbooks"
            raise Refused(found, "at most 100 MB", remedy)

    def close(self) -> None:
        """Close the file."""
        self.zip.close()

    @cached_property
    def _stored(self) -> dict[str, str]:
        """The stored name of each part by the name in small letters: some programs write `XL\\Workbook.xml`."""
        return {name.replace("\\", "/").casefold(): name for name in self.zip.namelist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in small letters."""
        return tuple(self._stored)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._stored

    def opened(self, name: str) -> IO[bytes]:
        """A part as a stream, seen to declare no entities. Raises KeyError where there is none."""
        stored = self._stored[name.casefold()]
        with self.zip.open(stored) as file:
            _refuse_declarations(file, name)
        return self.zip.open(stored)

    def tree(self, name: str) -> Element:
        """A part's root element; an empty one where there is no such part."""
        if not self.has(name):
            return Element("none")
        with self.opened(name) as file:
            return plain(ElementTree.parse(file).getroot())

    def rows(self, part: str) -> Iterator[Element]:
        """The elements `row` of a sheet, one after the other and then the rest of it, without keeping them all."""
        with self.opened(part) as file:
            root: Element | None = None
            has_more = True
            for event, element in ElementTree.iterparse(file, ("start", "end")):
                root = element if root is None else root
                name = local(element.tag) if event == "end" else ""
                has_more = has_more and name != "sheetData"
                if name == "row" and has_more:  # after the data, `row` is where a control stands
                    yield plain(element)
                    element.clear()
            if root is not None:
                yield plain(root)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to by id: the kind of the relation, and the other part's name or an outside address."""
        folder, file = posixpath.split(name)
        found = {}
        for relation in self.tree(f"{folder}/_rels/{file}.rels".removeprefix("/")):
            target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).removeprefix("/")
            found[relation.get("Id", "")] = kind, target
        return found


def plain(element: Element) -> Element:
    """The element and all in it, without namespaces but `r:` for relations; of alternatives only the first stays."""
    for one in element.iter():
        one.tag = local(one.tag)
        if one.tag == "AlternateContent":
            for other in [child for child in one if local(child.tag) == "Fallback"]:
                one.remove(other)
        if any("}" in key for key in one.attrib):
            one.attrib = {_attribute(key): value for key, value in one.attrib.items()}
    return element


def local(name: object) -> str:
    """A name without its namespace; "" for what is no element."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _attribute(name: str) -> str:
    space, _, own = name.rpartition("}")
    return f"r:{own}" if _RELATION in space else own


def is_true(element: Element | None, attribute: str, otherwise: bool = False) -> bool:
    """A yes or no that an attribute states."""
    stated = None if element is None else element.get(attribute)
    return otherwise if stated is None else stated in ("1", "true", "on")


def _refuse_declarations(file: IO[bytes], name: str) -> None:
    """Read up to the root element; the format forbids declarations before it (ISO/IEC 29500-2)."""
    parser = expat.ParserCreate()
    seen: list[str] = []
    parser.StartDoctypeDeclHandler = lambda *_: seen.append("declaration")
    parser.StartElementHandler = lambda *_: seen.append("element")
    while not seen and (data := file.read(1024)):
        parser.Parse(data)
    if seen[:1] == ["declaration"]:
        found = f"a document type declaration in its part {name}, which no spreadsheet program writes"
        raise Refused(found, "parts without one", "open it in Excel and save it again, or ask where it comes from")
