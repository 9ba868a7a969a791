import { type MockAws, mockAws } from "aws-backup-mock";
import type { Infrastructure } from "aws-backup-mock/infrastructure";
import { isComplete, randomInput } from "../../properties/generators/inputs";
import { Random } from "../../properties/generators/random";
import { weightedOperations } from "../../properties/model/operations";
import { Harness } from "../../properties/scenarios/harness";
import { answersOf, futureOf, importMock } from "./world-of-account";

const accounts = 12;

/** A random account with the usual durations. */
async function randomAccount(seed: number): Promise<MockAws> {
  const random = new Random(seed);
  const harness = new Harness("manual");
  await harness.populate(random);
  for (let step = 0; step < 60; step++) {
    const { model } = random.pick(weightedOperations);
    const input = randomInput(model, harness.context(0, random));
    if (isComplete(model, input)) await harness.send(0, model, input);
  }
  const { region, accountId } = harness.aws.state;
  const aws = mockAws({ region, accountId, clock: "manual", snapshot: harness.aws.snapshot() });
  await aws.clock.advance("2 days");
  return aws;
}

/** The names of what an import says that it has left out or changed. */
const toldOf = ({ skipped, warnings }: Infrastructure): readonly string[] =>
  [
    ...skipped.map(({ name }) => name),
    ...warnings.flatMap(({ where, text }) => [
      where.split(/\.[A-Z]/)[0] ?? "",
      /^arn:\S+(?= is not in the dump)/.exec(text)?.[0] ?? "",
    ]),
  ].filter(name => name !== "");

/** What differs between two values, by path, apart from what concerns a name that was told. */
function differences(one: unknown, other: unknown, told: readonly string[], path: string): readonly string[] {
  const [first = "", second = ""] = [JSON.stringify(one), JSON.stringify(other)];
  if (first === second) return [];
  if (isDeep(one, other)) return inside(one, other, told, path);
  const isTold = told.some(name => first.includes(name) || second.includes(name) || path.includes(name));
  return isTold ? [] : [`${path}: ${first.slice(0, 300)} became ${second.slice(0, 300)}`];
}

type Pair = readonly [one: object, other: object];
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isDeep = (one: unknown, other: unknown): boolean =>
  typeof one === "object" && typeof other === "object" && one !== null && other !== null;

function inside(one: unknown, other: unknown, told: readonly string[], path: string): readonly string[] {
  if (isList(one) && isList(other)) {
    const [lost, added] = [missingIn(other, one, told), missingIn(one, other, told)];
    return Array.from({ length: Math.max(lost.length, added.length) }, (_, index) =>
      differences(lost[index], added[index], told, `${path}[]`),
    ).flat();
  }
  const pair: Pair = [Object(one), Object(other)];
  return [...new Set(pair.flatMap(Object.keys))].flatMap(name => {
    const [first, second]: readonly unknown[] = pair.map(each => Reflect.get(each, name));
    return differences(first, second, told, `${path}.${name}`);
  });
}

/** The items of a list that another list does not have. */
function missingIn(list: readonly unknown[], items: readonly unknown[], told: readonly string[]) {
  const known = new Set(list.map(item => JSON.stringify(item)));
  return items.filter(item => {
    const text = JSON.stringify(item);
    return !known.has(text) && !told.some(name => text.includes(name));
  });
}

test.each(Array.from({ length: accounts }, (_, index) => index + 1))(
  "random account %i and the world of its import answer alike, and have the same backups for 100 days",
  async seed => {
    const aws = await randomAccount(seed);
    const imported = await importMock(aws, { everyPoint: true });
    const told = toldOf(imported);
    const other = mockAws({ ...imported.fixture.origin, clock: "manual" });
    // AWS Backup does not show sizes and tags of resources of other services, nor those without a backup.
    const resources = [...aws.state.backup.resources].map(({ arn, tags, sizeInBytes, members }) => ({
      arn,
      tags,
      sizeInBytes,
      ...(members && { members }),
    }));
    other.seed({ resources });
    other.seed(imported.fixture);

    const [before, after] = [await answersOf(aws), await answersOf(other)];
    expect(before.size).toBeGreaterThan(100);
    const calls = [...new Set([...before.keys(), ...after.keys()])].filter(
      call => !told.some(name => call.includes(name)),
    );
    expect(calls.length).toBeGreaterThan(before.size / 2);
    expect(calls.flatMap(call => differences(before.get(call), after.get(call), told, call))).toEqual([]);

    for (const each of [aws, other]) await each.clock.advance("100 days");
    expect(differences(futureOf(aws), futureOf(other), told, "future")).toEqual([]);
  },
  600_000,
);
