// The panels, by the keys that screen readers expect: arrows, Home and End move between the tabs.
export function tabs(list) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const nameOf = tab => tab.id.replace("tab-", "");
  const select = (name, isFocused = false) => {
    for (const tab of all) {
      const isChosen = nameOf(tab) === name;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !isChosen;
      if (isChosen && isFocused) tab.focus();
    }
  };
  list.addEventListener("click", event => {
    const tab = event.target.closest("[role=tab]");
    if (tab) select(nameOf(tab));
  });
  list.addEventListener("keydown", event => {
    const at = all.indexOf(document.activeElement);
    const goals = { ArrowRight: (at + 1) % all.length, ArrowLeft: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    if (at < 0 || !(event.key in goals)) return;
    event.preventDefault();
    select(nameOf(all[goals[event.key]]), true);
  });
  select(nameOf(all[0]));
  return select;
}
