/** Freezes a tree of plain data in place. Whatever is frozen already is taken to be frozen all through. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  freezeMembers(value);
  return value;
}

/** Freezes what the members of an object hold, and not the object itself. */
export function freezeMembers<T extends object>(value: T): void {
  for (const name in value) {
    const member = value[name];
    if (typeof member === "object") deepFreeze(member);
  }
}
