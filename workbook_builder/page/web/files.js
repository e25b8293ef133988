// Reads a project's files from a folder or a zip archive, and gives files back: into the folder, or as downloads.

export const SPEC = "indicator_specs.yaml";
const OF_A_PROJECT = /^(inputs|styles)\/|^indicator_specs\.yaml$/;
const bytesOf = async file => new Uint8Array(await file.arrayBuffer());

// The files of a folder chosen with <input webkitdirectory>: [[name, bytes], ...].
export async function fromInput(list) {
  const named = [...list].map(file => [file.webkitRelativePath.split("/").slice(1).join("/"), file]);
  return read(named.filter(([name]) => OF_A_PROJECT.test(name)));
}

async function read(named) {
  return Promise.all(named.map(async ([name, file]) => [name, await bytesOf(file)]));
}

// The files of a folder that the browser lends, looked into no further than a project goes.
export async function fromHandle(folder) {
  const found = [];
  async function look(within, path) {
    for await (const [name, one] of within.entries()) {
      const full = path + name;
      if (one.kind === "file" && OF_A_PROJECT.test(full)) found.push([full, await one.getFile()]);
      if (one.kind === "directory" && OF_A_PROJECT.test(`${full}/`)) await look(one, `${full}/`);
    }
  }
  await look(folder, "");
  return read(found);
}

export async function fromZip(engine, file) {
  const place = "/files/project.zip";
  engine.open([]);
  const answer = await engine.ask({ action: "unpack", file: place }, { more: [[place, await bytesOf(file)]] });
  return answer.problems.length || answer.code ? { answer } : { files: [...engine.files] };
}

export const returned = async list => Promise.all([...list].map(async f => [`/files/${f.name}`, await bytesOf(f)]));

// Writes files into the lent folder, once the user has allowed it; false where that was refused.
export async function writeInto(folder, files) {
  const how = { mode: "readwrite" };
  if (folder.requestPermission && (await folder.requestPermission(how)) !== "granted") return false;
  for (const [name, bytes] of files) {
    const parts = name.split("/");
    let place = folder;
    for (const part of parts.slice(0, -1)) place = await place.getDirectoryHandle(part, { create: true });
    const file = await (await place.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(bytes);
    await file.close();
  }
  return true;
}

export function download(name, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name.split("/").pop();
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
