import type { Anonymizer } from "../../anonymize/anonymizer";
import { isMeasured } from "../../anonymize/members";
import { partOfSegments, patternOfSegments, type Segment } from "../../anonymize/segments";
import { below, keyText, listed, outputText, type Place, top } from "../../anonymize/values";
import { isObject } from "../../model";
import type { EvidenceRefusal, EvidenceStep, Expected, ExpectedError, Save } from "../record";
import { referencesIn } from "../variables";

/** The expected output of a step, and the values it saves. */
export interface ExpectedOutput {
  readonly output: Readonly<Record<string, Expected>>;
  readonly save: Readonly<Record<string, Save>>;
}

/** Turns answers into expectations. Ids that the service generated become patterns, and are saved for later steps. */
export class Expectations {
  readonly #anonymizer: Anonymizer;
  readonly #counts = new Map<string, number>();
  /** When the recording began, by the service's clock. */
  readonly #began: number | undefined;

  constructor(anonymizer: Anonymizer, began: number | undefined) {
    this.#anonymizer = anonymizer;
    this.#began = began;
  }

  ofOutput(output: object): ExpectedOutput {
    const save: Record<string, Save> = {};
    const expected: Record<string, Expected> = {};
    for (const [name, member] of Object.entries(output)) {
      if (name === "$metadata" || member === undefined) continue;
      const value = this.#value(member, below(top, name), name, save);
      if (value !== undefined) expected[name] = value;
    }
    return { output: expected, save };
  }

  ofError({ name, message, status, members }: EvidenceRefusal): ExpectedError {
    const { Code, ErrorCode, ...others } = members;
    const code = Code ?? ErrorCode;
    const expected = Object.entries(others).flatMap(([member, value]): [string, Expected][] => {
      const told = this.#value(value, below(top, member), member, undefined);
      return told === undefined ? [] : [[member, told]];
    });
    return {
      name,
      ...(typeof code === "string" && { code }),
      ...(status !== undefined && { status }),
      message: textOf(this.#anonymizer.output(message, "prose")),
      ...(expected.length > 0 && { members: Object.fromEntries(expected) }),
    };
  }

  /** Generated values are added to `save`. Without it they are not saved. */
  #value(
    value: unknown,
    place: Place,
    path: string,
    save: Record<string, Save> | undefined,
  ): Expected | undefined {
    if (value instanceof Date) return { $present: true };
    if (typeof value === "string" || typeof value === "number") {
      if (isMeasured(place.name, place.within)) return { $present: true };
      return typeof value === "string" ? this.#text(value, place, path, save) : value;
    }
    if (typeof value === "boolean") return value;
    if (Array.isArray(value)) return this.#list(value, place, path, save);
    return isObject(value) ? this.#object(value, place, path, save) : undefined;
  }

  #text(text: string, place: Place, path: string, save: Record<string, Save> | undefined): Expected {
    const segments = outputText(text, this.#anonymizer, place);
    if (save) this.#saveGenerated(segments, place, path, save);
    const [only] = segments;
    if (segments.length === 1 && typeof only === "object" && only.pattern === ".+") return { $present: true };
    return segments.every(each => typeof each === "string")
      ? segments.join("")
      : { $matches: patternOfSegments(segments) };
  }

  #saveGenerated(segments: readonly Segment[], place: Place, path: string, save: Record<string, Save>): void {
    for (const segment of segments) {
      if (typeof segment === "string" || this.#anonymizer.knows(segment.original)) continue;
      const name = this.#variable(place);
      save[name] = segments.length === 1 ? path : { path, part: partOfSegments(segments, segment) };
      this.#anonymizer.learn(segment.original, `\${${name}}`);
    }
  }

  /** A variable name after the member, such as `backupJob1`. */
  #variable({ name, within }: Place): string {
    const member = [name, ...within.toReversed()].find(each => /^[A-Z]\w+$/.test(each)) ?? "Value";
    const base = member.replace(/(Ids?|Arns?|ARN)$/, "") || member;
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    return `${base.charAt(0).toLowerCase()}${base.slice(1)}${count}`;
  }

  /** Leaves out items that existed before the recording: the mock will not have them. */
  #list(
    items: readonly unknown[],
    place: Place,
    path: string,
    save: Record<string, Save> | undefined,
  ): Expected | undefined {
    const kept = items.filter(item => !this.#isOld(item));
    const whole = kept.length === items.length;
    if (!whole && kept.length === 0) return undefined;
    // Paths count the kept items only, as the mock's answer has no others.
    const expected = kept.flatMap((item, index): Expected[] => {
      const value = this.#value(item, listed(place), `${path}.${index}`, save);
      return value === undefined ? [] : [value];
    });
    return whole ? expected : { $contains: expected };
  }

  #isOld(item: unknown): boolean {
    if (this.#began === undefined || !isObject(item)) return false;
    const created = item["CreationDate"] ?? item["CreationTime"];
    if (!(created instanceof Date) || created.getTime() >= this.#began) return false;
    return !Object.entries(item).some(
      ([name, value]) => identity.test(name) && typeof value === "string" && this.#anonymizer.knows(value),
    );
  }

  #object(
    value: Readonly<Record<string, unknown>>,
    place: Place,
    path: string,
    save: Record<string, Save> | undefined,
  ): Expected {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]): [string, Expected][] => {
        const key = keyText(name, this.#anonymizer, place);
        // Paths are split at dots, so such members cannot be saved.
        const saveHere = name.includes(".") || key !== name ? undefined : save;
        const told = this.#value(member, below(place, name), `${path}.${name}`, saveHere);
        return told === undefined ? [] : [[key, told]];
      }),
    );
  }
}

const identity = /^(?!.*(?:Role|Kms|Encryption|Owner|Account|Vpc|Subnet)).*(?:Id|Arn|ARN|Name|Token)$/;

/** The text of an error. Generated parts become patterns. */
function textOf(segments: readonly Segment[]): string | { readonly $matches: string } {
  return segments.every(each => typeof each === "string")
    ? segments.join("")
    : { $matches: patternOfSegments(segments) };
}

/** Removes saves that no step refers to. */
export function withoutUnused(steps: readonly EvidenceStep[]): readonly EvidenceStep[] {
  const used = referencesIn(steps.map(step => ("save" in step ? { ...step, save: {} } : step)));
  return steps.map(step => {
    if (!("save" in step) || !step.save) return step;
    const { save, ...others } = step;
    const kept = Object.entries(save).filter(([name]) => used.has(name));
    return kept.length === 0 ? others : { ...others, save: Object.fromEntries(kept) };
  });
}
