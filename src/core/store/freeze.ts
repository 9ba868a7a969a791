/** Freezes plain data deeply, in place. A frozen object is assumed to be frozen deeply and is skipped. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  freezeMembers(value);
  return value;
}

/** Freezes the values of an object's members deeply, but not the object itself. */
export function freezeMembers<T extends object>(value: T): void {
  for (const name in value) {
    const member = value[name];
    if (typeof member === "object") deepFreeze(member);
  }
}
