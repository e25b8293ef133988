// Small helpers for the page's elements. Texts are always set as text: nothing of a project is read as HTML.

export const byId = id => document.getElementById(id);

export function make(tag, { text, on, ...properties } = {}, ...children) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [event, listener] of Object.entries(on ?? {})) element.addEventListener(event, listener);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export const options = (select, pairs, chosen) => {
  const kept = chosen ?? select.value;
  select.replaceChildren(...pairs.map(([value, text]) => new Option(text, value)));
  if (pairs.some(([value]) => value === kept)) select.value = kept;
};
