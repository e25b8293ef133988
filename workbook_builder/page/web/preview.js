// The pages of the scorecard beside the report, as HTML that is as closed as this page.
import { byId } from "./dom.js";

const spelled = name => name.replace(/[^\p{L}\p{N}_.-]/gu, sign => (sign === " " ? "+" : `~${sign.codePointAt(0).toString(16)}~`));

export class Preview {
  constructor() {
    this.section = byId("preview");
    this.frame = byId("shown");
    this.key = "";
  }

  show(html, key) {
    this.key = key;
    this.section.hidden = false;
    byId("preview-state").textContent = "";
    return new Promise(resolve => {
      this.frame.addEventListener("load", () => resolve(), { once: true });
      this.frame.srcdoc = html;
    });
  }

  forget() {
    this.key = "";
    if (!this.section.hidden) byId("preview-state").textContent = "Something has changed since: preview again to see it.";
  }

  // Leads to the row that a finding is of; the page where it has none.
  find({ page, indicator, place }) {
    const inside = this.frame.contentDocument;
    const begin = `${spelled(page)}/`, end = `/${spelled(indicator)}/${spelled(place)}`;
    const rows = [...inside.querySelectorAll("tr[id]")];
    const row = rows.find(one => one.id.startsWith(begin) && one.id.endsWith(end))
      ?? rows.find(one => one.id.endsWith(end)) ?? inside.getElementById(spelled(page));
    for (const one of inside.querySelectorAll(".looked-at")) one.classList.remove("looked-at");
    if (!row) return false;
    row.classList.add("looked-at");
    row.style.outline = "3px solid #b35c00";
    row.scrollIntoView({ block: "center" });
    return true;
  }
}
