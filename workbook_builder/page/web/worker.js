// Runs Python beside the page, so that the page never waits for it. Everything it needs was handed to it: it fetches
// nothing, and what Python asks for by an address is answered from memory.
const HOME = "https://page.invalid/";
const PROJECT = "/project/";
let python, ask;

const unpacked = async text => {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};
const scriptOf = bytes => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));

async function start({ parts }) {
  const all = Object.entries(parts).map(async ([name, text]) => [name, await unpacked(text)]);
  const kept = Object.fromEntries(await Promise.all(all));
  const answers = { "pyodide.asm.wasm": ["wasm", "application/wasm"], "library.zip": ["library", "application/zip"] };
  self.fetch = async address => {
    const known = answers[String(address.url ?? address).split("/").pop()];
    if (!known) throw new TypeError("This page fetches nothing.");
    return new Response(kept[known[0]], { headers: { "content-type": known[1] } });
  };
  const [{ loadPyodide }, glue] = await Promise.all([import(scriptOf(kept.loader)), import(scriptOf(kept.glue))]);
  python = await loadPyodide({
    indexURL: HOME, packageBaseUrl: HOME, stdLibURL: `${HOME}library.zip`, createPyodideModule: glue.default,
    lockFileContents: { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
      packages: {} },
    env: { HOME: "/home", PYDANTIC_DISABLE_PLUGINS: "__all__" }, checkAPIVersion: false,
    stdout: () => {}, stderr: () => {},
  });
  postMessage({ said: "python" });
  python.unpackArchive(kept.site, "zip", { extractDir: "/site" });
  python.FS.mkdirTree(PROJECT.slice(0, -1));
  python.FS.mkdirTree("/files");
  ask = python.runPython(
    "import os, sys; sys.path.insert(0, '/site'); os.chdir('/project'); " +
    "from workbook_builder.session import ask; ask",
  );
  postMessage({ said: "ready" });
  setTimeout(() => python.runPython("import workbook_builder.commands.build, workbook_builder.outputs.xlsx.writer"));
}

function put(files) {
  for (const [name, bytes] of files) {
    const path = name.startsWith("/") ? name : PROJECT + name;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, bytes);
  }
}

function emptied(folder) {
  for (const name of python.FS.readdir(folder).filter(one => one !== "." && one !== "..")) {
    const path = `${folder}/${name}`;
    if (python.FS.isDir(python.FS.stat(path).mode)) {
      emptied(path);
      python.FS.rmdir(path);
    } else python.FS.unlink(path);
  }
}

function answered({ number, question, files = [], isNew, wanted = [] }) {
  if (isNew) emptied("/project");
  put(files);
  const answer = JSON.parse(ask(JSON.stringify(question), stage => postMessage({ number, stage })));
  const there = path => python.FS.analyzePath(path).exists;
  const made = [...answer.changed.map(name => [name, PROJECT + name]), ...wanted.map(path => [path, path])]
    .filter(([, path]) => there(path)).map(([name, path]) => [name, python.FS.readFile(path)]);
  postMessage({ number, answer, made }, made.map(([, bytes]) => bytes.buffer));
}

onmessage = async ({ data }) => {
  try {
    await (data.parts ? start(data) : answered(data));
  } catch (error) {
    postMessage({ number: data.number, failed: String(error?.message ?? error).split("\n").slice(-4).join("\n") });
  }
};
