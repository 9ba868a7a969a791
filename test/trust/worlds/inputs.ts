import type { AccountState } from "aws-backup-mock";
import type { OperationModel, ScalarShape, Shape } from "../../../src/model/index";
import { brokenInputs } from "../../support/broken-inputs";
import { minimalKey, minimalValue } from "../../support/minimal-input";
import type { Dice } from "./dice";
import { Names } from "./names";
import { recipes } from "./recipes";
import { role } from "./recipes/common";

export type AnyInput = Record<string, unknown>;

/** What inputs are made from. */
export interface Scene {
  readonly dice: Dice;
  readonly here: AccountState;
  readonly everywhere: readonly AccountState[];
}

const day = 86_400_000;

/** Of an operation, everything that breaks its model; made once. */
const broken = new Map<OperationModel, readonly unknown[]>();

const brokenOf = (operation: OperationModel): readonly unknown[] => {
  const known = broken.get(operation);
  if (known) return known;
  const inputs = brokenInputs(operation).map(({ input }) => input);
  broken.set(operation, inputs);
  return inputs;
};

/** An input that breaks the operation's model, if any can. */
export function brokenInput(operation: OperationModel, { dice }: Scene): AnyInput | undefined {
  const inputs = brokenOf(operation);
  // A copy: inputs are changed after the call, to see whether the world minds.
  return inputs.length > 0 ? structuredClone(Object(dice.pick(inputs))) : undefined;
}

/** An input that more often than not makes sense in this world. */
export function randomInput(operation: OperationModel, scene: Scene): AnyInput {
  const { dice } = scene;
  const maker = new InputMaker(operation, scene);
  const input = maker.structure(operation.input.members, 0);
  maker.align(input);
  const recipe = recipes[`${operation.service}.${operation.name}`];
  if (recipe && dice.chance(92)) Object.assign(input, recipe(scene, maker.names, input));
  for (const name of Object.keys(input)) if (input[name] === undefined) delete input[name];
  return input;
}

/** Whether an input names everything that it has to: in an empty world there is little to name. */
export const isComplete = (operation: OperationModel, input: AnyInput): boolean =>
  operation.input.members.every(
    ({ name, required, idempotencyToken }) => !required || idempotencyToken || input[name] !== undefined,
  );

class InputMaker {
  readonly names: Names;
  readonly #operation: OperationModel;
  readonly #dice: Dice;
  readonly #now: number;

  constructor(operation: OperationModel, { dice, here, everywhere }: Scene) {
    this.names = new Names(dice, here, everywhere);
    this.#operation = operation;
    this.#dice = dice;
    this.#now = here.now;
  }

  structure(members: Extract<Shape, { type: "structure" }>["members"], depth: number): AnyInput {
    const input: AnyInput = {};
    const optional = depth === 0 ? 14 : 8;
    for (const { name, target, required, idempotencyToken } of members) {
      if (!required && !this.#dice.chance(idempotencyToken ? 40 : optional)) continue;
      input[name] = this.#value(target, name, depth + 1);
    }
    return input;
  }

  /** Lets members that name the same thing do so: a point and the vault that it is in. */
  align(input: AnyInput): void {
    const { service, input: shape } = this.#operation;
    const named = shape.members
      .filter(
        ({ name, required, target }) => required && target.type === "string" && /(Id|Name|Arn)$/.test(name),
      )
      .map(({ name }) => name);
    if (named.length < 2 || !this.#dice.chance(85)) return;
    for (let count = named.length; count > 1; count--) {
      const together = this.names.together(service, named.slice(0, count));
      if (together) return void Object.assign(input, together);
    }
  }

  #value(shape: Shape, member: string, depth: number): unknown {
    const dice = this.#dice;
    switch (shape.type) {
      case "structure":
        return this.structure(shape.members, depth);
      case "list": {
        const { min = 0, max = 3 } = shape;
        const count = Math.min(max, Math.max(min, 1) + (dice.chance(20) ? 1 : 0));
        return Array.from({ length: count }, () => this.#value(shape.item, member, depth));
      }
      case "map": {
        const key = dice.chance(70) ? dice.fewNames("key") : minimalKey(shape.key, 0);
        return { [key]: this.#value(shape.value, member, depth) };
      }
      case "enum":
        return dice.pick(shape.values);
      case "boolean":
        return dice.chance(50);
      case "timestamp":
        return new Date(this.#now + (dice.below(40) - 20) * (day / 4));
      case "string":
        return this.#text(shape, member);
      default:
        return this.#number(shape);
    }
  }

  #number({ min = 0, max }: ScalarShape): number {
    const dice = this.#dice;
    const most = max ?? min + 400;
    return Math.min(most, min + dice.pick([0, 1, 2, 7, 30, 60, 128, 400]));
  }

  #text(shape: ScalarShape, member: string): string {
    const dice = this.#dice;
    const { service, name: operation } = this.#operation;
    if (dice.chance(94)) {
      const known = this.names.of(service, operation, member);
      if (known !== undefined) return known;
    }
    if (/Role.*Arn$/.test(member)) return role;
    const least = String(minimalValue(shape));
    // Names that are made up are few, so that they meet again.
    return shape.pattern === undefined && dice.chance(80) ? dice.fewNames("text") : least;
  }
}
