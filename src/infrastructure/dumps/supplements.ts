import { parseArn } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import type { ResourceSeed } from "../../seeding/resources";
import type { Entry } from "../entry";
import { protectable } from "../protectable";
import type { ListName, WorldBuilder } from "../world-builder";
import { type Answer, labelOf } from "./answer";
import { itemsOf } from "./items";
import type { Additions, Resources, Tags } from "./readings";

/** What an answer adds to the resource with an id or ARN. */
interface Supplement {
  readonly answer: Answer;
  /** The list of the resource, if it is known. */
  readonly list?: ListName;
  readonly members?: Members;
  readonly tags?: unknown;
}

/** The ids by which further answers name the entries of a list, and the member for its tags. */
const identities: Readonly<
  Partial<Record<ListName, { readonly ids: readonly string[]; readonly tags?: string }>>
> = {
  "backup.vaults": { ids: ["BackupVaultName", "BackupVaultArn"], tags: "BackupVaultTags" },
  "backup.plans": { ids: ["BackupPlanArn"], tags: "BackupPlanTags" },
  "backup.recoveryPoints": { ids: ["RecoveryPointArn"], tags: "Tags" },
  "backup.frameworks": { ids: ["FrameworkArn"], tags: "FrameworkTags" },
  "backup.reportPlans": { ids: ["ReportPlanArn"], tags: "ReportPlanTags" },
  "backup.legalHolds": { ids: ["LegalHoldArn"], tags: "Tags" },
  "backup.restoreTestingPlans": { ids: ["RestoreTestingPlanArn"], tags: "Tags" },
  "backup.tieringConfigurations": { ids: ["TieringConfigurationArn"], tags: "TieringConfigurationTags" },
  "efs.fileSystems": { ids: ["FileSystemId", "FileSystemArn"], tags: "Tags" },
  "efs.mountTargets": { ids: ["MountTargetId"] },
  "efs.accessPoints": { ids: ["AccessPointId", "AccessPointArn"], tags: "Tags" },
  "fsx.fileSystems": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.storageVirtualMachines": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.volumes": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.snapshots": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.backups": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.fileCaches": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.dataRepositoryAssociations": { ids: ["ResourceARN"], tags: "Tags" },
  "fsx.dataRepositoryTasks": { ids: ["ResourceARN"], tags: "Tags" },
};

/** Answers that say more of a resource than those that show it, and resources of other services. */
export class Supplements {
  readonly #supplements = new Map<string, Supplement[]>();
  readonly #resources = new Map<string, { readonly resource: ResourceSeed; readonly type: string }>();
  readonly #builder: WorldBuilder;

  constructor(builder: WorldBuilder) {
    this.#builder = builder;
  }

  add(answer: Answer, reading: Additions | Tags | Resources): void {
    if ("resources" in reading) this.#addResources(answer, reading);
    else if ("tagsOf" in reading) this.#note(answer, reading.tagsOf, { answer, tags: answer.output["Tags"] });
    else {
      const { adds: list, to, members } = reading;
      const added = members.map(name => [name, answer.output[name]]);
      this.#note(answer, to, { answer, list, members: Object.fromEntries(added) });
    }
  }

  /** The resources of other services, with their tags. */
  resources(): readonly { readonly resource: ResourceSeed; readonly type: string }[] {
    return [...this.#resources.values()];
  }

  /** The entries with what was added to them. What is about something else is skipped. */
  addedTo(entries: readonly Entry[]): readonly Entry[] {
    const used = new Set<Supplement>();
    const whole = entries.map(entry => {
      const { ids = [], tags: tagsMember } = identities[entry.list] ?? {};
      const own = [...new Set(ids.map(name => entry.item[name]))]
        .flatMap(id => (typeof id === "string" ? (this.#supplements.get(id) ?? []) : []))
        .filter(({ list }) => list === undefined || list === entry.list);
      for (const supplement of own) used.add(supplement);
      return own.length === 0 ? entry : { ...entry, item: withSupplements(entry.item, own, tagsMember) };
    });
    for (const [id, supplements] of this.#supplements) {
      for (const { answer } of supplements.filter(one => !used.has(one))) {
        this.#builder.skip(
          labelOf(answer),
          answer.operation,
          `it is about ${id}, which the dump does not hold`,
        );
      }
    }
    return whole;
  }

  #note(answer: Answer, member: string, supplement: Supplement): void {
    const id = answer.output[member] ?? answer.input[member];
    if (typeof id !== "string") {
      const reason = `it does not say its ${member}; give the input as well`;
      this.#builder.skip(labelOf(answer), answer.operation, reason);
      return;
    }
    this.#supplements.set(id, [...(this.#supplements.get(id) ?? []), supplement]);
  }

  #addResources(answer: Answer, reading: Resources): void {
    for (const { ResourceArn: arn, ResourceType: type, ResourceName: name } of itemsOf(
      answer.output,
      reading.in,
    )) {
      if (typeof arn !== "string") continue;
      const { service = "" } = parseArn(arn) ?? {};
      // File systems have lists of their own.
      if (service === "elasticfilesystem" || service === "fsx") continue;
      const resource = protectable({
        arn,
        type: typeof type === "string" ? type : undefined,
        name: typeof name === "string" ? name : undefined,
      });
      this.#resources.set(arn, { resource, type: labelOf(answer) });
    }
  }
}

function withSupplements(
  item: Members,
  supplements: readonly Supplement[],
  tagsMember: string | undefined,
): Members {
  const members = supplements.map(supplement => supplement.members ?? {});
  const tags = supplements.map(supplement => supplement.tags).filter(given => given !== undefined);
  return Object.assign(
    { ...item },
    ...members,
    tagsMember !== undefined && tags.length > 0 && { [tagsMember]: joined(tags) },
  );
}

/** The tags on several pages. */
const joined = (pages: readonly unknown[]): unknown =>
  pages.every(Array.isArray) ? pages.flat() : Object.assign({}, ...pages.filter(isObject));
