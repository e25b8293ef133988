"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const byId = id => document.getElementById(id);
  const main = byId("pages"), form = document.querySelector(".filters"), found = byId("found");
  const rating = byId("rating"), area = byId("area"), words = byId("words"), columns = byId("columns");
  const styles = JSON.parse(byId("pasted").textContent);
  const seen = cell => [...cell.childNodes].map(part =>
    part.nodeType === 3 ? part.data : part.classList.contains("unseen") || part.nodeName === "svg" ? "" : seen(part)
  ).join("");

  // Filters: a row stays if it is like all that is chosen, a table, group or page if any of its rows stays.
  const rows = all("tbody tr:not(.team)", main).filter(row => !row.closest("details")).map(row => ({
    row, rag: row.dataset.rag || "", area: row.dataset.area || "",
    pages: [row.closest(".page").id, row.dataset.page || ""], words: null,
  }));
  const names = new Map(all("nav a").map(link => [link.textContent, decodeURIComponent(link.hash.slice(1))]));
  const places = [...new Set(rows.map(one => one.area))].filter(name => name && !names.has(name)).sort();
  const group = document.createElement("optgroup");
  group.label = "Areas and teams";
  group.append(...places.map(name => new Option(name, "area:" + name)));
  if (places.length) area.append(group);

  const isLike = (one, chosen) => {
    if (rating.value && one.rag !== rating.value) return false;
    if (chosen.area && one.area !== chosen.area) return false;
    if (chosen.page && one.pages[0] !== names.get(chosen.page) && one.pages[1] !== chosen.page) return false;
    if (!chosen.words.length) return true;
    one.words ??= (one.row.textContent + " " + one.area + " " + one.pages[1]).toLowerCase();
    return chosen.words.every(word => one.words.includes(word));
  };
  const filter = () => {
    const [kind, name] = [area.value.split(":", 1)[0], area.value.replace(/^\w+:/, "")];
    const chosen = {
      area: kind === "area" ? name : "", page: kind === "page" ? name : "",
      words: words.value.toLowerCase().split(/\s+/).filter(Boolean),
    };
    const isFiltered = Boolean(rating.value || area.value || chosen.words.length);
    let count = 0;
    for (const one of rows) {
      const stays = isLike(one, chosen);
      one.row.classList.toggle("gone", !stays);
      count += stays;
    }
    const isEmpty = within => isFiltered && !within.querySelector("tbody tr:not(.team):not(.gone)");
    for (const one of all("tbody", main)) one.classList.toggle("gone", isEmpty(one));
    for (const one of all(".table", main)) {
      one.classList.toggle("gone", isEmpty(one));
      const [left, whole] = [":not(.gone)", ""].map(some => all(`tbody tr:not(.team)${some}`, one).length);
      const counted = one.querySelector(".count");
      if (counted) counted.textContent = left < whole ? `${left} of ${whole} rows` : "";
    }
    for (const one of all(".page", main)) one.classList.toggle("gone", isEmpty(one));
    for (const one of all(".page > :not(.table, h2, .standing, .draft, .ways)", main))
      one.classList.toggle("gone", isFiltered);
    byId("none").hidden = count > 0 || !isFiltered;
    const like = [rating.value, name, words.value.trim()].filter(Boolean).join(", ");
    found.textContent = isFiltered ? `${count} of ${rows.length} rows: ${like}` : "";
  };
  const showAll = () => {
    rating.value = area.value = words.value = "";
    filter();
  };
  // Fewer columns: a heading over several then stands over those that are left.
  const widths = new Map(all("[colspan]", main).map(cell => [cell, cell.colSpan]));
  const narrow = () => {
    const isMain = columns.value === "main";
    document.body.classList.toggle("main", isMain);
    for (const table of all("table", main)) {
      const left = leaves(table).filter(leaf => !(isMain && leaf.classList.contains("further")));
      for (const [cell, width] of spans(table)) {
        const under = left.filter(leaf => cell.scope !== "colgroup" || groupOf(table, leaf) === cell).length;
        cell.colSpan = isMain ? Math.max(1, under) : width;
      }
    }
  };
  const spans = table => all("[colspan]", table).map(cell => [cell, widths.get(cell)]);
  let waiting = 0;
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 200); });
  rating.addEventListener("change", filter);
  area.addEventListener("change", () => { filter(); scrollTo(0, 0); });
  columns.addEventListener("change", narrow);
  byId("all").addEventListener("click", showAll);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;

  // A link to what is filtered away shows all again.
  const reach = () => {
    const goal = byId(decodeURIComponent(location.hash.slice(1)));
    if (goal?.closest(".gone")) { showAll(); goal.scrollIntoView(); }
  };
  addEventListener("hashchange", reach);

  // Sorting: within each group; once up, once down, once as it was.
  const ORDER = { RED: 0, AMBER: 1, GREEN: 2, worsened: 0, same: 1, improved: 2 };
  const key = (row, n) => {
    const cell = row.cells[n], said = cell?.textContent.trim() ?? "";
    const word = said.replace(/^\W+/, "");
    if (word in ORDER) return ORDER[word];
    const number = cell?.dataset.n ?? said.replace(/,/g, "");
    return number !== "" && isFinite(number) ? Number(number) : said.toLowerCase();
  };
  const isLess = (a, b) => typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
  const sort = (table, heading, n) => {
    const was = heading.getAttribute("aria-sort");
    const now = was === "ascending" ? "descending" : was === "descending" ? null : "ascending";
    for (const other of all("[aria-sort]", table)) other.removeAttribute("aria-sort");
    if (now) heading.setAttribute("aria-sort", now);
    for (const body of table.tBodies) {
      const movable = [...body.rows].filter(row => !row.matches(".team") && !row.querySelector(".total"));
      for (const [place, row] of movable.entries()) row.first ??= place;
      const keys = new Map(movable.map(row => [row, key(row, n)]));
      const isMissing = row => keys.get(row) === "" || all(".missing", row).includes(row.cells[n]);
      movable.sort((one, other) => {
        if (!now) return one.first - other.first;
        if (isMissing(one) !== isMissing(other)) return isMissing(one) ? 1 : -1;
        const order = isLess(keys.get(one), keys.get(other)) || one.first - other.first;
        return now === "ascending" ? order : -order;
      });
      body.append(...movable, ...all("tr", body).filter(row => row.querySelector(".total")));
    }
  };

  // Copying: the rows and columns that are seen, with their looks for Word and Outlook, and as plain text for others.
  const isSeen = element => element.getClientRects().length > 0;
  const styleOf = (cell, isHead) => {
    const own = [...cell.classList].filter(name => styles[name] && (name !== "mid" || !isHead));
    const kind = isHead ? ["head"] : cell.closest(".team") ? ["team"] : cell.nodeName === "TH" ? ["th"] : [];
    return ["", ...kind, ...own].map(name => styles[name]).join(";");
  };
  const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
  const cleaned = text => text.replace(/\s+/g, " ").trim();
  const copied = (cell, isHead, across) => {
    // A heading of a row goes as a plain cell: word processors give headings a look of their own, white in some.
    const name = isHead ? cell.nodeName.toLowerCase() : "td";
    const scope = isHead && cell.scope ? ` scope="${cell.scope}"` : "";
    const span = across > 1 ? ` colspan="${across}"` : "", down = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "";
    const style = escaped(styleOf(cell, isHead));
    return `<${name}${scope}${span}${down} style="${style}">${escaped(cleaned(seen(cell)))}</${name}>`;
  };
  const copyOf = table => {
    const kept = leaves(table).map((leaf, n) => [leaf, n]).filter(([leaf]) => isSeen(leaf) && !leaf.matches(".of-line"));
    const under = cell => kept.filter(([leaf]) => leaf === cell || groupOf(table, leaf) === cell).length;
    const head = [...table.tHead.rows].map(row => [...row.cells].map(cell => [cell, under(cell)]).filter(([, n]) => n));
    const rows = body => [...body.rows].filter(isSeen).map(row => row.matches(".team")
      ? [[row.cells[0], kept.length]] : kept.map(([, n]) => [row.cells[n], 1]).filter(([cell]) => cell));
    const bodies = [...table.tBodies].map(rows).filter(some => some.length);
    const html = (name, lines) => `<${name}>${lines.map(cells =>
      `<tr>${cells.map(([cell, across]) => copied(cell, name === "thead", across)).join("")}</tr>`).join("")}</${name}>`;
    const lines = bodies.flat().map(cells => cells.map(([cell]) => guarded(cleaned(seen(cell)))));
    lines.unshift(kept.map(([leaf]) => guarded(titleOf(table, leaf))));
    // Shares of the width: the names of rows may be broken, so that figures need not.
    const widths = kept.map(([leaf]) => Math.min(300, Math.max(50, leaf.getBoundingClientRect().width)));
    const sum = widths.reduce((one, other) => one + other, 0);
    const shares = widths.map(width => `<col width="${Math.round(100 * width / sum)}%">`).join("");
    return {
      html: `<table border="1" cellspacing="0" width="100%" style="${escaped(styles.table)}"><colgroup>${shares}</colgroup>`
        + html("thead", head) + bodies.map(some => html("tbody", some)).join("") + "</table>",
      text: lines.map(cells => cells.join("\t")).join("\r\n") + "\r\n",
    };
  };
  // What Excel would take for a formula is text; a number with its sign is none.
  const guarded = text => /^[=+@-]/.test(text) && !/^[+-][\d.,]+%?$/.test(text) ? "'" + text : text;
  // The headings of the columns from left to right, whichever row they stand in.
  const leaves = table => {
    const [over, under] = table.tHead.rows;
    if (!under) return [...over.cells];
    const below = [...under.cells];
    return [...over.cells].flatMap(cell => cell.scope === "colgroup" ? below.splice(0, widthOf(cell)) : [cell]);
  };
  const widthOf = cell => widths.get(cell) ?? 1;
  const groupOf = (table, leaf) => {
    let end = 0;
    const place = leaves(table).indexOf(leaf);
    return [...table.tHead.rows[0].cells].find(cell => place < (end += widthOf(cell)));
  };
  const titleOf = (table, leaf) => {
    const over = groupOf(table, leaf);
    return cleaned(over && over !== leaf ? `${seen(over)}: ${seen(leaf)}` : seen(leaf));
  };

  const put = async content => {
    let isDone = false;
    const give = event => {
      event.preventDefault();
      event.clipboardData.setData("text/html", content.html);
      event.clipboardData.setData("text/plain", content.text);
      isDone = true;
    };
    document.addEventListener("copy", give, { once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", give);
    if (isDone) return true;
    const parts = { "text/html": content.html, "text/plain": content.text };
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]).then(() => true, () => false);
  };

  for (const table of all(".table table", main)) {
    const place = table.closest(".table"), title = place.querySelector("h3"), bar = document.createElement("div");
    const [button, said, count] = ["button", "span", "span"].map(name => document.createElement(name));
    bar.className = "bar";
    title.replaceWith(bar);
    Object.assign(button, { type: "button", textContent: "Copy table" });
    button.setAttribute("aria-label", "Copy table: " + table.caption.textContent);
    said.setAttribute("role", "status");
    count.className = "count";
    bar.append(title, count, button, said);
    button.addEventListener("click", async () => {
      const isDone = await put(copyOf(table));
      said.textContent = isDone ? "Copied: paste it into Word, Outlook or Excel." : "This browser lets nothing be copied.";
      setTimeout(() => { said.textContent = ""; }, 8000);
    });
    leaves(table).forEach((heading, n) => {
      const sorter = document.createElement("button");
      sorter.type = "button";
      sorter.append(...heading.childNodes);
      heading.append(sorter);
      sorter.addEventListener("click", () => sort(table, heading, n));
    });
  }

  if (matchMedia("(max-width:100rem)").matches) columns.value = "main";
  if (matchMedia("(max-width:48rem)").matches) document.querySelector("nav details").open = false;
  narrow();
  addEventListener("pageshow", () => { narrow(); filter(); reach(); });
})();
