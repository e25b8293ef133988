// The builder in a worker of its own: asked, told of stages, ended and begun anew. The project's files are kept here,
// so that nothing is lost with a worker.

const textOf = name => document.getElementById(`part-${name}`).textContent;
const PARTS = ["loader", "glue", "wasm", "library", "site"];

async function script(name) {
  const bytes = Uint8Array.from(atob(textOf(name)), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export async function imported(name) {
  return import(URL.createObjectURL(new Blob([await script(name)], { type: "text/javascript" })));
}

export class Stopped extends Error {}

export class Engine {
  constructor(told) {
    this.told = told;
    this.files = new Map();
    this.waiting = new Map();
    this.number = 0;
  }

  // Begin, or begin anew: Python is ready some seconds later.
  start() {
    this.isFresh = true;
    this.ready = (async () => {
      this.source ??= "data:text/javascript," + encodeURIComponent(await script("worker"));
      this.worker = new Worker(this.source, { type: "module" });
      await new Promise((resolve, reject) => {
        this.begun = resolve;
        this.broken = reject;
        this.worker.onmessage = ({ data }) => this.heard(data);
        this.worker.onerror = event => reject(new Error(event.message || "The worker of this page cannot start."));
        this.worker.postMessage({ parts: Object.fromEntries(PARTS.map(name => [name, textOf(name)])) });
      });
    })();
    this.ready.catch(error => this.told("failed", error.message));
  }

  heard({ said, number, stage, answer, made, failed }) {
    if (said === "ready") this.begun();
    if (said) return this.told(said);
    if (failed && !number) return this.broken(new Error(failed));
    const asked = this.waiting.get(number);
    if (stage) return asked?.stage(stage);
    this.waiting.delete(number);
    if (failed) return asked?.reject(new Error(failed));
    for (const [name, bytes] of made) if (!name.startsWith("/")) this.files.set(name, bytes);
    asked?.resolve({ ...answer, made: new Map(made) });
  }

  // Ask a question; `more` are files beside the project, `wanted` the paths of those that it makes there.
  async ask(question, { more = [], wanted = [], stage = () => {} } = {}) {
    await this.ready;
    const number = ++this.number;
    const isNew = this.isFresh;
    const files = [...(isNew ? this.files : []), ...more];
    this.isFresh = false;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject, stage });
      this.worker.postMessage({ number, question, files, isNew, wanted });
    });
  }

  // Another project: its files by name.
  open(files) {
    this.files = new Map(files);
    this.isFresh = true;
  }

  // One file of the project has changed.
  put(name, bytes) {
    this.files.set(name, bytes);
    return [name, bytes];
  }

  stop() {
    this.worker?.terminate();
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    this.start();
    for (const one of asked) one.reject(new Stopped());
  }
}
