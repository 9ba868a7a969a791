import { isDeepStrictEqual } from "node:util";
import { AwsError, type Place } from "../../../src/core/basics";
import { answerPage } from "../../../src/core/calls";
import {
  type AnyService,
  type Handler,
  runOperation,
  type Shape,
  World,
  type WorldState,
} from "../../../src/core/world";
import { type OperationModel, readInput } from "../../../src/model";
import { services } from "./consistency";
import type { Dice } from "./dice";
import { type AnyInput, isComplete, randomInput, type Scene } from "./inputs";
import { Looking } from "./looking";
import { lists } from "./stage";

/** Answers a list operation; nothing where it refuses. */
export type Read = (input: AnyInput) => object | undefined | Promise<object | undefined>;

/** All items of a list, page by page; nothing where it is refused. */
async function allPages(
  model: OperationModel,
  given: AnyInput,
  size: number | undefined,
  read: Read,
): Promise<unknown[] | undefined> {
  const { pagination } = model;
  if (!pagination) return undefined;
  const items: unknown[] = [];
  const { [pagination.inputToken]: _, [pagination.pageSize]: __, ...input } = given;
  let token: unknown;
  for (let page = 0; page < 500; page++) {
    const output = await read({
      ...input,
      ...(size !== undefined && { [pagination.pageSize]: size }),
      ...(token !== undefined && { [pagination.inputToken]: token }),
    });
    if (!output) {
      if (page === 0 && size === undefined) return undefined;
      throw new Error(`${model.name} refuses its own page ${page}`);
    }
    const found: unknown = Reflect.get(output, pagination.items);
    if (Array.isArray(found)) items.push(...found);
    // Some lists of EFS have pages of one size only, whatever is asked for.
    const isFixed = model.service === "efs";
    if (size !== undefined && !isFixed && Array.isArray(found) && found.length > size) {
      throw new Error(`${model.name} answers ${found.length} items where ${size} were asked for`);
    }
    token = Reflect.get(output, pagination.outputToken);
    if (token === undefined) return items;
  }
  throw new Error(`${model.name} has pages without end`);
}

/** A list is the sum of its pages, whatever their size. */
export async function checkPages(
  model: OperationModel,
  input: AnyInput,
  read: Read,
  sizeFor: (items: number) => number,
): Promise<void> {
  const whole = await allPages(model, input, undefined, read);
  if (!whole) return;
  const size = sizeFor(whole.length);
  const pages = await allPages(model, input, size, read);
  if (isDeepStrictEqual(pages, whole)) return;
  throw new Error(
    `${model.name} ${JSON.stringify(input)} in pages of ${size} is not the whole list:\n${JSON.stringify(pages)}\n${JSON.stringify(whole)}`,
  );
}

interface Question {
  readonly at: number;
  readonly input: AnyInput;
  readonly looking: Looking;
}

/** What a list is asked with, and what it looked at then. */
class List {
  readonly model: OperationModel;
  readonly service: AnyService;
  readonly handler: Handler<Shape>;
  question: Question | undefined;

  constructor(model: OperationModel) {
    const service = services.find(({ name }) => name === model.service);
    const handler = service?.operations[model.name];
    if (!service || !handler) throw new Error(`There is no ${model.name}`);
    this.model = model;
    this.service = service;
    this.handler = handler;
  }
}

/** Checks every list after every step, unless all that it looks at is still the same. */
export class Lists {
  readonly #lists = lists.map(({ model }) => new List(model));
  /** Knows what reads ask of a world besides its state. */
  readonly #surroundings = new World(services, {
    now: 0,
    idSeed: "worlds",
    eventLimit: 0,
    quotas: {},
    durations: {},
  });

  /** Other questions from now on. */
  forget(): void {
    for (const list of this.#lists) list.question = undefined;
  }

  async check(world: WorldState, dice: Dice, scenes: (at: number) => Scene): Promise<void> {
    for (const list of this.#lists) {
      const { question } = list;
      const asksAnew = !question || dice.chance(3);
      if (!asksAnew && question.looking.isAsItWasIn(world)) continue;
      const at = asksAnew ? (dice.chance(84) ? 0 : 1 + dice.below(2)) : question.at;
      const scene = scenes(at);
      const input = asksAnew ? randomInput(list.model, scene) : question.input;
      const looking = new Looking(world);
      list.question = { at, input, looking };
      if (isComplete(list.model, input)) await this.#ask(list, scene.here, input, looking);
    }
  }

  async #ask(
    { model, service, handler }: List,
    place: Place,
    input: AnyInput,
    looking: Looking,
  ): Promise<void> {
    if (handler.kind !== "read") return;
    const account = looking.through(this.#surroundings).account(service, place);
    const read = (asked: AnyInput): object | undefined => {
      const { value, violations } = readInput(model, asked);
      if (violations.length > 0) return undefined;
      try {
        return answerPage(model, place, value, input => runOperation(handler, input, account));
      } catch (error) {
        if (error instanceof AwsError) return undefined;
        throw error;
      }
    };
    await checkPages(model, input, read, items => Math.max(1, Math.ceil(items / 3)));
  }
}
