import { MockError, quoted, sentence, suggestion } from "../core/basics";
import { resourceTypes } from "../services/backup/resources/resource-types";

/** The prices of a type of resource, in the currency of its list. What is left out has no price. */
export interface TypePrices {
  /** Of a GB-month in warm storage. */
  readonly warmStorage?: number;
  /** Of a GB-month in cold storage. */
  readonly coldStorage?: number;
  /** Of a GB restored from warm storage. */
  readonly warmRestore?: number;
  /** Of a GB restored from cold storage. */
  readonly coldRestore?: number;
  /** Of a recovery point that a restore test restores, besides the data. */
  readonly restoreTest?: number;
  /** Of a GB copied from this Region to another one, by the name of that Region; `*` for all others. */
  readonly copyTo?: Readonly<Record<string, number>>;
}

/**
 * The prices of backups in one Region. A GB is 2^30 bytes, as AWS bills it.
 *
 * @example
 * const prices: Prices = {
 *   region: "us-east-1",
 *   currency: "USD",
 *   types: { EFS: { warmStorage: 0.05, coldStorage: 0.01, warmRestore: 0.02, copyTo: { "*": 0.02 } } },
 * };
 */
export interface Prices {
  /** The Region that they are of. */
  readonly region: string;
  /** The currency: `USD`. */
  readonly currency: string;
  /** Where they are from. */
  readonly source?: string;
  /** The day of which they are. */
  readonly date?: string;
  /** The prices by type of resource, as AWS Backup names it. */
  readonly types: Readonly<Record<string, TypePrices>>;
}

const members = ["region", "currency", "source", "date", "types"];
const ofType: { readonly [Name in keyof Required<TypePrices>]: "price" | "prices" } = {
  warmStorage: "price",
  coldStorage: "price",
  warmRestore: "price",
  coldRestore: "price",
  restoreTest: "price",
  copyTo: "prices",
};

/** Reads a list of prices or several, which may come from files. Throws a {@link MockError} that lists what is wrong. */
export function readPrices(given: unknown): readonly Prices[] {
  const lists: readonly unknown[] = Array.isArray(given) ? given : [given];
  const problems = lists.flatMap((list, index) =>
    problemsOfList(list, lists.length > 1 ? `prices[${index}]` : "prices"),
  );
  if (problems.length > 0) throw refused(problems);
  const checked = lists.filter(isPrices);
  const regions = checked.map(({ region }) => region);
  const twice = regions.find((region, index) => regions.indexOf(region) !== index);
  if (twice !== undefined) throw refused([`two lists are of ${twice}`]);
  if (new Set(checked.map(({ currency }) => currency)).size > 1) throw refused(["the currencies differ"]);
  return checked;
}

const refused = (problems: readonly string[]): MockError =>
  new MockError("InvalidOption", sentence(`Cannot use these prices: ${problems.join("; ")}`));

const isPrices = (list: unknown): list is Prices => problemsOfList(list, "").length === 0;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function problemsOfList(list: unknown, path: string): string[] {
  if (!isObject(list)) return [`${path} must be an object`];
  const problems = unknownNames(list, members, path);
  for (const name of ["region", "currency"]) {
    if (typeof list[name] !== "string") problems.push(`${path}.${name} must be a string`);
  }
  const { types } = list;
  if (!isObject(types)) return [...problems, `${path}.types must be an object`];
  const names = resourceTypes.map(({ name }) => name);
  problems.push(...unknownNames(types, names, `${path}.types`));
  for (const [type, prices] of Object.entries(types))
    problems.push(...problemsOfType(prices, `${path}.types.${type}`));
  return problems;
}

const unknownNames = (given: object, known: readonly string[], path: string): string[] =>
  Object.keys(given)
    .filter(name => !known.includes(name))
    .map(name => `${path}.${name} is unknown; ${suggestion(name, known)}`);

function problemsOfType(prices: unknown, path: string): readonly string[] {
  if (!isObject(prices)) return [`${path} must be an object`];
  const problems = unknownNames(prices, Object.keys(ofType), path);
  for (const [name, kind] of Object.entries(ofType)) {
    const value = prices[name];
    if (value === undefined) continue;
    const each = kind === "price" ? { [`${path}.${name}`]: value } : isObject(value) ? value : { "": value };
    for (const [key, price] of Object.entries(each)) {
      if (typeof price === "number" && Number.isFinite(price) && price >= 0) continue;
      const where = kind === "price" ? key : `${path}.${name}.${key}`;
      problems.push(`${where} is ${quoted(price)}; give a number from 0`);
    }
  }
  return problems;
}
