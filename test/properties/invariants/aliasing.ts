/** Throws if any part of a response belongs to the state, all of which is frozen. */
export function assertNoAlias(response: unknown, path: string): void {
  if (typeof response !== "object" || response === null) return;
  if (Object.isFrozen(response)) throw new Error(`${path} is part of the state, not a copy`);
  for (const [name, member] of Object.entries(response)) assertNoAlias(member, `${path}.${name}`);
}

/** Overwrites everything that can be changed in a value; the state must not notice. */
export function overwriteDeeply(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Date) {
    value.setTime(0);
    return;
  }
  for (const member of Object.values(value)) overwriteDeeply(member);
  if (Array.isArray(value)) value.push("overwritten");
  else {
    for (const name of Object.keys(value)) Reflect.set(value, name, "overwritten");
    Reflect.set(value, "overwritten", true);
  }
}
