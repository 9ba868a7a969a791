import { type Place, parseArn, samePlace } from "../core/basics";
import { isObject, type Members } from "../seeding/members";
import { vaultOfArn } from "../services/backup/records/vaults";
import type { Entry, Wording } from "./entry";
import { isProtectable } from "./protectable";
import type { WorldBuilder } from "./world-builder";

const objectAt = (members: Members, name: string): Members => {
  const value = members[name];
  return isObject(value) ? value : {};
};

const objectsAt = (members: Members, name: string): readonly Members[] => {
  const value: unknown = members[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

const textsAt = (members: Members, name: string): readonly string[] => {
  const value: unknown = members[name];
  return Array.isArray(value) ? value.filter(item => typeof item === "string") : [];
};

/** Adds what a document takes for granted in its account: vaults, file systems and resources that it only names. */
export class Assumptions {
  readonly #builder: WorldBuilder;
  readonly #place: Place;
  readonly #vaults = new Set<unknown>();
  readonly #fileSystems = new Set<unknown>();
  readonly #entries: readonly Entry[];
  readonly #words: Wording;

  constructor(entries: readonly Entry[], words: Wording, place: Place, builder: WorldBuilder) {
    this.#words = words;
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

  #addFor({ list, item, name }: Entry): void {
    if (list === "backup.plans") this.#addVaultsOf(item, name);
    if (list === "backup.tieringConfigurations") {
      const { BackupVaultName } = objectAt(item, "TieringConfiguration");
      if (BackupVaultName !== "*") this.#addVault(BackupVaultName, `${name}.${this.#words.tieredVault}`);
    }
    if (list === "backup.selections") this.#addResourcesOf(item, name);
    if (list === "efs.mountTargets" || list === "efs.accessPoints") {
      this.#addFileSystem(item["FileSystemId"], name);
    }
    if (list === "efs.replicationConfigurations") this.#addFileSystem(item["SourceFileSystemId"], name);
  }

  #addVaultsOf(item: Members, name: string): void {
    for (const [index, rule] of objectsAt(objectAt(item, "BackupPlan"), "Rules").entries()) {
      const { airGappedVault, copies, targetVault } = this.#words;
      const where = `${name}.${this.#words.rule(index)}`;
      this.#addVault(rule["TargetBackupVaultName"], `${where}.${targetVault}`);
      this.#warnOfAirGapped(rule["TargetLogicallyAirGappedBackupVaultArn"], `${where}.${airGappedVault}`);
      for (const copy of objectsAt(rule, "CopyActions")) {
        this.#addCopyVault(copy["DestinationBackupVaultArn"], `${where}.${copies}`);
      }
    }
  }

  #addVault(name: unknown, where: string): void {
    if (typeof name !== "string" || this.#vaults.has(name)) return;
    this.#vaults.add(name);
    this.#builder.add("backup.vaults", { BackupVaultName: name }, { name: where });
    this.#builder.warn(
      where,
      `the vault ${name} is not in the ${this.#words.document}; it was added without a lock, policy or key`,
    );
  }

  /** An air-gapped vault cannot be added: the document does not say for how long it keeps backups. */
  #warnOfAirGapped(arn: unknown, where: string): void {
    const vault = typeof arn === "string" ? vaultOfArn(parseArn(arn)) : undefined;
    if (!vault || this.#vaults.has(vault.name)) return;
    const text = `the logically air-gapped vault ${vault.name} is not in the ${this.#words.document}; seed it before`;
    this.#builder.warn(where, text);
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
  #addResourcesOf(item: Members, name: string): void {
    const where = `${name}.${this.#words.selected}`;
    for (const arn of textsAt(objectAt(item, "BackupSelection"), "Resources")) {
      if (arn.includes("*") || this.#builder.hasResource(arn)) continue;
      const { service = "", resource = "" } = parseArn(arn) ?? {};
      if (service === "elasticfilesystem") this.#addFileSystem(resource.split("/")[1], name);
      else if (service !== "fsx" && isProtectable(arn)) {
        this.#builder.addResource({ arn }, { name: where });
        this.#builder.warn(where, `${arn} is not in the ${this.#words.document}; it was added without tags`);
      }
    }
  }

  #addFileSystem(id: unknown, name: string): void {
    if (typeof id !== "string" || !/^fs-[0-9a-f]+$/.test(id) || this.#fileSystems.has(id)) return;
    this.#fileSystems.add(id);
    this.#builder.add("efs.fileSystems", { FileSystemId: id, CreationToken: id }, { name: name });
    this.#builder.warn(
      name,
      `the file system ${id} is not in the ${this.#words.document}; it was added without settings`,
    );
  }
}
