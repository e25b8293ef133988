// The tables of an edition, edited in place: drop-downs, the value before beside each row, problems under their cells.
import { Csv } from "./csv.js";
import { byId, make } from "./dom.js";
import { imported } from "./engine.js";
import { placeOf } from "./reports.js";

const PAUSE = 600; // milliseconds without a key before the inputs are read anew
const WIDE = { indicator: 120, area: 190, text: 420, page: 170, section: 200, latest_data: 240, released: 130, author: 160 };

const BESIDE = ["title", "last_value"]; // what `new` wrote for reading only
const FIGURES = ["measure", "target", "value", "latest_data", "text"];

const short = one => (one.remedy.startsWith("did you mean") ? one.remedy : `allowed: ${one.allowed}`);
const told = one => `Found ${one.found}. Allowed: ${one.allowed}. Remedy: ${one.remedy}`;

export class Editor {
  constructor({ engine, changed, saved, failed }) {
    Object.assign(this, { engine, changed, saved, failed, tables: new Map() });
    byId("words").addEventListener("input", event => this.api?.setGridOption("quickFilterText", event.target.value));
    byId("undo").addEventListener("click", () => this.undo());
    byId("redo").addEventListener("click", () => this.redo());
    byId("add").addEventListener("click", () => this.add());
    byId("remove").addEventListener("click", () => this.remove());
    byId("save").addEventListener("click", () => this.saved(this.table.file));
    byId("grid").addEventListener("keydown", event => this.pressed(event));
  }

  forget() {
    this.tables.clear();
    this.api?.destroy();
    this.api = this.table = null;
    byId("editor").hidden = true;
    byId("judged").textContent = "";
  }

  async open(edition, name, place) {
    const answer = await this.engine.ask({ action: "table", edition, table: name });
    if (answer.code) return answer;
    const { more } = answer;
    const key = more.file;
    const there = this.engine.files.get(key);
    if (!this.tables.has(key)) {
      this.tables.set(key, { csv: there ? new Csv(there) : Csv.empty(more.columns), done: [], undone: [], edited: new Set() });
    }
    this.table = { ...more, ...this.tables.get(key), edition, faults: new Map() };
    this.library ??= await imported("grid");
    this.draw();
    await this.judge();
    if (place) this.goTo(place);
    return null;
  }

  draw() {
    this.api?.destroy();
    byId("editor").hidden = false;
    byId("words").value = "";
    byId("remove").disabled = true;
    this.current = null;
    const { csv, file } = this.table;
    this.api = this.library.table(byId("grid"), {
      rowData: csv.rows.filter(row => row.cells.length), getRowId: ({ data }) => this.idOf(data),
      columnDefs: this.columns(), defaultColDef: { resizable: true, sortable: false, suppressMovable: true },
      stopEditingWhenCellsLoseFocus: true, enterNavigatesVerticallyAfterEdit: true,
      getRowHeight: ({ data }) => (this.table.faults.has(data) ? 84 : 30), ensureDomOrder: true, animateRows: false,
      onCellFocused: ({ rowIndex, column }) => this.focused(rowIndex, column?.getColId?.() ?? column),
      onCellEditingStopped: () => this.refresh(),
    });
    byId("grid").setAttribute("aria-label", file);
    this.tell();
  }

  idOf(row) {
    this.ids ??= new WeakMap();
    if (!this.ids.has(row)) this.ids.set(row, String((this.next = (this.next ?? 0) + 1)));
    return this.ids.get(row);
  }

  columns() {
    const { csv, titles, last, choices, meanings } = this.table;
    const beside = csv.names.includes("indicator") ? [{
      headerName: "title", colId: "(title)", width: 230, valueGetter: ({ data }) => titles[csv.get(data, "indicator")] ?? "",
      cellRenderer: ({ value }) => make("span", { text: value, title: value }),
    }] : [];
    const isStated = csv.names.includes("last_value");
    const before = isStated || Object.keys(last).length ? [{
      headerName: "value before", colId: "(before)", width: 150,
      valueGetter: ({ data }) => (isStated && csv.get(data, "last_value")) || (last[csv.number(data)] ?? ""),
      cellRenderer: ({ value }) => make("span", { text: value, title: value }),
    }] : [];
    const number = { headerName: "row", colId: "(row)", width: 70, valueGetter: ({ data }) => csv.number(data) };
    const own = csv.names.filter(name => name && !BESIDE.includes(name)).map(name => this.column(name, choices[name]));
    const figure = Math.max(own.findIndex(one => FIGURES.includes(one.colId)), 1);
    return [number, own[0], ...beside, ...own.slice(1, figure), ...before, ...own.slice(figure)];
  }

  column(name, words) {
    const { csv } = this.table;
    return {
      headerName: name, colId: name, editable: true, width: WIDE[name] ?? 125,
      valueGetter: ({ data }) => csv.get(data, name),
      valueSetter: ({ data, newValue }) => this.set(data, name, String(newValue ?? "")),
      cellRenderer: ({ data, value }) => this.cell(data, name, value),
      cellClassRules: { "has-fault": ({ data }) => this.faultsOf(data, name).length > 0,
        "is-changed": ({ data }) => this.table.edited.has(data) && this.table.edited.has(`${this.idOf(data)} ${name}`) },
      ...(words ? { cellEditor: this.library.WordList, cellEditorParams: { words, name } } : {}),
    };
  }

