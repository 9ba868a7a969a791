import { arnMismatch, type Place, parseArn } from "../../core/basics";
import { instant } from "../../seeding/dates";
import { isObject, type Members } from "../../seeding/members";
import type { Entry } from "../entry";
import type { ListName, WorldBuilder } from "../world-builder";
import { type Answer, labelOf } from "./answer";
import { itemsOf } from "./items";
import { type Entries, readings } from "./readings";
import { ShownResources, type TaggedResource } from "./resources";
import { Supplements } from "./supplements";

/** What stands for a resource so far. */
interface Found extends Entry {
  readonly rank: number;
  readonly needs: string | undefined;
}

const ranks: Readonly<Record<Entries["rank"], number>> = { details: 2, summary: 1, mention: 0 };

/** The ARN that says in which account and Region an item is. Answers of several Regions may be among each other. */
const placingArns: Readonly<Partial<Record<ListName, string>>> = {
  "backup.vaults": "BackupVaultArn",
  "backup.plans": "BackupPlanArn",
  "backup.recoveryPoints": "RecoveryPointArn",
  "backup.backupJobs": "BackupVaultArn",
  "backup.copyJobs": "SourceBackupVaultArn",
  "backup.restoreJobs": "RecoveryPointArn",
  "backup.legalHolds": "LegalHoldArn",
  "backup.frameworks": "FrameworkArn",
  "backup.reportPlans": "ReportPlanArn",
  "backup.restoreTestingPlans": "RestoreTestingPlanArn",
  "backup.tieringConfigurations": "TieringConfigurationArn",
  "efs.fileSystems": "FileSystemArn",
  "efs.accessPoints": "AccessPointArn",
  "efs.replicationConfigurations": "SourceFileSystemArn",
  "fsx.fileSystems": "ResourceARN",
  "fsx.storageVirtualMachines": "ResourceARN",
  "fsx.volumes": "ResourceARN",
  "fsx.snapshots": "ResourceARN",
  "fsx.backups": "ResourceARN",
  "fsx.fileCaches": "ResourceARN",
  "fsx.dataRepositoryAssociations": "ResourceARN",
  "fsx.dataRepositoryTasks": "ResourceARN",
};

/** The name of what has an id that nobody knows by heart. */
function nameOf({ BackupPlan, BackupPlanName, BackupSelection, SelectionName }: Members): string | undefined {
  const names: readonly unknown[] = [
    isObject(BackupPlan) ? BackupPlan["BackupPlanName"] : BackupPlanName,
    isObject(BackupSelection) ? BackupSelection["SelectionName"] : SelectionName,
  ];
  return names.find(name => typeof name === "string");
}

const textOf = (value: unknown): string => (value === undefined ? "" : String(value));

/** Puts answers together: one entry for each resource, made of the answer that says most of it. */
export class Collection {
  readonly resources: ShownResources;
  readonly #supplements: Supplements;
  readonly #found = new Map<ListName, Map<string, Found>>();
  readonly #place: Place;
  readonly #builder: WorldBuilder;

  constructor(place: Place, builder: WorldBuilder) {
    this.#place = place;
    this.#builder = builder;
    this.resources = new ShownResources(place, builder);
    this.#supplements = new Supplements(builder);
  }

  add(answer: Answer): void {
    const reading = readings[answer.service][answer.operation];
    if (!reading) this.#skip(answer, "a fixture has no place for what it says");
    else if ("unread" in reading) this.#skip(answer, reading.unread);
    else if ("entries" in reading) this.#addEntries(answer, reading);
    else if ("resources" in reading) this.resources.add(answer, reading);
    else this.#supplements.add(answer, reading);
  }

  addTags(resource: TaggedResource, type: string): void {
    this.#supplements.addTags(resource);
    this.resources.addTags(resource, type);
  }

  /** The entries, with what further answers add to them. */
  entries(): readonly Entry[] {
    const entries = [...this.#found].flatMap(([list, found]) => inOrderOf(list, [...found.values()]));
    return this.#supplements.addedTo(entries.filter(entry => this.#isUsable(entry)));
  }

  #addEntries(answer: Answer, reading: Entries): void {
    const { entries: list, key, ofInput = [], rank, needs } = reading;
    const type = labelOf(answer);
    const known = this.#found.get(list) ?? new Map<string, Found>();
    const given = ofInput.filter(name => answer.input[name] !== undefined);
    for (const item of itemsOf(answer.output, reading.in)) {
      const whole =
        given.length === 0
          ? item
          : { ...Object.fromEntries(given.map(at => [at, answer.input[at]])), ...item };
      const id = key.map(name => textOf(whole[name])).join("/");
      const found = {
        list,
        item: whole,
        name: nameOf(whole) ?? (id === "" ? type : id),
        type,
        rank: ranks[rank],
        needs,
      };
      const before = known.get(id);
      if (!before || counts(found, before)) known.set(id, { ...found, origin: found });
    }
    this.#found.set(list, known);
  }

  #isUsable({ list, item, name, type, needs }: Found): boolean {
    const reason = this.#reasonAgainst(list, item, needs);
    if (reason !== undefined) this.#builder.skip(name, type, reason);
    return reason === undefined;
  }

  #reasonAgainst(list: ListName, item: Members, needs: string | undefined): string | undefined {
    if (list === "backup.plans" && item["DeletionDate"] !== undefined) return "it is deleted";
    const { AccountId, AvailabilityZoneName: zone } = item;
    if (typeof AccountId === "string" && AccountId !== this.#place.accountId) {
      return `it is in account ${AccountId}`;
    }
    const arn = parseArn(textOf(item[placingArns[list] ?? ""]));
    const mismatch = arn && arnMismatch(arn, this.#place);
    if (mismatch) return `it is in ${mismatch.actual}`;
    // Mount targets have no ARN.
    if (typeof zone === "string" && !zone.startsWith(this.#place.region)) return `it is in ${zone}`;
    return needs === undefined ? undefined : `its summary does not suffice; add the answer of ${needs}`;
  }

  #skip(answer: Answer, reason: string): void {
    this.#builder.skip(labelOf(answer), answer.operation, reason);
  }
}

/** The lists that AWS shows with the newest first. */
const newestFirst: readonly ListName[] = [
  "backup.recoveryPoints",
  "backup.backupJobs",
  "backup.copyJobs",
  "backup.restoreJobs",
];

/** Entries in the order in which they were created. */
function inOrderOf(list: ListName, found: readonly Found[]): readonly Found[] {
  if (!newestFirst.includes(list)) return found;
  return found
    .map(entry => ({ entry, date: dateOf(entry) }))
    .reverse()
    .sort((one, other) => one.date - other.date)
    .map(({ entry }) => entry);
}

const dateOf = ({ item }: Pick<Found, "item">): number => instant(item["CreationDate"], 0) ?? 0;

/** Of two answers on a resource, the one that says more counts, or else the newer one. */
function counts(found: Omit<Found, "origin">, before: Found): boolean {
  if (found.rank !== before.rank) return found.rank > before.rank;
  return dateOf(found) >= dateOf(before);
}
