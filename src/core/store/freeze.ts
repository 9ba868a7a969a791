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

/** A frozen copy of plain data. Parts that are frozen all through are shared, and nothing of the original is frozen. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  return (Array.isArray(value) ? frozenList(value) : frozenObject(value)) as T;
}

function frozenList(list: readonly unknown[]): readonly unknown[] {
  const copy = list.map(frozenCopy);
  const isSame = Object.isFrozen(list) && copy.every((item, index) => item === list[index]);
  return isSame ? list : Object.freeze(copy);
}

function frozenObject(object: object): object {
  const copy: object = {};
  let isSame = Object.isFrozen(object);
  for (const [name, member] of Object.entries(object)) {
    const value: unknown = frozenCopy(member);
    if (value !== member) isSame = false;
    // Assigning a member of this name would change the prototype instead.
    if (name === "__proto__") Object.defineProperty(copy, name, { value, enumerable: true });
    else Reflect.set(copy, name, value);
  }
  return isSame ? object : Object.freeze(copy);
}
