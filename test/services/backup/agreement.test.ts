import { type AnyClients, clientsOf, send } from "../../support/any-command";
import { sharedAccount } from "../../support/every-operation";
import { operationNamed } from "../../support/model-walk";
import {
  type Agreement,
  type Made,
  missingMembers,
  type Shown,
  shapeOf,
  shownIn,
} from "./agreement/agreement";
import { auditAgreements } from "./agreement/audit";
import { jobAgreements, pointAgreements } from "./agreement/jobs";
import { planAgreements } from "./agreement/plans";
import { settingAgreements, vaultAgreements } from "./agreement/vaults";
import { known, type RichWorld, richWorld } from "./world";

const agreements: readonly Agreement[] = [
  ...vaultAgreements,
  ...settingAgreements,
  ...planAgreements,
  ...auditAgreements,
  ...jobAgreements,
  ...pointAgreements,
];

type World = RichWorld & { readonly clients: AnyClients };

const world = sharedAccount(async () => {
  const made = await richWorld();
  return Object.assign(made, { clients: clientsOf(made.aws) });
});

const membersOf = (answer: object): Made =>
  Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "$metadata"));

const ask = async ({ clients }: World, operation: string, input: object): Promise<Made> =>
  membersOf(await send(clients, "backup", operation, input));

/** The shown part of an output. */
const look = async (world: World, shown: Shown, made: Made): Promise<unknown> =>
  shownIn(await ask(world, shown.by, shown.with(made, world)), shown);

const record = (value: unknown): Made => ({ ...Object(value) });

/** Checks that members which both the list's items and the description have by the model are equal. */
async function listedAlike(world: World, { describe, lists, key }: Agreement, made: Made): Promise<void> {
  const described = record(await look(world, describe, made));
  for (const list of lists) {
    const items: unknown = await look(world, list, made);
    const nameIn = (name: string): string => list.renamed?.[name] ?? name;
    const id = described[key] ?? made[key];
    const own = (Array.isArray(items) ? items : []).map(record).filter(item => item[nameIn(key)] === id);
    expect({ list: list.by, entries: own.length }).toEqual({ list: list.by, entries: 1 });
    const names = shapeOf(describe).members.map(({ name }) => name);
    for (const name of names.filter(name => shapeOf(list).member(nameIn(name)))) {
      expect({ [name]: own[0]?.[nameIn(name)] }).toEqual({ [name]: described[name] });
    }
  }
}

const rows = agreements.map(agreement => [agreement.kind, agreement] as const);

test.each(rows)(
  "the request of a %s has all members that can be combined",
  async (_, { by, input, without = {} }) => {
    const missing = missingMembers(operationNamed("backup", by).input, await input(world()));
    expect(missing.sort()).toEqual(Object.keys(without).sort());
  },
);

test.each(rows)("a %s is described as requested, and listed as described", async (_, agreement) => {
  const { by, describe, tagged, hidden = {} } = agreement;
  const input = record(await agreement.input(world()));
  const answer = await ask(world(), by, input);
  const made = { ...input, ...answer };
  // Compared right after the call, since some resources take time to change, and when they are settled.
  const isThere = await look(world(), describe, made).then(
    () => true,
    () => false,
  );
  if (isThere) await listedAlike(world(), agreement, made);
  await world().aws.settle();
  await listedAlike(world(), agreement, made);

  const shows = record(agreement.described(input, made));
  const described = record(await look(world(), describe, made));
  expect(described).toMatchObject(shows);
  const tags = Object.keys(input).find(name => name.endsWith("Tags"));
  const rest = Object.keys(input).filter(name => name !== tags && !(name in shows));
  expect(rest.filter(name => !(name in hidden))).toEqual([]);
  const again = Object.keys(answer).filter(name => shapeOf(describe).member(name));
  for (const name of again.filter(name => !changing.has(name))) {
    expect({ [name]: described[name] }).toEqual({ [name]: answer[name] });
  }
  if (tagged === undefined || tags === undefined) return;
  const { Tags } = await world().backup.listTags({ ResourceArn: String(known(made[tagged])) });
  expect(Tags).toEqual(expect.objectContaining(record(input[tags])));
});

/** Members that change by themselves until the resource is described. */
const changing: ReadonlySet<string> = new Set(["Status", "VaultState", "IndexStatus"]);
