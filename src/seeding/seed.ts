import { type Place, quoted, suggestion } from "../core/basics";
import type { AnyService, Shape, World } from "../core/world";
import type { ServiceName } from "../model";
import { backup } from "../services/backup";
import type { BackupShape } from "../services/backup/account/account";
import type { DirectoryEntry } from "../services/backup/records/resources";
import type { EfsShape } from "../services/efs/account/account";
import type { FsxShape } from "../services/fsx/account/account";
import { backupCollections } from "./backup";
import type { Collection, SeedContext } from "./collection";
import { contradictionsOf } from "./contradictions";
import type { SeedDate } from "./dates";
import { efsCollections } from "./efs";
import { itemsOf } from "./fixture-items";
import { fsxCollections } from "./fsx";
import { isObject } from "./members";
import { checkOrigin, type FixtureOrigin } from "./origin";
import { Problems } from "./problems";
import { type ResourceSeed, seedResources } from "./resources";
import { seedList } from "./seed-list";

/**
 * An SDK type as a fixture writes it: every member is optional, null and undefined count as left out, and dates are of the
 * type {@link SeedDate}.
 */
export type Seed<T> = T extends Date
  ? SeedDate
  : T extends readonly (infer Item)[]
    ? readonly Seed<Item>[]
    : T extends object
      ? { readonly [Member in keyof T]?: Seed<Exclude<T[Member], undefined>> | undefined }
      : T;

type Lists<Collections> = {
  readonly [Name in keyof Collections]?: Collections[Name] extends Collection<infer _S, infer Sdk>
    ? readonly Seed<Sdk>[] | undefined
    : never;
};

type Records<Collections> = {
  readonly [Name in keyof Collections]: Collections[Name] extends Collection<
    infer _S,
    infer _Sdk,
    infer Created
  >
    ? readonly Created[]
    : never;
};

/**
 * The resources to create, in the SDK's own member names. A plain document, which may come from a JSON file. Members left
 * out get AWS's defaults; dates may be relative to the mock's clock: `"40 days ago"`.
 *
 * @example
 * const fixture: Fixture = {
 *   backup: { vaults: [{ BackupVaultName: "nightly" }] },
 *   efs: { fileSystems: [{ CreationToken: "home" }] },
 * };
 */
export interface Fixture {
  /** The JSON Schema of the document, for editors: `./node_modules/aws-backup-mock/schema/fixture.json`. Not read. */
  readonly $schema?: string;
  /** Where and when it was imported; see {@link FixtureOrigin}. */
  readonly origin?: FixtureOrigin | undefined;
  /** The resources of AWS Backup. */
  readonly backup?: Lists<typeof backupCollections> | undefined;
  /** The resources of Amazon EFS. */
  readonly efs?: Lists<typeof efsCollections> | undefined;
  /** The resources of Amazon FSx. */
  readonly fsx?: Lists<typeof fsxCollections> | undefined;
  /** Resources of other services, which plans select and jobs back up. */
  readonly resources?: readonly ResourceSeed[] | undefined;
}

/** The records of a fixture as `aws.state` shows them, with their ids and ARNs, in the fixture's order. */
export interface Seeded {
  /** The records of AWS Backup. */
  readonly backup: Records<typeof backupCollections>;
  /** The records of Amazon EFS. */
  readonly efs: Records<typeof efsCollections>;
  /** The records of Amazon FSx. */
  readonly fsx: Records<typeof fsxCollections>;
  /** The resources of other services. */
  readonly resources: readonly DirectoryEntry[];
}

const sections: readonly (keyof Fixture)[] = ["backup", "efs", "fsx", "resources"];

/** Seeds a place with all of a fixture, or throws one error that lists every problem with its path. */
export function seed(world: World, place: Place, fixture: Fixture): Seeded {
  return world.transact(transaction => {
    transaction.muteEvents();
    const problems = new Problems();
    const untyped: unknown = fixture;
    if (!isObject(untyped)) {
      problems.add("the fixture", "must be an object of services and resources");
      throw problems.error();
    }
    const { $schema: _forEditors, origin, ...given } = fixture;
    checkOrigin(origin, place, problems);
    if (origin) transaction.ids.moveOn(JSON.stringify(origin));
    reportUnknown("section", given, "", sections, problems);
    const failedIds = new Set<unknown>();
    const contexts = new Map<ServiceName, SeedContext>();
    const seedService = <S extends Shape, Collections extends CollectionsOf<S>>(
      name: ServiceName,
      collections: Collections,
    ) => {
      const service = serviceNamed(world, name);
      const context: SeedContext = {
        transaction,
        place,
        service,
        seeded: [],
        usedNames: new Set(),
        failedIds,
        children: new Map(),
      };
      contexts.set(name, context);
      const lists = fixture[name] ?? {};
      return seedLists<S, Collections>(context, collections, lists, problems);
    };
    // Resources come before their backups.
    const resources = seedResources(transaction.account(backup, place), fixture.resources, problems);
    const efs = seedService<EfsShape, typeof efsCollections>("efs", efsCollections);
    const fsx = seedService<FsxShape, typeof fsxCollections>("fsx", fsxCollections);
    const ofBackup = seedService<BackupShape, typeof backupCollections>("backup", backupCollections);
    for (const context of contexts.values()) addContradictions(context, problems);
    if (problems.count > 0) throw problems.error();
    return { resources, efs, fsx, backup: ofBackup };
  });
}

/** To be called when everything is seeded, since some members count other resources. */
function addContradictions(context: SeedContext, problems: Problems): void {
  for (const item of context.seeded) {
    for (const message of contradictionsOf(item, context)) problems.add(item.path, message);
  }
}

type CollectionsOf<S extends Shape> = Readonly<Record<string, Collection<S>>>;

function serviceNamed(world: World, name: ServiceName): AnyService {
  const service = world.service(name);
  if (!service) throw new Error(`No service ${name} to seed.`);
  return service;
}

function seedLists<S extends Shape, Collections extends CollectionsOf<S>>(
  context: SeedContext,
  collections: Collections,
  lists: { readonly [Name in keyof Collections]?: unknown },
  problems: Problems,
): Records<Collections> {
  const { name } = context.service;
  if (typeof lists !== "object" || Array.isArray(lists)) {
    problems.add(name, "must be an object of lists");
    return seedLists<S, Collections>(context, collections, {}, problems);
  }
  reportUnknown("list", lists, `${name}.`, Object.keys(collections), problems);
  const records = Object.entries(collections).map(([list, collection]) => {
    const own = itemsOf(lists[list], `${name}.${list}`, problems);
    // Parents come before their children.
    const items = [...(context.children.get(list) ?? []), ...own];
    return [list, seedList(context, collection, items, problems)];
  });
  // Each list holds the records of its own collection.
  return Object.fromEntries(records) as Records<Collections>;
}

function reportUnknown(
  kind: "section" | "list",
  given: object,
  parent: string,
  known: readonly string[],
  problems: Problems,
): void {
  for (const [name, value] of Object.entries(given)) {
    if (known.includes(name) || value === undefined || value === null) continue;
    problems.add(`${parent}${name}`, () => `unknown ${kind} ${quoted(name)}; ${suggestion(name, known)}`);
  }
}
