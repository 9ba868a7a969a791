import type { OperationModel, ScalarShape, Shape } from "../../../src/model/index";
import { brokenInputs } from "../../support/broken-inputs";
import { minimalKey, minimalValue } from "../../support/minimal-input";
import type { AnyInput, Context } from "./context";
import { inputGenerators } from "./operations";
import { role } from "./operations/common";
import type { Random } from "./random";
import { RecordLookup } from "./records";

const day = 86_400_000;

/** All inputs that break an operation's model, computed once per operation. */
const brokenByOperation = new Map<OperationModel, readonly unknown[]>();

const brokenInputsOf = (operation: OperationModel): readonly unknown[] => {
  const known = brokenByOperation.get(operation);
  if (known) return known;
  const inputs = brokenInputs(operation).map(({ input }) => input);
  brokenByOperation.set(operation, inputs);
  return inputs;
};

/** An input that breaks the operation's model; undefined if no input can. */
export function brokenInput(operation: OperationModel, { random }: Context): AnyInput | undefined {
  const inputs = brokenInputsOf(operation);
  // Copied, because the scenarios overwrite an input after the call.
  return inputs.length > 0 ? structuredClone(Object(random.pick(inputs))) : undefined;
}

/** An input that is likely to be valid in the current state. */
export function randomInput(operation: OperationModel, context: Context): AnyInput {
  const { random } = context;
  const generator = new ModelBasedGenerator(operation, context);
  const input = generator.structure(operation.input.members, 0);
  generator.align(input);
  const override = inputGenerators[`${operation.service}.${operation.name}`];
  if (override && random.chance(92)) Object.assign(input, override(context, generator.records, input));
  for (const name of Object.keys(input)) if (input[name] === undefined) delete input[name];
  return input;
}

/** Whether an input has all required members. An empty account has no records that some of them could name. */
export const isComplete = (operation: OperationModel, input: AnyInput): boolean =>
  operation.input.members.every(
    ({ name, required, idempotencyToken }) => !required || idempotencyToken || input[name] !== undefined,
  );

/** Generates inputs from the operation's model and from the names of existing records. */
class ModelBasedGenerator {
  readonly records: RecordLookup;
  readonly #operation: OperationModel;
  readonly #random: Random;
  readonly #now: number;

  constructor(operation: OperationModel, { random, here, everywhere }: Context) {
    this.records = new RecordLookup(random, here, everywhere);
    this.#operation = operation;
    this.#random = random;
    this.#now = here.now;
  }

  structure(members: Extract<Shape, { type: "structure" }>["members"], depth: number): AnyInput {
    const input: AnyInput = {};
    const optional = depth === 0 ? 14 : 8;
    for (const { name, target, required, idempotencyToken } of members) {
      if (!required && !this.#random.chance(idempotencyToken ? 40 : optional)) continue;
      input[name] = this.#value(target, name, depth + 1);
    }
    return input;
  }

  /** Makes identifying members refer to one record, such as a recovery point and the vault it is in. */
  align(input: AnyInput): void {
    const { service, input: shape } = this.#operation;
    const identifiers = shape.members
      .filter(
        ({ name, required, target }) => required && target.type === "string" && /(Id|Name|Arn)$/.test(name),
      )
      .map(({ name }) => name);
    if (identifiers.length < 2 || !this.#random.chance(85)) return;
    for (let count = identifiers.length; count > 1; count--) {
      const values = this.records.valuesOfOneRecord(service, identifiers.slice(0, count));
      if (values) return void Object.assign(input, values);
    }
  }

  #value(shape: Shape, member: string, depth: number): unknown {
    const random = this.#random;
    switch (shape.type) {
      case "structure":
        return this.structure(shape.members, depth);
      case "list": {
        const { min = 0, max = 3 } = shape;
        const count = Math.min(max, Math.max(min, 1) + (random.chance(20) ? 1 : 0));
        return Array.from({ length: count }, () => this.#value(shape.item, member, depth));
      }
      case "map": {
        const key = random.chance(70) ? random.reusedName("key") : minimalKey(shape.key, 0);
        return { [key]: this.#value(shape.value, member, depth) };
      }
      case "enum":
        return random.pick(shape.values);
      case "boolean":
        return random.chance(50);
      case "timestamp":
        return new Date(this.#now + (random.below(40) - 20) * (day / 4));
      case "string":
        return this.#text(shape, member);
      default:
        return this.#number(shape);
    }
  }

  #number({ min = 0, max }: ScalarShape): number {
    const random = this.#random;
    const upperBound = max ?? min + 400;
    return Math.min(upperBound, min + random.pick([0, 1, 2, 7, 30, 60, 128, 400]));
  }

  #text(shape: ScalarShape, member: string): string {
    const random = this.#random;
    const { service, name: operation } = this.#operation;
    if (random.chance(94)) {
      const existing = this.records.valueFor(service, operation, member);
      if (existing !== undefined) return existing;
    }
    if (/Role.*Arn$/.test(member)) return role;
    const minimal = String(minimalValue(shape));
    // Invented names come from a small set, so that they collide.
    return shape.pattern === undefined && random.chance(80) ? random.reusedName("text") : minimal;
  }
}
