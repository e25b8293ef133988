// The page: a project is opened, a panel asks the builder for something, the report is shown, files are given back.
import { byId, make, options } from "./dom.js";
import { Editor } from "./editor.js";
import { Engine, Stopped } from "./engine.js";
import { SPEC, download, fromHandle, fromInput, fromZip, returned, writeInto } from "./files.js";
import { Preview } from "./preview.js";
import { asText, show } from "./reports.js";
import { tabs } from "./tabs.js";

const STAGES = { check: ["spec", "figures", "ratings", "commentary", "checks"],
  build: ["spec", "style", "figures", "ratings", "commentary", "checks", "pages", "outputs"] };
STAGES.preview = STAGES.build;
const state = { listing: null, lent: null, changed: new Set(), isBusy: false, report: null };

const said = { python: "Getting ready: Python is there…", ready: "Ready." };
const engine = new Engine((what, why) => {
  byId("state").textContent = what === "failed" ? `This page cannot start here: ${why}` : said[what];
  if (what === "ready") document.body.dataset.ready = "1";
});
const preview = new Preview();
const editor = new Editor({
  engine, failed: error => failed(error), saved: name => save([name]),
  changed: (name, bytes) => {
    engine.put(name, bytes);
    noted([name]);
    byId("stale").hidden = !state.report;
  },
});
const select = tabs(byId("tabs"));

// ---- The project ----

async function openWith(read, name) {
  if (state.isBusy || (state.changed.size && !confirm("Open another project? What you changed and did not save is lost."))) return;
  byId("opened").textContent = "Reading…";
  try {
    const files = await read();
    if (!files) return;
    opened(files, name);
  } catch (error) {
    if (error.name === "AbortError") byId("opened").textContent = "Nothing was chosen.";
    else failed(error);
  }
}

async function opened(files, name) {
  state.changed.clear();
  editor.forget();
  preview.forget();
  drawChanges();
  if (!files.some(([path]) => path === SPEC)) {
    closed();
    byId("opened").textContent = `There is no ${SPEC} in ${name}. Choose the folder in which that file lies, beside inputs and styles.`;
    return;
  }
  engine.open(files);
  byId("opened").textContent = `${name}: ${files.length} files read. ${document.body.dataset.ready ? "" : "The builder is still getting ready…"}`;
  await list(true);
}

function closed() {
  state.listing = null;
  byId("listing").hidden = true;
  allow();
}

async function list(isNew = false, edition) {
  const answer = await run({ action: "open" }, { isQuiet: true });
  if (!answer) return;
  if (answer.code) {
    closed();
    byId("opened").textContent = "The project cannot be read: see the report.";
    return report(answer);
  }
  state.listing = answer.more;
  const { editions, scorecards, areas, styles, next } = answer.more;
  const months = editions.map(one => [one.month, one.month]).reverse();
  options(byId("edition"), months, edition ?? (isNew ? months[0]?.[0] : undefined));
  options(byId("scorecard"), scorecards.map(one => [one.id, one.title]));
  options(byId("area"), [["", "all areas"], ...areas.map(area => [area, area])]);
  for (const id of ["style", "audit-style"]) options(byId(id), [["", "the scorecard's own"], ...styles.map(one => [one, one])]);
  byId("month").value = next;
  drawOutputs(answer.more.outputs);
  byId("listing").replaceChildren(...[["Editions", editions.map(one => one.month)], ["Scorecards", scorecards.map(one => one.title)],
    ["Areas", areas], ["Styles", styles]].flatMap(([name, all]) => [make("dt", { text: name }), make("dd", { text: all.join(", ") || "none" })]));
  byId("listing").hidden = false;
  byId("opened").textContent = byId("opened").textContent.replace(/\. .*$/, ".");
  if (isNew) document.body.dataset.opened = String(Number(document.body.dataset.opened ?? 0) + 1);
  allow();
}

function drawOutputs(outputs) {
  if (byId("outputs").querySelector("label")) return;
  const hint = one => `cannot be made in a browser (it needs ${one.needs}): use workbook-builder on a computer with Python`;
  byId("outputs").append(...outputs.map(one => make("label", {},
    make("input", { type: "checkbox", name: "to", value: one.word, checked: one.word === "xlsx", disabled: Boolean(one.needs) }),
    ` ${one.word}: ${one.name}${one.needs ? ` – ${hint(one)}` : ""}`)));
}

// What may be pressed now.
function allow() {
  const has = { project: Boolean(state.listing), edition: Boolean(state.listing?.editions.length) };
  for (const button of document.querySelectorAll(".go, [data-needs]")) {
    const needs = button.dataset.needs;
    button.disabled = state.isBusy || (needs ? !has[needs] : false);
    button.title = needs && !has[needs] ? "Choose a project first" : "";
  }
  for (const id of ["edition", "scorecard"]) byId(id).disabled = !has.edition || state.isBusy;
}