  cell(data, name, value) {
    const faults = this.faultsOf(data, name);
    if (!faults.length) return make("span", { text: value });
    const said = faults.map(told).join(" ");
    return make("div", { title: said }, make("span", { className: "says", text: value }),
      make("span", { className: "fault", text: short(faults[0]) }));
  }

  faultsOf(row, name) {
    const all = this.table.faults.get(row) ?? [];
    const first = this.table.csv.names.find(Boolean);
    return all.filter(one => (one.column ?? first) === name);
  }

  set(row, column, value) {
    const { csv } = this.table;
    const before = csv.get(row, column);
    if (before === value) return false;
    this.do({ row, column, before, value, raw: row.raw, cells: [...row.cells] });
    return true;
  }

  // A change is done, and may be undone: a cell, a row that is added or deleted.
  do(change) {
    this.table.done.push(change);
    this.table.undone.length = 0;
    this.apply(change);
  }

  apply(change) {
    const { csv, edited } = this.table;
    if (change.kind === "add") csv.put(change.row, change.position);
    else if (change.kind === "remove") change.position = csv.remove(change.row);
    else {
      csv.set(change.row, change.column, change.value);
      edited.add(change.row).add(`${this.idOf(change.row)} ${change.column}`);
    }
    this.keep(change);
  }

  revert(change) {
    const { csv, edited } = this.table;
    if (change.kind === "add") csv.remove(change.row);
    else if (change.kind === "remove") csv.put(change.row, change.position);
    else {
      change.row.cells = [...change.cells];
      change.row.raw = change.raw;
      edited.delete(`${this.idOf(change.row)} ${change.column}`);
    }
    this.keep(change);
  }

  undo() {
    const change = this.table?.done.pop();
    if (!change) return;
    this.table.undone.push(change);
    this.revert(change);
    this.lead(change);
  }

  redo() {
    const change = this.table?.undone.pop();
    if (!change) return;
    this.table.done.push(change);
    this.apply(change);
    this.lead(change);
  }

  add() {
    const { csv } = this.table;
    const position = this.current ? csv.rows.indexOf(this.current) + 1 : csv.rows.length;
    const row = { cells: csv.names.map(() => ""), raw: `${csv.names.map(() => "").join(",")}${csv.newline}` };
    this.do({ kind: "add", row, position });
    this.lead({ row, column: csv.names[0] });
  }

  remove() {
    const row = this.current;
    if (!row) return;
    this.current = null;
    byId("remove").disabled = true;
    this.do({ kind: "remove", row });
  }

  // The table as it is now: kept with the project, shown, and read by the builder once nobody types.
  keep(change) {
    this.changed(this.table.file, this.table.csv.bytes());
    if (change.kind) this.api.setGridOption("rowData", this.table.csv.rows.filter(row => row.cells.length));
    else setTimeout(() => this.refresh());
    this.tell();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.judge().catch(this.failed), PAUSE);
  }

  tell() {
    byId("undo").disabled = !this.table.done.length;
    byId("redo").disabled = !this.table.undone.length;
    byId("save").textContent = `Save ${this.table.file.split("/").pop()}`;
  }

  async judge() {
    const table = this.table;
    const bytes = table.csv.bytes();
    byId("judged").textContent = "Reading the edition…";
    const answer = await this.engine.ask({ action: "problems", edition: table.edition }, { more: [[table.file, bytes]] });
    if (this.table !== table) return;
    table.faults = new Map();
    const each = answer.more.each ?? [];
    for (const problem of each) {
      const place = placeOf(problem.where);
      const row = place?.file === table.file && table.csv.rows[place.row - 2];
      if (row) table.faults.set(row, [...(table.faults.get(row) ?? []), { ...problem, column: place.column }]);
    }
    const here = [...table.faults.values()].flat().length;
    const elsewhere = each.length - here;
    table.standing = each.length
      ? `${here} in this table to mend${elsewhere ? `, ${elsewhere} elsewhere: Check lists them` : ""}.`
      : "Everything in this edition can be read. Check says what looks implausible.";
    byId("judged").textContent = table.standing;
    this.heights = true;
    this.refresh();
  }

  // Cells are drawn anew, but never under the hands of whoever types.
  refresh() {
    if (!this.api || this.api.getEditingCells().length) return;
    if (this.heights) this.api.resetRowHeights();
    this.heights = false;
    this.api.refreshCells({ force: true });
  }

  focused(index, column) {
    const row = index === null || index === undefined ? null : this.api.getDisplayedRowAtIndex(index)?.data;
    if (row) this.current = row;
    byId("remove").disabled = !this.current;
    const faults = row ? this.faultsOf(row, column) : [];
    if (faults.length) byId("judged").textContent = `Row ${this.table.csv.number(row)}, ${column}: ${faults.map(told).join(" ")}`;
    else byId("judged").textContent = this.table.standing ?? "";
  }

  lead({ row, column }) {
    const node = this.api.getRowNode(this.idOf(row));
    if (!node) return;
    this.api.ensureIndexVisible(node.rowIndex, "middle");
    this.api.setFocusedCell(node.rowIndex, column ?? this.table.csv.names[0]);
  }

  goTo({ row, column }) {
    const found = this.table.csv.rows[row - 2];
    if (found) this.lead({ row: found, column: column ?? ("measure" in this.table.meanings ? "measure" : undefined) });
  }

  pressed(event) {
    const isEditing = event.target.closest("input, select, textarea, .ag-popup");
    if (isEditing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.redo();
    else this.undo();
  }
}
