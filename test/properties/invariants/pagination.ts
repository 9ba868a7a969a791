import { isDeepStrictEqual } from "node:util";
import type { Place } from "../../../src/core/basics";
import { AwsError } from "../../../src/core/basics";
import { answerPage } from "../../../src/core/calls";
import type { AnyService, Handler, Shape, WorldState } from "../../../src/core/world";
import { runOperation, World } from "../../../src/core/world";
import { type OperationModel, readInput } from "../../../src/model/index";
import type { AnyInput, Context } from "../generators/context";
import { isComplete, randomInput } from "../generators/inputs";
import type { Random } from "../generators/random";
import { listOperations, services } from "../model/operations";
import { ReadTracker } from "./read-tracking";

const mostPages = 20_000;

/** Calls a list operation; undefined if it fails. */
export type Read = (input: AnyInput) => object | undefined | Promise<object | undefined>;

/** All items of a list, read page by page; undefined if the first call fails. */
async function allPages(
  model: OperationModel,
  query: AnyInput,
  size: number | undefined,
  read: Read,
): Promise<unknown[] | undefined> {
  const { pagination } = model;
  if (!pagination) return undefined;
  const items: unknown[] = [];
  const { [pagination.inputToken]: _, [pagination.pageSize]: __, ...input } = query;
  let token: unknown;
  for (let page = 0; page < mostPages; page++) {
    const output = await read({
      ...input,
      ...(size !== undefined && { [pagination.pageSize]: size }),
      ...(token !== undefined && { [pagination.inputToken]: token }),
    });
    if (!output) {
      if (page === 0 && size === undefined) return undefined;
      throw new Error(`${model.name} failed on page ${page}`);
    }
    const found: unknown = Reflect.get(output, pagination.items);
    if (Array.isArray(found)) items.push(...found);
    // Some lists of EFS have a fixed page size.
    const isFixed = model.service === "efs";
    if (size !== undefined && !isFixed && Array.isArray(found) && found.length > size) {
      throw new Error(`${model.name} returned ${found.length} items, more than the page size ${size}`);
    }
    token = Reflect.get(output, pagination.outputToken);
    if (token === undefined) return items;
  }
  throw new Error(`${model.name} has more than ${mostPages} pages`);
}

/** The pages of a list add up to the whole list, whatever the page size. */
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
    `${model.name} ${JSON.stringify(input)} in pages of ${size} differs from the whole list:\n${JSON.stringify(pages)}\n${JSON.stringify(whole)}`,
  );
}

interface Query {
  readonly at: number;
  readonly input: AnyInput;
  readonly reads: ReadTracker;
}

/** A list operation, its current query and what the query read. */
class ListOperation {
  readonly model: OperationModel;
  readonly service: AnyService;
  readonly handler: Handler<Shape>;
  query: Query | undefined;

  constructor(model: OperationModel) {
    const service = services.find(({ name }) => name === model.service);
    const handler = service?.operations[model.name];
    if (!service || !handler) throw new Error(`Failed to find a handler of ${model.name}`);
    this.model = model;
    this.service = service;
    this.handler = handler;
  }
}

/** Checks every list after every step, unless everything that the query read is unchanged. */
export class ListChecker {
  readonly #lists = listOperations.map(({ model }) => new ListOperation(model));
  /** What read operations need besides the state. */
  readonly #surroundings = new World(services, {
    now: 0,
    idSeed: "properties",
    eventLimit: 0,
    quotas: {},
    durations: {},
  });

  /** Drops all queries; the next check generates new ones. */
  reset(): void {
    for (const list of this.#lists) list.query = undefined;
  }

  async check(state: WorldState, random: Random, contexts: (at: number) => Context): Promise<void> {
    for (const list of this.#lists) {
      const { query } = list;
      const isNew = !query || random.chance(3);
      if (!isNew && query.reads.isUnchangedIn(state)) continue;
      const at = isNew ? (random.chance(84) ? 0 : 1 + random.below(2)) : query.at;
      const context = contexts(at);
      const input = isNew ? randomInput(list.model, context) : query.input;
      const reads = new ReadTracker(state);
      list.query = { at, input, reads };
      if (isComplete(list.model, input)) await this.#checkPages(list, context.here, input, reads);
    }
  }

  async #checkPages(
    { model, service, handler }: ListOperation,
    place: Place,
    input: AnyInput,
    reads: ReadTracker,
  ): Promise<void> {
    if (handler.kind !== "read") return;
    const account = reads.view(this.#surroundings).account(service, place);
    const read = (page: AnyInput): object | undefined => {
      const { value, violations } = readInput(model, page);
      if (violations.length > 0) return undefined;
      try {
        return answerPage({ model, place, mostPerPage: undefined }, value, input =>
          runOperation(handler, input, account),
        );
      } catch (error) {
        if (error instanceof AwsError) return undefined;
        throw error;
      }
    };
    await checkPages(model, input, read, items => Math.max(1, Math.ceil(items / 3)));
  }
}
