import type { OperationModel } from "../../../src/model/index";
import { clientsOf, send } from "../../support/any-command";
import { sameWorld } from "../../support/every-operation";
import { operationNamed } from "../../support/model-walk";
import { bases, type ListName } from "./lists/bases";
import { busyWorld } from "./lists/busy-world";
import { type Filter, filters, type Item, unfiltered } from "./lists/filters";
import { known } from "./world";

const world = sameWorld(async () => {
  const made = await busyWorld();
  return Object.assign(made, { clients: clientsOf(made.aws) });
});

const names = Object.keys(bases).filter((name): name is ListName => name in bases);
const areSummaries = (name: string): boolean => name.endsWith("Summaries");

/** The things of a list, or of a map the pairs in it. */
async function listed(name: ListName, more: object = {}) {
  const { pagination } = operationNamed("backup", name);
  const { items, outputToken } = known(pagination);
  const output = await send(world().clients, "backup", name, { ...(await bases[name](world())), ...more });
  const list: unknown = Reflect.get(output, items);
  const things: readonly Item[] = Array.isArray(list)
    ? list
    : Object.entries(Object(list)).map(([key, value]) => ({ key, value }));
  return { things, NextToken: Reflect.get(output, outputToken) };
}

/** Summaries are about days that are over. */
const letDayEnd = async (name: ListName): Promise<void> => {
  if (areSummaries(name)) await world().aws.clock.set("2026-03-02T00:00:00Z");
};

const isRequiredOrPage = ({ pagination }: OperationModel, name: string, required: boolean): boolean =>
  required || name === pagination?.inputToken || name === pagination?.pageSize;

let pages = 0;

test.each(names)(
  "%s gives the same one by one as all at once, and refuses other lists' tokens",
  async name => {
    await letDayEnd(name);
    const { things } = await listed(name);
    expect(things.length).toBeGreaterThan(1);
    const oneByOne: Item[] = [];
    let NextToken: unknown;
    do {
      const page = await listed(name, { MaxResults: 1, NextToken });
      expect(page.things).toHaveLength(1);
      oneByOne.push(...page.things);
      NextToken = page.NextToken;
      pages++;
    } while (NextToken !== undefined);
    expect(oneByOne).toEqual(things);
    await expect(listed(name, { NextToken: "made up" })).rejects.toMatchObject({
      name: "InvalidParameterValueException",
    });
  },
);

test.each(names)("every filter of %s is here", name => {
  const operation = operationNamed("backup", name);
  const asked = operation.input.members.filter(
    member => !isRequiredOrPage(operation, member.name, member.required),
  );
  const here = [...Object.keys(filters[name] ?? {}), ...Object.keys(unfiltered[name] ?? {})];
  expect(here.sort()).toEqual(asked.map(member => member.name).sort());
});

const rows = names.flatMap(name =>
  Object.entries<Filter>(filters[name] ?? {}).map(([filter, find]) => [name, filter, find] as const),
);
let tried = 0;

test.each(rows)("%s leaves out what %s is not about", async (name, filter, find) => {
  await letDayEnd(name);
  const { things } = await listed(name);
  const { value, holds } = find(things);
  const left = things.filter(holds);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(things.length);
  expect((await listed(name, { [filter]: value })).things).toEqual(left);
  tried++;
});

afterAll(() => {
  process.stdout.write(
    `lists of backup: ${names.length}, read in ${pages} pages of one; filters that leave something out: ${tried}\n`,
  );
});
