/** The names of a template's resources in an order, and a circle of references if there is one. */
export interface Order {
  /** Each name after those that it refers to. */
  readonly names: readonly string[];
  /** From a resource back to it. */
  readonly circle: readonly string[] | undefined;
}

/** Which resources of a template refer to which others. */
export class References {
  readonly #targets = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    const targets = this.#targets.get(from) ?? new Set();
    this.#targets.set(from, targets.add(to));
  }

  /** Orders names so that each one stands after those that it refers to, and otherwise as given. */
  order(given: readonly string[]): Order {
    const done = new Set<string>();
    let circle: readonly string[] | undefined;
    for (const start of given) circle = this.#visit(start, done) ?? circle;
    const wanted = new Set(given);
    return { names: [...done].filter(name => wanted.has(name)), circle };
  }

  /** Adds a name and what it refers to. Does not recurse: a chain of references may be as long as the template. */
  #visit(start: string, done: Set<string>): readonly string[] | undefined {
    let circle: readonly string[] | undefined;
    const path: { readonly name: string; readonly next: Iterator<string> }[] = [];
    const enter = (name: string) =>
      path.push({ name, next: (this.#targets.get(name) ?? new Set<string>()).values() });
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done) {
        done.add(top.name);
        path.pop();
        continue;
      }
      const before = path.findIndex(({ name }) => name === step.value);
      if (before >= 0) circle = [...path.slice(before).map(({ name }) => name), step.value];
      else if (!done.has(step.value)) enter(step.value);
    }
    return circle;
  }
}
