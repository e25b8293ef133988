// A CSV file whose rows keep their very characters: only rows that were edited are written anew.

const quoted = cell => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

// [{cells, raw}, ...]: `raw` is the row as the file has it, with the end of its line. A row without text has no cells.
function records(text) {
  const rows = [];
  let cells = [], cell = "", isQuoted = false, begin = 0, i = 0;
  const end = next => {
    const isBlank = !cells.length && !cell && !text.slice(begin, i).trim();
    rows.push({ cells: isBlank ? [] : [...cells, cell], raw: text.slice(begin, next) });
    cells = [];
    cell = "";
    begin = next;
  };
  while (i < text.length) {
    const sign = text[i];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else isQuoted = false;
    } else if (sign === '"' && !cell) isQuoted = true;
    else if (sign === ",") {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      const next = sign === "\r" && text[i + 1] === "\n" ? i + 2 : i + 1;
      end(next);
      i = next - 1;
    } else cell += sign;
    i++;
  }
  if (begin < text.length) end(text.length);
  return rows;
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export class Csv {
  constructor(bytes) {
    const text = decoded(bytes);
    this.mark = text.startsWith("\ufeff") ? "\ufeff" : "";
    this.newline = text.includes("\r\n") ? "\r\n" : "\n";
    [this.header = { cells: [], raw: "" }, ...this.rows] = records(text.slice(this.mark.length));
    this.names = this.header.cells.map(name => name.trim().toLowerCase());
  }

  static empty(columns) {
    return new Csv(new TextEncoder().encode(`${columns.join(",")}\n`));
  }

  // The number of a row in the file, counted from 1: the header is the first.
  number(row) {
    return this.rows.indexOf(row) + 2;
  }

  get(row, column) {
    return row.cells[this.names.indexOf(column)] ?? "";
  }

  set(row, column, value) {
    const position = this.names.indexOf(column);
    while (row.cells.length <= position) row.cells.push("");
    row.cells[position] = value;
    row.raw = row.cells.map(quoted).join(",") + this.newline;
  }

  add(position = this.rows.length) {
    const row = { cells: this.names.map(() => ""), raw: "" };
    row.raw = row.cells.join(",") + this.newline;
    this.rows.splice(position, 0, row);
    return row;
  }

  remove(row) {
    const position = this.rows.indexOf(row);
    this.rows.splice(position, 1);
    return position;
  }

  put(row, position) {
    this.rows.splice(position, 0, row);
  }

  bytes() {
    const all = [this.header, ...this.rows];
    const ended = all.map((row, i) => (i < all.length - 1 && !/[\r\n]$/.test(row.raw) ? row.raw + this.newline : row.raw));
    return new TextEncoder().encode(this.mark + ended.join(""));
  }
}