// ---- Asking ----

async function run(question, { more, wanted, isQuiet } = {}) {
  if (state.isBusy) return null;
  const stages = STAGES[question.action];
  state.isBusy = true;
  allow();
  byId("report").hidden = false;
  byId("after").hidden = !isQuiet || !state.report;
  byId("running").hidden = false;
  byId("stage").textContent = document.body.dataset.ready ? "Working…" : "Getting ready: this takes some seconds the first time…";
  const bar = byId("progress");
  bar.removeAttribute("value");
  const stage = name => {
    const done = stages.indexOf(name) + 1;
    bar.max = stages.length;
    bar.value = done;
    byId("stage").textContent = done < stages.length ? `Working on: ${stages[done]}…` : "Finishing…";
  };
  try {
    return await engine.ask(question, { more, wanted, stage: stages ? stage : undefined });
  } catch (error) {
    failed(error);
    return null;
  } finally {
    state.isBusy = false;
    byId("running").hidden = true;
    if (isQuiet && !state.report) byId("report").hidden = true;
    allow();
  }
}

function failed(error) {
  const isStopped = error instanceof Stopped;
  if (!isStopped) console.warn(error);
  if (isStopped) document.body.dataset.ready = "";
  const text = isStopped
    ? "Stopped. Nothing was changed; the builder begins anew and is ready in some seconds."
    : `This is a fault of this page, not of your files. ${error.message}`;
  report({ code: isStopped ? 1 : 3, said: text, to_know: [], problems: [], findings: [], made: new Map(), isStopped });
}

const ways = {
  edit: place => {
    if (state.listing?.editions.some(one => one.month === place.edition)) byId("edition").value = place.edition;
    byId("table").value = place.table;
    select("edit");
    openTable(place);
  },
  show: async finding => {
    if (await look()) {
      const isFound = preview.find(finding);
      byId("preview-state").textContent = isFound ? "" : "That row stands on no page of this preview.";
      byId("preview").scrollIntoView();
      byId("preview-heading").focus({ preventScroll: true });
    }
  },
};

function report(answer, asked) {
  state.report = answer;
  byId("stale").hidden = true;
  byId("report").hidden = false;
  byId("after").hidden = false;
  byId("copied").textContent = "";
  const canShow = asked && ["check", "build"].includes(asked.action);
  show(answer, byId("cards"), { edit: ways.edit, show: canShow ? ways.show : null });
  if (answer.isStopped) byId("cards").querySelector(".verdict").textContent = "Stopped";
  drawMade(answer.made ?? new Map());
  document.body.dataset.reports = String(Number(document.body.dataset.reports ?? 0) + 1);
  byId("report-heading").focus();
}

function drawMade(made) {
  const files = [...made].map(([name, bytes]) => make("li", {}, make("button", {
    type: "button", text: `Download ${name.split("/").pop()}`, on: { click: () => download(name, bytes) } }),
    ` ${Math.ceil(bytes.length / 1000).toLocaleString("en-GB")} kB`));
  byId("made").replaceChildren(...(files.length ? [make("h3", { text: "Made" }), make("ul", {}, ...files)] : []));
}

// Ask for something with a report, and keep what it wrote.
async function order(question, more = {}) {
  if (state.isBusy) return;
  byId("cards").replaceChildren();
  byId("made").replaceChildren();
  const answer = await run(question, more);
  if (!answer) return;
  report(answer, question);
  noted(answer.changed);
  for (const name of answer.changed.filter(one => one.startsWith("inputs/"))) editor.tables.delete(name);
  if (answer.changed.some(one => one.startsWith("inputs/"))) {
    editor.forget();
    await list(false, question.action === "new" ? question.edition : undefined);
  }
}

const chosen = () => ({ edition: byId("edition").value, scorecard: byId("scorecard").value });
const looks = () => ({ area: byId("area").value, style: byId("style").value });

async function look() {
  const question = { action: "preview", ...chosen(), ...looks() };
  const key = JSON.stringify(question);
  if (preview.key === key) return true;
  const answer = await run(question, { isQuiet: true });
  if (!answer) return false;
  if (answer.code) {
    report(answer, question);
    return false;
  }
  await preview.show(answer.more.html, key);
  return true;
}

async function openTable(place) {
  const edition = byId("edition").value;
  if (state.listing.editions.find(one => one.month === edition)?.is_workbook) {
    return report({ code: 1, said: "", to_know: [`The figures of ${edition} stand in inputs.xlsx. Correct them in Excel, then open the project again: this page edits CSV files.`],
      problems: [], findings: [] });
  }
  try {
    const answer = await editor.open(edition, byId("table").value, place);
    if (answer) report(answer);
  } catch (error) {
    failed(error);
  }
}

