// The table in which inputs are edited: AG Grid, of which only what is used here is taken along.
import {
  CellStyleModule, ClientSideRowModelApiModule, ClientSideRowModelModule, CustomEditorModule, ModuleRegistry, QuickFilterModule,
  RenderApiModule, RowApiModule, ScrollApiModule, TextEditorModule, colorSchemeDark, colorSchemeLight, createGrid, themeQuartz,
} from "ag-grid-community";

ModuleRegistry.registerModules([
  CellStyleModule, ClientSideRowModelApiModule, ClientSideRowModelModule, CustomEditorModule, QuickFilterModule,
  RenderApiModule, RowApiModule, ScrollApiModule, TextEditorModule,
]);

const themed = isDark => themeQuartz.withPart(isDark ? colorSchemeDark : colorSchemeLight).withParams({
  fontFamily: "inherit", fontSize: 14, headerFontSize: 14, rowHeight: 30, headerHeight: 34, spacing: 5,
});

// A column of known words is edited with the browser's own list, in which one types the beginning of a word.
export class WordList {
  init({ value, words, name }) {
    this.list = document.createElement("select");
    this.list.className = "words";
    this.list.setAttribute("aria-label", name);
    this.list.append(...(words.includes(value) ? words : [value, ...words]).map(word => new Option(word || "(empty)", word)));
    this.list.value = value;
  }
  getGui() {
    return this.list;
  }
  afterGuiAttached() {
    this.list.focus();
  }
  getValue() {
    return this.list.value;
  }
}

export function table(into, settings) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const api = createGrid(into, { theme: themed(dark.matches), ...settings });
  dark.addEventListener("change", () => api.isDestroyed() || api.setGridOption("theme", themed(dark.matches)));
  return api;
}
