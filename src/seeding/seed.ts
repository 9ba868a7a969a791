import { MockError } from "../core/errors";
import type { Place } from "../core/place";
import type { Shape } from "../core/shape";
import type { Transaction } from "../core/transaction";
import type { World } from "../core/world";
import type { ServiceName } from "../model";
import { backup } from "../services/backup";
import type { BackupShape } from "../services/backup/account";
import type { DirectoryEntry } from "../services/backup/sources";
import { backupCollections } from "./backup";
import { type Collection, type Problems, seedList } from "./collection";
import type { SeedDate } from "./dates";
import { type ResourceSeed, seedResources } from "./resources";

/** An SDK type as a fixture writes it: every member may be left out, and dates may be given in any form. */
export type Seed<T> = T extends Date
  ? SeedDate
  : T extends readonly (infer Item)[]
    ? readonly Seed<Item>[]
    : T extends object
      ? { readonly [Member in keyof T]?: Seed<Exclude<T[Member], undefined>> }
      : T;

type Lists<Collections> = {
  readonly [Name in keyof Collections]?: Collections[Name] extends Collection<infer _S, infer Sdk>
    ? readonly Seed<Sdk>[]
    : never;
};

type Made<Collections> = {
  readonly [Name in keyof Collections]: Collections[Name] extends Collection<
    infer _S,
    infer _Sdk,
    infer Record
  >
    ? readonly Record[]
    : never;
};

/** What a world is to hold, in the SDK's own member names. A plain document: it may as well come from a JSON file. */
export interface Fixture {
  readonly backup?: Lists<typeof backupCollections>;
  /** Things of other services, which plans select and jobs back up. */
  readonly resources?: readonly ResourceSeed[];
}

/** What a fixture made: the records as `aws.state` shows them, with their ids and ARNs, in the fixture's order. */
export interface Seeded {
  readonly backup: Made<typeof backupCollections>;
  readonly resources: readonly DirectoryEntry[];
}

/** Puts a fixture into a place: all of it, or nothing and one error that lists every problem with its path. */
export function seed(world: World, place: Place, fixture: Fixture): Seeded {
  return world.transact(transaction => {
    const problems: Problems = unknownNames(fixture, "", ["backup", "resources"]);
    const resources = seedResources(transaction.account(backup, place), fixture.resources ?? [], problems);
    const seeded = {
      backup: seedService<BackupShape, typeof backupCollections>(
        transaction,
        backup,
        backupCollections,
        place,
        fixture.backup ?? {},
        problems,
      ),
      resources,
    };
    if (problems.length > 0) throw refusal(problems);
    return seeded;
  });
}

function seedService<S extends Shape, Collections extends Readonly<Record<string, Collection<S>>>>(
  transaction: Transaction,
  service: { readonly name: S["name"]; readonly tables: S["tables"] },
  collections: Collections,
  place: Place,
  lists: { readonly [Name in keyof Collections]?: unknown },
  problems: Problems,
): Made<Collections> {
  const account = transaction.account<S>(service, place);
  const name: ServiceName = service.name;
  problems.push(...unknownNames(lists, `${name}.`, Object.keys(collections)));
  const made = Object.fromEntries(
    Object.entries(collections).map(([list, collection]) => [
      list,
      lists[list] === undefined
        ? []
        : seedList(name, collection, lists[list], account, `${name}.${list}`, problems),
    ]),
  );
  // Each list holds what its own collection made.
  return made as Made<Collections>;
}

function unknownNames(given: object, path: string, known: readonly string[]): Problems {
  return Object.keys(given)
    .filter(name => !known.includes(name))
    .map(name => ({
      path: `${path}${name}`,
      message: `is nothing that can be seeded; there are ${known.join(", ")}`,
    }));
}

const refusal = (problems: Problems): MockError =>
  new MockError(
    "InvalidFixture",
    [
      `Cannot seed the fixture: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}; mend these, nothing was seeded:`,
      ...problems.map(({ path, message }) => `  ${path}: ${message}`),
    ].join("\n"),
  );
