import { MockError } from "../../../core/basics";
import { isObject } from "../../../model";

/** Applies a JSON Merge Patch (RFC 7396) to an object: null removes a member, an object is merged, all else replaces. */
export function applyMergePatch(target: object, patch: object): void {
  for (const [name, value] of Object.entries(patch)) {
    if (name === "__proto__") {
      throw new MockError(
        "InvalidEdit",
        'Cannot edit the member "__proto__": no record has it; leave it out.',
      );
    }
    if (value === null) Reflect.deleteProperty(target, name);
    else if (isObject(value)) mergeMember(target, name, value);
    else Reflect.set(target, name, value);
  }
}

function mergeMember(target: object, name: string, patch: object): void {
  const present: unknown = Object.hasOwn(target, name) ? Reflect.get(target, name) : undefined;
  const merged = isObject(present) ? present : {};
  applyMergePatch(merged, patch);
  if (merged !== present) Reflect.set(target, name, merged);
}
