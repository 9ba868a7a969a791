/** Which resources of a template refer to which others. */
export class References {
  readonly #targets = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    const targets = this.#targets.get(from) ?? new Set();
    this.#targets.set(from, targets.add(to));
  }

  /** A circle of references, from a resource back to it, if there is one. */
  circle(): readonly string[] | undefined {
    const done = new Set<string>();
    for (const start of this.#targets.keys()) {
      const circle = this.#circleFrom(start, done);
      if (circle) return circle;
    }
    return undefined;
  }

  /** Walks without recursion: a chain of references may be as long as the template. */
  #circleFrom(start: string, done: Set<string>): readonly string[] | undefined {
    const path: { readonly name: string; readonly next: Iterator<string> }[] = [];
    const enter = (name: string) =>
      path.push({ name, next: (this.#targets.get(name) ?? new Set()).values() });
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: target, done: isLast } = top.next.next();
      if (isLast === true) {
        done.add(top.name);
        path.pop();
        continue;
      }
      const before = path.findIndex(({ name }) => name === target);
      if (before >= 0) return [...path.slice(before).map(({ name }) => name), target];
      if (!done.has(target)) enter(target);
    }
    return undefined;
  }
}
