import type { AccountState } from "aws-backup-mock";
import type { ServiceName } from "../../../src/model/index";
import type { Dice } from "./dice";

/** The tables of a service as anybody's records. */
type Tables = Readonly<Record<string, Iterable<object> & { readonly size: number }>>;

const tablesOf = (state: object, service: ServiceName): Tables => Reflect.get(state, service);

const memberOf = (record: object, name: string): unknown => Reflect.get(record, name);

const textOf = (record: object | undefined, name: string): string | undefined => {
  const value = record && memberOf(record, name);
  return typeof value === "string" ? value : undefined;
};

/** Where the values of an input's member stand in records, if under another name than its own. */
const otherwiseNamed: Readonly<Record<string, readonly string[]>> = {
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

/** Whatever can be tagged, by service, and where its name stands. */
const anyArn = [
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

/** What tells a member apart that is one of several names of a thing. */
const isName = /(?:Arn|ARN|Id|Ids|Name|Arns)$/;

/** Finds names of what exists for the members of inputs. */
export class Names {
  readonly #dice: Dice;
  readonly #here: object;
  readonly #everywhere: readonly object[];

  /** `everywhere` is the state of each place; what is named across places is drawn from all of them. */
  constructor(dice: Dice, here: AccountState, everywhere: readonly object[]) {
    this.#dice = dice;
    this.#here = here;
    this.#everywhere = everywhere;
  }

  /** Something that exists which a member of this name could name. */
  of(service: ServiceName, operation: string, member: string): string | undefined {
    const dice = this.#dice;
    if (service === "backup" && member === "ResourceArn") {
      return /Tag/.test(operation) ? this.#any(service, anyArn) : this.resource();
    }
    if (service === "efs" && member === "ResourceId")
      return this.#any(service, ["FileSystemId", "AccessPointId"]);
    if (/(Destination|Source)BackupVaultArn$/.test(member)) {
      return this.#any(service, ["BackupVaultArn"], dice.pick(this.#everywhere));
    }
    const names = otherwiseNamed[member] ?? (isName.test(member) ? [member] : []);
    return names.length === 0 ? undefined : this.#any(service, names);
  }

  /** Members of one and the same thing, where there is one that has them all. */
  together(service: ServiceName, members: readonly string[]): Readonly<Record<string, string>> | undefined {
    const names = members.map(member => otherwiseNamed[member]?.[0] ?? member);
    const fitting: Record<string, string>[] = [];
    for (const table of Object.values(tablesOf(this.#here, service))) {
      const record = this.#dice.pickOf(table);
      const texts = names.map(name => textOf(record, name));
      if (!texts.every(text => text !== undefined)) continue;
      fitting.push(Object.fromEntries(members.map((member, index) => [member, texts[index] ?? ""])));
    }
    return fitting.length === 0 ? undefined : this.#dice.pick(fitting);
  }

  /** A record of a table here; often the newest, since that is still to become something. */
  one(service: ServiceName, table: string): object | undefined {
    const records = tablesOf(this.#here, service)[table];
    if (!records) return undefined;
    return this.#dice.chance(40) ? [...records].at(-1) : this.#dice.pickOf(records);
  }

  /** A record of a table here that something holds for. */
  oneThat(
    service: ServiceName,
    table: string,
    holds: (member: (name: string) => string) => boolean,
  ): object | undefined {
    const fitting = [...(tablesOf(this.#here, service)[table] ?? [])].filter(record =>
      holds(name => String(memberOf(record, name))),
    );
    return fitting.length === 0 ? undefined : this.#dice.pick(fitting);
  }

  /** The same of any place. */
  oneAnywhere(service: ServiceName, table: string): object | undefined {
    const records = tablesOf(this.#dice.pick(this.#everywhere), service)[table];
    return records && this.#dice.pickOf(records);
  }

  /** A resource that can be backed up. */
  resource(): string | undefined {
    const dice = this.#dice;
    if (dice.chance(25)) return textOf(this.one("efs", "fileSystems"), "FileSystemArn") ?? this.resource();
    if (dice.chance(20)) return textOf(this.one("fsx", "fileSystems"), "ResourceARN") ?? this.resource();
    if (dice.chance(10)) return textOf(this.one("fsx", "volumes"), "ResourceARN") ?? this.resource();
    return textOf(this.one("backup", "resources"), "arn");
  }

  #any(service: ServiceName, names: readonly string[], state = this.#here): string | undefined {
    const found: string[] = [];
    for (const table of Object.values(tablesOf(state, service))) {
      if (table.size === 0) continue;
      const record = this.#dice.pickOf(table);
      for (const name of names) {
        const text = textOf(record, name);
        if (text !== undefined) found.push(text);
      }
    }
    return found.length === 0 ? undefined : this.#dice.pick(found);
  }
}