const beside = (id, name) => (byId(id).checked ? [`/files/${name}`] : []);
const PANELS = {
  check: () => order({ action: "check", ...chosen() }),
  build: () => {
    const to = [...document.querySelectorAll("[name=to]:checked")].map(one => one.value).join(",");
    return order({ action: "build", ...chosen(), ...looks(), to });
  },
  new: () => order({ action: "new", edition: byId("month").value, xlsx: byId("as-workbook").checked }),
  collect: async () => {
    const more = await returned(byId("copies").files);
    return order({ action: "collect", files: more.map(([path]) => path), scorecard: byId("scorecard").value }, { more });
  },
  audit: async () => {
    const more = await returned(byId("published").files);
    const wanted = beside("audit-report", "audit.xlsx");
    return order({ action: "audit", ...chosen(), style: byId("audit-style").value, file: more[0][0], report: wanted[0] ?? "" }, { more, wanted });
  },
  accessibility: async () => {
    const more = await returned(byId("judged-file").files);
    const wanted = beside("accessibility-report", "accessibility.xlsx");
    return order({ action: "accessibility", file: more[0][0], report: wanted[0] ?? "" }, { more, wanted });
  },
};

// ---- What changed, and giving it back ----

function noted(names) {
  if (!names.length) return;
  for (const name of names) state.changed.add(name);
  if (names.some(name => !name.startsWith("outputs/"))) preview.forget();
  drawChanges();
}

function drawChanges() {
  byId("changes").hidden = !state.changed.size;
  byId("write").hidden = !state.lent;
  byId("written").textContent = "";
  byId("changed-help").textContent = state.lent
    ? "These stand in this page only, until you save them."
    : "These stand in this page only. Download them, and put each into its place in the project's folder: a zip file unpacks into the right places.";
  byId("changed").replaceChildren(...[...state.changed].sort().map(name => make("li", {},
    make("button", { type: "button", text: "Download", ariaLabel: `Download ${name}`, on: { click: () => save([name], true) } }), ` ${name}`)));
}

async function save(names, isDownload = false) {
  const files = names.map(name => [name, engine.files.get(name)]).filter(([, bytes]) => bytes);
  try {
    if (state.lent && !isDownload) {
      if (!(await writeInto(state.lent, files))) return (byId("written").textContent = "You did not allow it: nothing was saved.");
    } else for (const [name, bytes] of files) download(name, bytes);
    for (const [name] of files) state.changed.delete(name);
    drawChanges();
    byId("written").textContent = "Saved.";
    byId("judged").textContent = names.length === 1 ? `${names[0].split("/").pop()} was saved.` : byId("judged").textContent;
  } catch (error) {
    byId("written").textContent = `It cannot be saved: ${error.message}`;
  }
}

async function packAll() {
  const names = [...state.changed].sort(), file = "/files/changed.zip";
  const answer = await run({ action: "pack", files: names, file }, { wanted: [file], isQuiet: true });
  if (!answer?.made.get(file)) return;
  download("scorecard_changes.zip", answer.made.get(file));
  state.changed.clear();
  drawChanges();
}

async function copyReport() {
  const text = asText(state.report);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  byId("copied").textContent = "Copied.";
}

// ---- The page's own events ----

for (const form of document.querySelectorAll("[role=tabpanel] form")) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!form.dataset.action) openTable();
    else PANELS[form.dataset.action]().catch(failed);
  });
}
byId("folder").addEventListener("change", event => {
  const files = event.target.files;
  if (files.length) {
    state.lent = null;
    openWith(() => fromInput(files), files[0].webkitRelativePath.split("/")[0]);
  }
});
byId("zip").addEventListener("change", event => {
  const [file] = event.target.files;
  if (!file) return;
  state.lent = null;
  openWith(async () => {
    const { files, answer } = await fromZip(engine, file);
    if (answer) report(answer);
    if (answer) byId("opened").textContent = "The zip file cannot be read: see the report.";
    return files;
  }, file.name);
});
if (window.showDirectoryPicker) {
  byId("lend").hidden = false;
  byId("lend").addEventListener("click", () => openWith(async () => {
    const folder = await window.showDirectoryPicker({ id: "scorecard" });
    const files = await fromHandle(folder);
    state.lent = folder;
    return files;
  }, "the folder"));
}
byId("stop").addEventListener("click", () => engine.stop());
byId("copy").addEventListener("click", copyReport);
byId("look").addEventListener("click", async () => {
  if (await look()) byId("preview").scrollIntoView();
});
byId("write").addEventListener("click", () => save([...state.changed]));
byId("pack").addEventListener("click", packAll);
byId("edition").addEventListener("change", () => editor.forget());
window.addEventListener("beforeunload", event => {
  if (state.changed.size) event.preventDefault();
});

byId("main").hidden = false;
allow();
byId("state").textContent = "Getting ready…";
setTimeout(() => engine.start());
