// Compiles the Python modules of an archive, by the release that will import them: node compile.mjs LOADER IN OUT HOME LEVEL
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [loader, plain, compiled, home, optimised] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(loader));
const python = await loadPyodide({ checkAPIVersion: false, env: { HOME: "/home", PYTHONNODEBUGRANGES: "1" } });
python.FS.writeFile("/plain.zip", readFileSync(plain));
python.globals.set("home", home);
python.globals.set("level", Number(optimised));
python.runPython(`
import zipfile
from importlib.util import source_hash
from importlib._bootstrap_external import _code_to_hash_pyc

def made(name, data):
    if not name.endswith(".py"):
        return name, data
    code = compile(data, f"{home}/{name}", "exec", dont_inherit=True, optimize=level)
    return f"{name}c", bytes(_code_to_hash_pyc(code, source_hash(data), False))

with zipfile.ZipFile("/plain.zip") as plain, zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for one in plain.infolist():
        name, data = made(one.filename, plain.read(one))
        compiled.writestr(zipfile.ZipInfo(name), data)
`);
writeFileSync(compiled, python.FS.readFile("/compiled.zip"));
process.exit(0);
