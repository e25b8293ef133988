"""What the page holds, besides its texts: Python, the libraries and this package, compiled, and the scripts.

Python for browsers compiles what it imports each time anew. So all is compiled once, when the page is made, by the
very release that will import it.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from workbook_builder.files import replacing
from workbook_builder.page.fetching import Fetched, run

WEB = Path(__file__).with_name("web")
_PACKAGE = Path(__file__).parents[1]
_COMPILER = Path(__file__).with_name("compile.mjs")
_STDLIB = "python_stdlib.zip"
_NEVER_IMPORTED = (
    *("_pyrepl/", "idlelib/", "multiprocessing/", "pydoc_data/", "turtledemo/", "unittest/", "wsgiref/", "xmlrpc/"),
    *("bdb.", "doctest.", "ftplib.", "imaplib.", "mailbox.", "pdb.", "pickletools.", "poplib.", "pydoc.", "smtplib."),
    *("pydantic/v1/", "pydantic/mypy."),
)
_NOT_IN_A_BROWSER = (
    *("cli/", "__main__.", "page/", "commands/page.", "commands/withhold."),
    *("outputs/covering/", "outputs/pack/", "outputs/pdf/", "outputs/word/", "specs/indicator_specs"),
)
_FILES = ("py", "json", "yaml", "css", "js")
_LIBRARY_AT = "/lib/python314.zip"
_HASH = 16
Members = Mapping[str, bytes]


@dataclass(frozen=True)
class Bundle:
    """The parts of the page, as bytes by the name under which the page finds them, and its scripts as text."""

    parts: Mapping[str, bytes]
    script: str


def bundled(source: Fetched) -> Bundle:
    """All of them."""
    pyodide = source.node_modules / "pyodide"
    parts = {
        "loader": (pyodide / "pyodide.mjs").read_bytes(),
        "glue": (pyodide / "pyodide.asm.mjs").read_bytes(),
        "wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "library": _compiled(source, dict(_library(source)), _LIBRARY_AT, 2),
        "site": _compiled(source, dict(_site(source)), "/site", 0),
        "grid": _scripts(source, "grid/grid.js", "esm").encode("utf-8"),
        "worker": (WEB / "worker.js").read_bytes(),
    }
    return Bundle(parts, _scripts(source, "main.js", "iife"))


def _library(source: Fetched) -> Iterator[tuple[str, bytes]]:
    """The standard library and the libraries of Python alone, which are imported from one archive."""
    standard = (source.node_modules / "pyodide" / _STDLIB).read_bytes()
    yield from ((name, data) for name, data in _members(standard) if not name.startswith(_NEVER_IMPORTED))
    for wheel in source.wheels:
        if not _has_a_binary(wheel):
            yield from ((n, data) for n, data in _members(wheel.read_bytes()) if ".dist-info/" not in n)


def _site(source: Fetched) -> Iterator[tuple[str, bytes]]:
    """This package and the libraries with binaries, which must be files."""
    for wheel in source.wheels:
        if _has_a_binary(wheel):
            yield from ((n, data) for n, data in _members(wheel.read_bytes()) if ".dist-info/" not in n)
    for path in sorted(_PACKAGE.rglob("*")):
        name = path.relative_to(_PACKAGE).as_posix()
        if path.suffix[1:] in _FILES and "__pycache__" not in name and not name.startswith(_NOT_IN_A_BROWSER):
            yield f"{_PACKAGE.name}/{name}", path.read_bytes()


def _has_a_binary(wheel: Path) -> bool:
    return "wasm32" in wheel.name


def _members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a zip archive, without binaries for other machines."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for one in opened.infolist():
            is_foreign = one.filename.endswith(".so") and "wasm32" not in one.filename
            if not one.is_dir() and not is_foreign:
                yield one.filename, opened.read(one)


def _compiled(source: Fetched, members: Members, home: str, optimised: int) -> bytes:
    """The members as an archive, modules compiled as if they stood in `home`; kept beside what was fetched.

    `optimised` is Python's own level: 2 leaves out assertions and docstrings.
    """
    plain = _zipped(sorted(members.items()))
    kept = (
        source.folder
        / "compiled"
        / f"{sha256(plain + f'{home} {optimised}'.encode() + _COMPILER.read_bytes()).hexdigest()[:_HASH]}.zip"
    )
    if not kept.exists():
        with TemporaryDirectory() as folder:
            (Path(folder) / "plain.zip").write_bytes(plain)
            shutil.copyfile(_COMPILER, Path(folder) / _COMPILER.name)
            script = str(source.node_modules / "pyodide" / "pyodide.mjs")
            run(["node", _COMPILER.name, script, "plain.zip", "compiled.zip", home, str(optimised)], Path(folder))
            with replacing(kept, "--cache") as temporary:
                shutil.copyfile(Path(folder) / "compiled.zip", temporary)
    return kept.read_bytes()


def _zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive without dates, not compressed: the page's parts are compressed as a whole."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def _scripts(source: Fetched, entry: str, form: str) -> str:
    """A script of the page with all that it imports, as one text."""
    with TemporaryDirectory() as folder:
        shutil.copytree(WEB, Path(folder) / "web")
        made = Path(folder) / "made.js"
        program = source.node_modules / "esbuild" / "bin" / "esbuild"
        how = ("--bundle", "--minify", f"--format={form}", "--target=es2022", "--charset=utf8", "--log-level=error")
        modules = f"--alias:ag-grid-community={source.node_modules / 'ag-grid-community'}"
        run(["node", str(program), f"web/{entry}", *how, modules, f"--outfile={made}"], Path(folder))
        return made.read_text(encoding="utf-8")
