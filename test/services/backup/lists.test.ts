import type { OperationModel } from "../../../src/model/index";
import { clientsOf, send } from "../../support/any-command";
import { sharedAccount } from "../../support/every-operation";
import { operationNamed } from "../../support/model-walk";
import { bases, type ListName } from "./lists/bases";
import { busyWorld } from "./lists/busy-world";
import { type Filter, filters, type Item, unfiltered } from "./lists/filters";
import { known } from "./world";

const world = sharedAccount(async () => {
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
    } while (NextToken !== undefined);
    expect(oneByOne).toEqual(things);
    await expect(listed(name, { NextToken: "made up" })).rejects.toMatchObject({
      name: "InvalidParameterValueException",
    });
  },
);

describe("a page token", () => {
  const refused = {
    name: "InvalidParameterValueException",
    message: "The specified NextToken is invalid.",
  };
  const tokenOf = async (name: ListName, more: object = {}): Promise<string> =>
    String(known((await listed(name, { MaxResults: 1, ...more })).NextToken));

  test.each(names)("of %s is refused by every other list", async name => {
    await letDayEnd(name);
    const NextToken = await tokenOf(name);
    for (const other of names.filter(each => each !== name)) {
      await expect(listed(other, { NextToken })).rejects.toMatchObject(refused);
    }
  });

  test.each(names)("of %s that somebody made up is refused", async name => {
    await letDayEnd(name);
    const { things } = await listed(name);
    const token = await tokenOf(name);
    const further = btoa(atob(token).replace(/\d/, digit => String((Number(digit) + 1) % 10)));
    const made = ["0", "1", "after:0", "after:999", `after:${things.length}`];
    for (const NextToken of [...made, ...made.map(btoa), further, `${token}=`, token.toLowerCase(), ""]) {
      await expect(listed(name, { NextToken })).rejects.toMatchObject(refused);
    }
  });

  test("goes with what it was given out for, whatever the size of the next page", async () => {
    const NextToken = await tokenOf("ListBackupJobs", { ByState: "COMPLETED" });
    await expect(listed("ListBackupJobs", { NextToken })).rejects.toMatchObject(refused);
    await expect(listed("ListBackupJobs", { NextToken, ByState: "FAILED" })).rejects.toMatchObject(refused);
    const { things } = await listed("ListBackupJobs", { ByState: "COMPLETED" });
    const rest = await listed("ListBackupJobs", { NextToken, ByState: "COMPLETED", MaxResults: 999 });
    expect(rest.things).toEqual(things.slice(1));
  });

  test("does not go with another vault, Region or account", async () => {
    const { aws } = world();
    const NextToken = await tokenOf("ListRecoveryPointsByBackupVault");
    const elsewhere = listed("ListRecoveryPointsByBackupVault", { NextToken, BackupVaultName: "copies" });
    await expect(elsewhere).rejects.toMatchObject(refused);
    const vaults = { NextToken: await tokenOf("ListBackupVaults") };
    const places = [aws.in({ region: "eu-west-1" }), aws.in({ accountId: "210987654321" })];
    for (const place of places) {
      await expect(send(clientsOf(place), "backup", "ListBackupVaults", vaults)).rejects.toMatchObject(
        refused,
      );
    }
  });

  test("is the same whenever the same is asked, and short", async () => {
    for (const name of names.filter(each => !areSummaries(each))) {
      const token = await tokenOf(name);
      expect(await tokenOf(name)).toBe(token);
      expect(token).toMatch(/^[A-Za-z0-9+/]{1,40}=*$/);
    }
  });
});

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

test.each(rows)("%s leaves out what %s is not about", async (name, filter, find) => {
  await letDayEnd(name);
  const { things } = await listed(name);
  const { value, holds } = find(things);
  const left = things.filter(holds);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(things.length);
  expect((await listed(name, { [filter]: value })).things).toEqual(left);
});
