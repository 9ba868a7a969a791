import { type Place, parseArn, samePlace } from "../../core/basics";
import type { Members } from "../../seeding/members";
import { vaultOfArn } from "../../services/backup/records/vaults";
import { isProtectable } from "../protectable";
import type { WorldBuilder } from "../world-builder";
import type { CollectedEntry } from "./collect";
import { objectAt, objectsAt } from "./owned-kinds";

const textsAt = (members: Members, name: string): readonly string[] => {
  const value: unknown = members[name];
  return Array.isArray(value) ? value.filter(item => typeof item === "string") : [];
};

/** Adds what a template takes for granted in its account: vaults, file systems and resources that it only names. */
export class Assumptions {
  readonly #builder: WorldBuilder;
  readonly #place: Place;
  readonly #vaults = new Set<unknown>();
  readonly #fileSystems = new Set<unknown>();
  readonly #entries: readonly CollectedEntry[];

  constructor(entries: readonly CollectedEntry[], place: Place, builder: WorldBuilder) {
    this.#builder = builder;
    this.#place = place;
    this.#entries = entries;
    for (const { list, item } of entries) {
      if (list === "backup.vaults") this.#vaults.add(item["BackupVaultName"]);
      if (list === "efs.fileSystems") this.#fileSystems.add(item["FileSystemId"]);
    }
  }

  add(): void {
    for (const entry of this.#entries) this.#addFor(entry);
  }

  #addFor({ list, item, resource: { logicalId } }: CollectedEntry): void {
    if (list === "backup.plans") this.#addVaultsOf(item, logicalId);
    if (list === "backup.tieringConfigurations") {
      const { BackupVaultName } = objectAt(item, "TieringConfiguration");
      if (BackupVaultName !== "*") this.#addVault(BackupVaultName, `${logicalId}.BackupVaultName`);
    }
    if (list === "backup.selections") this.#addResourcesOf(item, logicalId);
    if (list === "efs.mountTargets" || list === "efs.accessPoints") {
      this.#addFileSystem(item["FileSystemId"], logicalId);
    }
  }

  #addVaultsOf(item: Members, logicalId: string): void {
    for (const [index, rule] of (objectsAt(objectAt(item, "BackupPlan"), "Rules") ?? []).entries()) {
      const where = `${logicalId}.BackupPlan.BackupPlanRule[${index}]`;
      this.#addVault(rule["TargetBackupVaultName"], `${where}.TargetBackupVault`);
      this.#warnOfAirGapped(rule["TargetLogicallyAirGappedBackupVaultArn"], where);
      for (const copy of objectsAt(rule, "CopyActions") ?? []) {
        this.#addCopyVault(copy["DestinationBackupVaultArn"], `${where}.CopyActions`);
      }
    }
  }

  #addVault(name: unknown, where: string): void {
    if (typeof name !== "string" || this.#vaults.has(name)) return;
    this.#vaults.add(name);
    this.#builder.add("backup.vaults", { BackupVaultName: name }, { name: where });
    this.#builder.warn(
      where,
      `the vault ${name} is not in the template; it was added without a lock, policy or key`,
    );
  }

  /** An air-gapped vault cannot be added: the template does not say for how long it keeps backups. */
  #warnOfAirGapped(arn: unknown, where: string): void {
    const vault = typeof arn === "string" ? vaultOfArn(parseArn(arn)) : undefined;
    if (!vault || this.#vaults.has(vault.name)) return;
    const text = `the logically air-gapped vault ${vault.name} is not in the template; seed it before`;
    this.#builder.warn(`${where}.TargetLogicallyAirGappedBackupVaultArn`, text);
  }

  #addCopyVault(arn: unknown, where: string): void {
    const vault = typeof arn === "string" ? vaultOfArn(parseArn(arn)) : undefined;
    if (!vault) return;
    if (samePlace(vault.place, this.#place)) {
      this.#addVault(vault.name, where);
      return;
    }
    const { region, accountId } = vault.place;
    this.#builder.warn(
      where,
      `copies go to the vault ${vault.name} in account ${accountId}, ${region}; seed it with aws.in({ region: "${region}", accountId: "${accountId}" }).seed`,
    );
  }

  /** Resources that a selection names exactly. Those of EFS and FSx are in lists of their own. */
  #addResourcesOf(item: Members, logicalId: string): void {
    const where = `${logicalId}.BackupSelection.Resources`;
    for (const arn of textsAt(objectAt(item, "BackupSelection"), "Resources")) {
      if (arn.includes("*") || this.#builder.hasResource(arn)) continue;
      const { service = "", resource = "" } = parseArn(arn) ?? {};
      if (service === "elasticfilesystem") this.#addFileSystem(resource.split("/")[1], logicalId);
      else if (service !== "fsx" && isProtectable(arn)) {
        this.#builder.addResource({ arn }, { name: where });
        this.#builder.warn(where, `${arn} is not in the template; it was added without tags`);
      }
    }
  }

  #addFileSystem(id: unknown, logicalId: string): void {
    if (typeof id !== "string" || !/^fs-[0-9a-f]+$/.test(id) || this.#fileSystems.has(id)) return;
    this.#fileSystems.add(id);
    this.#builder.add("efs.fileSystems", { FileSystemId: id, CreationToken: id }, { name: logicalId });
    this.#builder.warn(
      logicalId,
      `the file system ${id} is not in the template; it was added without settings`,
    );
  }
}
