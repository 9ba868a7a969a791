import { MockError, type Place, quoted, sentence, suggestion } from "../core/basics";
import { frozenCopy } from "../core/store";
import { milliseconds } from "../core/time";
import type { World, WorldState } from "../core/world";
import { runBranch } from "./branch";
import { Forecast } from "./forecast";
import type { ForecastOptions } from "./options";
import { readPrices } from "./prices";

const known: { readonly [Name in keyof Required<ForecastOptions>]: true } = {
  for: true,
  resources: true,
  prices: true,
  progress: true,
};

/** The world to branch off from, at a state, and the place of resources that are added. */
export interface Origin {
  readonly world: World;
  readonly state: WorldState;
  readonly place: Place;
}

/** Runs a branch of a world. The world itself does not move. Throws a {@link MockError} for invalid options. */
export async function forecast(origin: Origin, options: ForecastOptions): Promise<Forecast> {
  checkNames(options);
  const { for: length, resources = [], prices, progress } = options;
  const lists = prices === undefined ? undefined : frozenCopy(readPrices(prices));
  const branch = await runBranch({ ...origin, length: milliseconds(length), resources, progress });
  return new Forecast(branch, lists);
}

function checkNames(options: unknown): void {
  if (typeof options !== "object" || options === null) {
    throw refused(`${quoted(options)} is not an object; give { for: "400 days" }`);
  }
  const unknown = Object.keys(options).find(name => !Object.hasOwn(known, name));
  if (unknown !== undefined)
    throw refused(`unknown option ${unknown}; ${suggestion(unknown, Object.keys(known))}`);
  if (!("for" in options) || options.for === undefined) {
    throw refused('for is missing; say how far to look: { for: "400 days" }');
  }
}

const refused = (why: string): MockError =>
  new MockError("InvalidOption", sentence(`Cannot forecast: ${why}`));
