import { MockError, type Place } from "../core/basics";
import type { AnyService, Shape, World } from "../core/world";
import type { ServiceName } from "../model";
import { backup } from "../services/backup";
import type { BackupShape } from "../services/backup/account/account";
import type { DirectoryEntry } from "../services/backup/records/resources";
import type { EfsShape } from "../services/efs/account/account";
import type { FsxShape } from "../services/fsx/account/account";
import { backupCollections } from "./backup";
import { type Collection, type Problems, type SeedContext, seedList } from "./collection";
import { contradictionsOf } from "./contradictions";
import type { SeedDate } from "./dates";
import { efsCollections } from "./efs";
import { fsxCollections } from "./fsx";
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
  readonly efs?: Lists<typeof efsCollections>;
  readonly fsx?: Lists<typeof fsxCollections>;
  /** Things of other services, which plans select and jobs back up. */
  readonly resources?: readonly ResourceSeed[];
}

/** What a fixture made: the records as `aws.state` shows them, with their ids and ARNs, in the fixture's order. */
export interface Seeded {
  readonly backup: Made<typeof backupCollections>;
  readonly efs: Made<typeof efsCollections>;
  readonly fsx: Made<typeof fsxCollections>;
  readonly resources: readonly DirectoryEntry[];
}

/** Puts a fixture into a place: all of it, or nothing and one error that lists every problem with its path. */
export function seed(world: World, place: Place, fixture: Fixture): Seeded {
  return world.transact(transaction => {
    transaction.muteEvents();
    const problems = unknownNames(fixture, "", ["backup", "efs", "fsx", "resources"]);
    const workshops: SeedContext[] = [];
    const faulty = new Set<unknown>();
    const workshopOf = (name: ServiceName): SeedContext => {
      const context = {
        transaction,
        place,
        service: serviceOf(world, name),
        made: [],
        set: new Set<string>(),
        faulty,
      };
      workshops.push(context);
      return context;
    };
    const lists = <S extends Shape, Collections extends CollectionsOf<S>>(
      name: ServiceName,
      collections: Collections,
    ) =>
      seedService<S, Collections>(
        workshopOf(name),
        collections,
        fixture[name] === undefined ? {} : fixture[name],
        problems,
      );
    // What is backed up comes before its backups.
    const resources = seedResources(transaction.account(backup, place), fixture.resources ?? [], problems);
    const efs = lists<EfsShape, typeof efsCollections>("efs", efsCollections);
    const fsx = lists<FsxShape, typeof fsxCollections>("fsx", fsxCollections);
    const seeded = {
      resources,
      efs,
      fsx,
      backup: lists<BackupShape, typeof backupCollections>("backup", backupCollections),
    };
    problems.push(...workshops.flatMap(contradictions));
    if (problems.length > 0) throw refusal(problems);
    return seeded;
  });
}

/** What the fixture says of things that they are not, now that all of them are there. */
const contradictions = (context: SeedContext): Problems =>
  context.made.flatMap(made =>
    contradictionsOf(made, context).map(message => ({ path: made.path, message })),
  );

type CollectionsOf<S extends Shape> = Readonly<Record<string, Collection<S>>>;

function serviceOf(world: World, name: ServiceName): AnyService {
  const service = world.service(name);
  if (!service) throw new Error(`There is no service ${name} to seed.`);
  return service;
}

function seedService<S extends Shape, Collections extends CollectionsOf<S>>(
  context: SeedContext,
  collections: Collections,
  lists: { readonly [Name in keyof Collections]?: unknown },
  problems: Problems,
): Made<Collections> {
  const { name } = context.service;
  if (typeof lists !== "object" || lists === null || Array.isArray(lists)) {
    problems.push({ path: name, message: "must be an object of lists" });
    return seedService<S, Collections>(context, collections, {}, problems);
  }
  for (const problem of unknownNames(lists, `${name}.`, Object.keys(collections))) problems.push(problem);
  const made = Object.entries(collections).map(([list, collection]) => {
    const items = lists[list];
    return [
      list,
      items === undefined ? [] : seedList(context, collection, items, `${name}.${list}`, problems),
    ];
  });
  // Each list holds what its own collection made.
  return Object.fromEntries(made) as Made<Collections>;
}

function unknownNames(given: object, path: string, known: readonly string[]): Problems {
  return Object.keys(given)
    .filter(name => !known.includes(name))
    .map(name => ({
      path: `${path}${name}`,
      message: `is nothing that can be seeded; there are ${known.join(", ")}`,
    }));
}

/** As many problems as anybody reads: a document may have millions of them. */
const mostListed = 1_000;

function refusal(problems: Problems): MockError {
  const { length } = problems;
  const lines = problems.slice(0, mostListed).map(({ path, message }) => `  ${path}: ${message}`);
  if (length > mostListed) lines.push(`  and ${length - mostListed} more`);
  const count = length === 1 ? "1 problem" : `${length} problems`;
  const head = `Cannot seed the fixture: ${count}; mend these, nothing was seeded:`;
  return new MockError("InvalidFixture", [head, ...lines].join("\n"));
}
