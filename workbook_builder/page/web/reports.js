// What a command says, as cards: problems with their remedies, warnings page by page; and as text, for an e-mail.
import { make } from "./dom.js";

const PLACE = /^(?<file>inputs\/(?<edition>[^/]+)\/(?<table>\w+)\.csv), row (?<row>\d+)(?:, column (?<column>\w+))?/;

export const placeOf = where => PLACE.exec(where)?.groups;

export const asText = answer => [answer.said, ...answer.to_know].filter(Boolean).join("\n\n");

const facts = pairs => make("dl", {}, ...pairs.filter(([, what]) => what).flatMap(
  ([name, what]) => [make("dt", { text: name }), make("dd", { text: what })],
));

function problemCard(problem, { edit }) {
  const place = placeOf(problem.where);
  const [first, ...others] = problem.where.split("\n");
  return make("li", { className: "card problem" },
    make("h4", { text: first }),
    ...others.map(line => make("p", { className: "where", text: line })),
    facts([["Found", problem.found], ["Allowed", problem.allowed], ["Remedy", problem.remedy]]),
    place && make("button", { type: "button", text: "Edit this row", ariaLabel: `Edit this row: ${first}`,
      on: { click: () => edit(place) } }));
}

function findingCard(finding, { edit, show }) {
  const place = placeOf(finding.where);
  const what = [finding.indicator, finding.title].filter(Boolean).join(" ");
  const who = [finding.place, finding.period].filter(Boolean).join(", ");
  const named = `${what}, ${who}`;
  return make("li", { className: `card ${finding.accepted ? "accepted" : "warning"}` },
    make("h4", { text: what || finding.page }), make("p", { className: "where", text: `${who} · rule ${finding.rule}` }),
    facts([["Found", finding.found], ["Expected", finding.expected], ["Difference", finding.difference],
      ["Stands in", finding.where], ["Accepted", finding.accepted]]),
    make("p", { className: "ways" },
      show && finding.indicator && make("button", { type: "button", text: "Show in the preview",
        ariaLabel: `Show in the preview: ${named}`, on: { click: () => show(finding) } }),
      place && make("button", { type: "button", text: "Edit this row", ariaLabel: `Edit this row: ${named}`,
        on: { click: () => edit(place) } })));
}

const cards = (list, card) => make("ul", { className: "cards" }, ...list.map(card));

function byPage(findings, ways) {
  const pages = [...new Set(findings.map(finding => finding.page))];
  return pages.flatMap(page => [
    make("h3", { text: page }),
    cards(findings.filter(finding => finding.page === page), one => findingCard(one, ways)),
  ]);
}

// The lines `Name: what` of a summary; other texts as they are.
function summary(text) {
  const lines = text.split("\n");
  const pairs = [];
  for (const line of lines) {
    const found = /^([^:\s][^:]{0,60}):\s+(.*)$/.exec(line);
    if (found) pairs.push([found[1], found[2]]);
    else if (/^\s+\S/.test(line) && pairs.length) pairs.at(-1)[1] += `\n${line.trim()}`;
    else return make("pre", { text, tabIndex: 0, ariaLabel: "Report", role: "region" });
  }
  return facts(pairs);
}

function titleOf({ code, problems, findings }) {
  if (code === 3) return "A fault of this page, not of your files";
  const count = problems.length;
  if (count) return count === 1 ? "1 problem; nothing was written" : `${count} problems; nothing was written`;
  const open = findings.filter(finding => !finding.accepted).length;
  const warned = open ? `, with ${open === 1 ? "1 warning" : `${open} warnings`} to look at` : "";
  return code ? `Done, but something is left for you${warned}` : `Done${warned}`;
}

export function show(answer, into, ways) {
  const { problems, findings, said, to_know: toKnow } = answer;
  const isRepeated = paragraph => findings.length && paragraph.split("\n")[0] === findings[0].page;
  const told = findings.length ? said.split("\n\n").at(-1) : said;
  into.replaceChildren(
    make("h3", { className: "verdict", text: titleOf(answer) }),
    ...(problems.length ? [] : [summary(told)]),
    ...toKnow.filter(paragraph => !isRepeated(paragraph)).map(text => make("p", { className: "know", text })),
    ...(problems.length ? [cards(problems, one => problemCard(one, ways))] : []),
    ...byPage(findings, ways),
  );
}
