/** Throws when anything in an answer is part of the world: all of that is frozen. */
export function refuseAlias(answer: unknown, path: string): void {
  if (typeof answer !== "object" || answer === null) return;
  if (Object.isFrozen(answer)) throw new Error(`${path} is the world's own`);
  for (const [name, member] of Object.entries(answer)) refuseAlias(member, `${path}.${name}`);
}

/** Changes everything in a value that can be changed, as careless callers do. */
export function vandalise(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Date) {
    value.setTime(0);
    return;
  }
  for (const member of Object.values(value)) vandalise(member);
  if (Array.isArray(value)) value.push("vandalised");
  else {
    for (const name of Object.keys(value)) Reflect.set(value, name, "vandalised");
    Reflect.set(value, "vandalised", true);
  }
}

/** An answer without what is of one call only. */
export function withoutMetadata(answer: object): object {
  const { $metadata: _, ...members } = answer as { readonly $metadata?: unknown };
  return members;
}

/** Where two documents differ first; the order of members does not count. */
export function firstDifference(one: unknown, two: unknown, path = ""): string | undefined {
  if (typeof one === "object" && one !== null && typeof two === "object" && two !== null) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(two)])) {
      const found = firstDifference(Reflect.get(one, name), Reflect.get(two, name), `${path}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(one, two) ? undefined : `${path} is ${JSON.stringify(one)} and ${JSON.stringify(two)}`;
}
