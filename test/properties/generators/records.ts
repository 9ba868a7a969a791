import type { AccountState } from "aws-backup-mock";
import type { ServiceName } from "../../../src/model/index";
import type { Random } from "./random";

/** The tables of a service, with records of unknown types. */
type Tables = Readonly<Record<string, Iterable<object> & { readonly size: number }>>;

const tablesOf = (state: object, service: ServiceName): Tables => Reflect.get(state, service);

const memberOf = (record: object, name: string): unknown => Reflect.get(record, name);

const textOf = (record: object | undefined, name: string): string | undefined => {
  const value = record && memberOf(record, name);
  return typeof value === "string" ? value : undefined;
};

/** By input member, the record members that hold its values, where the names differ. */
const recordMembers: Readonly<Record<string, readonly string[]>> = {
  ByBackupVaultName: ["BackupVaultName"],
  SourceBackupVaultName: ["BackupVaultName"],
  TargetBackupVaultName: ["BackupVaultName"],
  LogicallyAirGappedBackupVaultName: ["BackupVaultName"],
  BackupVaultArn: ["BackupVaultArn"],
  DestinationBackupVaultArn: ["BackupVaultArn"],
  ByDestinationVaultArn: ["BackupVaultArn"],
  SourceBackupVaultArn: ["BackupVaultArn"],
  TargetLogicallyAirGappedBackupVaultArn: ["BackupVaultArn"],
  RestoreAccessBackupVaultArn: ["RestoreAccessBackupVaultArn"],
  ByResourceArn: ["ResourceArn", "arn", "FileSystemArn", "ResourceARN"],
  ByBackupPlanId: ["BackupPlanId"],
  BySourceRecoveryPointArn: ["RecoveryPointArn"],
  ByRecoveryPointArn: ["RecoveryPointArn"],
  ByParentJobId: ["CopyJobId", "BackupJobId", "RestoreJobId"],
  ByRestoreTestingPlanArn: ["RestoreTestingPlanArn"],
  VersionId: ["VersionId"],
  SourceFileSystemId: ["FileSystemId"],
  FileSystemIds: ["FileSystemId"],
  BackupIds: ["BackupId"],
  SourceBackupId: ["BackupId"],
  VolumeIds: ["VolumeId"],
  ParentVolumeId: ["VolumeId"],
  StorageVirtualMachineIds: ["StorageVirtualMachineId"],
  SnapshotIds: ["SnapshotId"],
  FileCacheIds: ["FileCacheId"],
  AssociationIds: ["AssociationId"],
  TaskIds: ["TaskId"],
  SnapshotARN: ["ResourceARN"],
  SourceSnapshotARN: ["ResourceARN"],
};

/** Record members that hold the ARN of a taggable resource. */
const taggableArns = [
  "RecoveryPointArn",
  "BackupVaultArn",
  "BackupPlanArn",
  "FrameworkArn",
  "ReportPlanArn",
  "LegalHoldArn",
  "RestoreTestingPlanArn",
  "TieringConfigurationArn",
  "ResourceARN",
];

/** Matches members that identify a record. */
const isIdentifier = /(?:Arn|ARN|Id|Ids|Name|Arns)$/;

/** Looks up existing records, so that inputs can refer to them. */
export class RecordLookup {
  readonly #random: Random;
  readonly #here: object;
  readonly #everywhere: readonly object[];

  /** `everywhere` holds the state of every account and Region, for members that refer across them. */
  constructor(random: Random, here: AccountState, everywhere: readonly object[]) {
    this.#random = random;
    this.#here = here;
    this.#everywhere = everywhere;
  }

  /** The name of an existing record that fits an input member. */
  valueFor(service: ServiceName, operation: string, member: string): string | undefined {
    const random = this.#random;
    if (service === "backup" && member === "ResourceArn") {
      return /Tag/.test(operation) ? this.#any(service, taggableArns) : this.resourceArn();
    }
    if (service === "efs" && member === "ResourceId")
      return this.#any(service, ["FileSystemId", "AccessPointId"]);
    if (/(Destination|Source)BackupVaultArn$/.test(member)) {
      return this.#any(service, ["BackupVaultArn"], random.pick(this.#everywhere));
    }
    const names = recordMembers[member] ?? (isIdentifier.test(member) ? [member] : []);
    return names.length === 0 ? undefined : this.#any(service, names);
  }

  /** Values for several input members from one record that has all of them. */
  valuesOfOneRecord(
    service: ServiceName,
    members: readonly string[],
  ): Readonly<Record<string, string>> | undefined {
    const names = members.map(member => recordMembers[member]?.[0] ?? member);
    const matching: Record<string, string>[] = [];
    for (const table of Object.values(tablesOf(this.#here, service))) {
      const record = this.#random.pickFrom(table);
      const texts = names.map(name => textOf(record, name));
      if (!texts.every(text => text !== undefined)) continue;
      matching.push(Object.fromEntries(members.map((member, index) => [member, texts[index] ?? ""])));
    }
    return matching.length === 0 ? undefined : this.#random.pick(matching);
  }

  /** A record of a table here; often the newest, because its transitions are still to come. */
  one(service: ServiceName, table: string): object | undefined {
    const records = tablesOf(this.#here, service)[table];
    if (!records) return undefined;
    return this.#random.chance(40) ? [...records].at(-1) : this.#random.pickFrom(records);
  }

  /** A record of a table here that satisfies a condition. */
  oneWhere(
    service: ServiceName,
    table: string,
    holds: (member: (name: string) => string, record: object) => boolean,
  ): object | undefined {
    const matching = [...(tablesOf(this.#here, service)[table] ?? [])].filter(record =>
      holds(name => String(memberOf(record, name)), record),
    );
    return matching.length === 0 ? undefined : this.#random.pick(matching);
  }

  /** A record that no other refers to, so that it can be deleted. `references`: by other table, the member that refers. */
  oneUnreferenced(
    service: ServiceName,
    table: string,
    member: string,
    references: Readonly<Record<string, string>>,
  ): object | undefined {
    const tables = tablesOf(this.#here, service);
    const referenced = new Set(
      Object.entries(references).flatMap(([other, name]) =>
        [...(tables[other] ?? [])].map(record => textOf(record, name)),
      ),
    );
    return this.oneWhere(service, table, get => !referenced.has(get(member)));
  }

  /** A record of a table in any account and Region. */
  oneInAnyPlace(service: ServiceName, table: string): object | undefined {
    const records = tablesOf(this.#random.pick(this.#everywhere), service)[table];
    return records && this.#random.pickFrom(records);
  }

  /** ARN of a resource that can be backed up. */
  resourceArn(): string | undefined {
    const random = this.#random;
    if (random.chance(25))
      return textOf(this.one("efs", "fileSystems"), "FileSystemArn") ?? this.resourceArn();
    if (random.chance(20)) return textOf(this.one("fsx", "fileSystems"), "ResourceARN") ?? this.resourceArn();
    if (random.chance(10)) return textOf(this.one("fsx", "volumes"), "ResourceARN") ?? this.resourceArn();
    return textOf(this.one("backup", "resources"), "arn");
  }

  #any(service: ServiceName, names: readonly string[], state = this.#here): string | undefined {
    const found: string[] = [];
    for (const table of Object.values(tablesOf(state, service))) {
      if (table.size === 0) continue;
      const record = this.#random.pickFrom(table);
      for (const name of names) {
        const text = textOf(record, name);
        if (text !== undefined) found.push(text);
      }
    }
    return found.length === 0 ? undefined : this.#random.pick(found);
  }
}
