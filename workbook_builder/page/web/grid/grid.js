// The table in which inputs are edited: AG Grid, of which only what is used here is taken along.
import {
  CellStyleModule, ClientSideRowModelApiModule, ClientSideRowModelModule, ModuleRegistry, QuickFilterModule,
  RenderApiModule, RowApiModule, ScrollApiModule, SelectEditorModule, TextEditorModule, colorSchemeDark,
  colorSchemeLight, createGrid, themeQuartz,
} from "ag-grid-community";

ModuleRegistry.registerModules([
  CellStyleModule, ClientSideRowModelApiModule, ClientSideRowModelModule, QuickFilterModule, RenderApiModule,
  RowApiModule, ScrollApiModule, SelectEditorModule, TextEditorModule,
]);

const themed = isDark => themeQuartz.withPart(isDark ? colorSchemeDark : colorSchemeLight).withParams({
  fontFamily: "inherit", fontSize: 14, headerFontSize: 14, rowHeight: 30, headerHeight: 34, spacing: 5,
});

export function table(into, settings) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const api = createGrid(into, { theme: themed(dark.matches), ...settings });
  dark.addEventListener("change", () => api.isDestroyed() || api.setGridOption("theme", themed(dark.matches)));
  return api;
}
