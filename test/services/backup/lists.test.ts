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

/** The items of a list, or the pairs of a map. */
async function listed(name: ListName, more: object = {}) {
  const { pagination } = operationNamed("backup", name);
  const { items: member, outputToken } = known(pagination);
  const output = await send(world().clients, "backup", name, { ...(await bases[name](world())), ...more });
  const list: unknown = Reflect.get(output, member);
  const items: readonly Item[] = Array.isArray(list)
    ? list
    : Object.entries(Object(list)).map(([key, value]) => ({ key, value }));
  return { items, NextToken: Reflect.get(output, outputToken) };
}

/** Summaries only cover days that are over. */
const letDayEnd = async (name: ListName): Promise<void> => {
  if (areSummaries(name)) await world().aws.clock.set("2026-03-02T00:00:00Z");
};

const isRequiredOrPage = ({ pagination }: OperationModel, name: string, required: boolean): boolean =>
  required || name === pagination?.inputToken || name === pagination?.pageSize;

test.each(names)(
  "%s returns the same items in pages of one as in one page, and refuses made-up tokens",
  async name => {
    await letDayEnd(name);
    const { items } = await listed(name);
    expect(items.length).toBeGreaterThan(1);
    const oneByOne: Item[] = [];
    let NextToken: unknown;
    do {
      const page = await listed(name, { MaxResults: 1, NextToken });
      expect(page.items).toHaveLength(1);
      oneByOne.push(...page.items);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(oneByOne).toEqual(items);
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

  test.each(names)("of %s that is made up is refused", async name => {
    await letDayEnd(name);
    const { items } = await listed(name);
    const token = await tokenOf(name);
    const further = btoa(atob(token).replace(/\d/, digit => String((Number(digit) + 1) % 10)));
    const made = ["0", "1", "after:0", "after:999", `after:${items.length}`];
    for (const NextToken of [...made, ...made.map(btoa), further, `${token}=`, token.toLowerCase(), ""]) {
      await expect(listed(name, { NextToken })).rejects.toMatchObject(refused);
    }
  });

  test("is valid for the same filters, with any page size", async () => {
    const NextToken = await tokenOf("ListBackupJobs", { ByState: "COMPLETED" });
    await expect(listed("ListBackupJobs", { NextToken })).rejects.toMatchObject(refused);
    await expect(listed("ListBackupJobs", { NextToken, ByState: "FAILED" })).rejects.toMatchObject(refused);
    const { items } = await listed("ListBackupJobs", { ByState: "COMPLETED" });
    const rest = await listed("ListBackupJobs", { NextToken, ByState: "COMPLETED", MaxResults: 999 });
    expect(rest.items).toEqual(items.slice(1));
  });

  test("is not valid for another vault, Region or account", async () => {
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

  test("is the same for the same request, and short", async () => {
    for (const name of names.filter(each => !areSummaries(each))) {
      const token = await tokenOf(name);
      expect(await tokenOf(name)).toBe(token);
      expect(token).toMatch(/^[A-Za-z0-9+/]{1,40}=*$/);
    }
  });
});

test.each(names)("every filter of %s is tested or has a reason not to be", name => {
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

test.each(rows)("%s leaves out what does not match %s", async (name, filter, find) => {
  await letDayEnd(name);
  const { items } = await listed(name);
  const { value, holds } = find(items);
  const left = items.filter(holds);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(items.length);
  expect((await listed(name, { [filter]: value })).items).toEqual(left);
});
