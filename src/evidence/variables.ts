import { isObject } from "../model";
import { patternOf } from "./forms";
import type { Save } from "./record";

/** `${name}`. Policy variables such as `${aws:username}` are not references. */
const reference = /\$\{([A-Za-z]\w*)\}/g;

/** The form of a saved value's name. */
export const variableForm = /^[A-Za-z]\w*$/;

/** The names that a value's texts refer to. */
export function referencesIn(value: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (inner: unknown): void => {
    if (typeof inner === "string") {
      for (const [, name = ""] of inner.matchAll(reference)) names.add(name);
    } else if (Array.isArray(inner)) inner.forEach(visit);
    else if (isObject(inner)) {
      for (const [name, member] of Object.entries(inner)) {
        visit(name);
        visit(member);
      }
    }
  };
  visit(value);
  return names;
}

/** The values that steps have saved. */
export class Variables {
  readonly #values = new Map<string, unknown>();

  /** Saves values of an output. Returns the names for which it has no value. */
  save(output: object, saves: Readonly<Record<string, Save>>): readonly string[] {
    const missing: string[] = [];
    for (const [name, save] of Object.entries(saves)) {
      const value = savedValue(output, save);
      if (value === undefined) missing.push(name);
      else this.#values.set(name, value);
    }
    return missing;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Replaces every reference in a value. Saved texts pass through `quote`. */
  expand(value: unknown, quote: (text: string) => string = text => text): unknown {
    if (typeof value === "string") return this.#expandText(value, quote);
    if (Array.isArray(value)) return value.map(item => this.expand(item, quote));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        String(this.#expandText(name, quote)),
        this.expand(member, name === "$matches" ? escaped : quote),
      ]),
    );
  }

  /** A text that is a single reference becomes the saved value, which may not be a text. */
  #expandText(text: string, quote: (text: string) => string): unknown {
    const [whole, name = ""] = /^\$\{([A-Za-z]\w*)\}$/.exec(text) ?? [];
    const value = this.#values.get(name);
    if (whole !== undefined && value !== undefined && typeof value !== "string") return value;
    return text.replaceAll(reference, (written, inner: string) =>
      this.#values.has(inner) ? quote(String(this.#values.get(inner))) : written,
    );
  }
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function savedValue(output: object, save: Save): unknown {
  if (typeof save === "string") return valueAt(output, save);
  const value = valueAt(output, save.path);
  return typeof value === "string" ? patternOf(save.part).exec(value)?.[1] : undefined;
}

/** The value at a path such as `BackupJobs.0.State`. */
function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) {
    found =
      typeof found === "object" && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined;
  }
  return found;
}
