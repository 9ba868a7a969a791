import { isObject, type Members } from "../../seeding/members";
import type { Entry } from "../entry";
import type { ListName, WorldBuilder } from "../world-builder";
import { type Answer, labelOf } from "./answer";
import { withoutAwsTags } from "./aws-tags";
import type { Additions, Tags } from "./readings";
import type { TaggedResource } from "./resources";

/** What an answer adds to the resource with an id or ARN. */
interface Supplement {
  readonly members?: Members;
  readonly tags?: unknown;
}

interface Noted extends Supplement {
  readonly answer: Answer;
  /** The list of the resource, if it is known. */
  readonly list?: ListName;
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

/** What answers say of resources that other answers show. */
export class Supplements {
  readonly #supplements = new Map<string, Noted[]>();
  readonly #tags = new Map<string, TaggedResource["tags"]>();
  readonly #builder: WorldBuilder;

  constructor(builder: WorldBuilder) {
    this.#builder = builder;
  }

  add(answer: Answer, reading: Additions | Tags): void {
    if ("tagsOf" in reading) this.#note(answer, reading.tagsOf, { answer, tags: answer.output["Tags"] });
    else {
      const { adds: list, to, members } = reading;
      const added = members.map(name => [name, answer.output[name]]);
      this.#note(answer, to, { answer, list, members: Object.fromEntries(added) });
    }
  }

  addTags({ arn, tags }: TaggedResource): void {
    this.#tags.set(arn, tags);
  }

  /** The entries with what was added to them. What is about something else is skipped. */
  addedTo(entries: readonly Entry[]): readonly Entry[] {
    const used = new Set<Supplement>();
    const whole = entries.map(entry => {
      const { ids = [], tags: tagsMember } = identities[entry.list] ?? {};
      const own = ids.flatMap(name => this.#of(entry, entry.item[name]));
      for (const supplement of own) used.add(supplement);
      const item = own.length === 0 ? entry.item : withSupplements(entry.item, own, tagsMember);
      return withoutAwsTags({ ...entry, item }, tagsMember, this.#builder);
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

  /** What is said of an entry with this id. */
  #of({ list }: Entry, id: unknown): readonly Supplement[] {
    if (typeof id !== "string") return [];
    const said = (this.#supplements.get(id) ?? []).filter(one => (one.list ?? list) === list);
    const tags = this.#tags.get(id);
    if (!tags) return said;
    // Tags are a map in AWS Backup, and a list elsewhere.
    const listed = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return [{ tags: list.startsWith("backup.") ? tags : listed }, ...said];
  }

  #note(answer: Answer, member: string, supplement: Noted): void {
    const id = answer.output[member] ?? answer.input[member];
    if (typeof id !== "string") {
      const reason = `it does not say its ${member}; give the input as well`;
      this.#builder.skip(labelOf(answer), answer.operation, reason);
      return;
    }
    this.#supplements.set(id, [...(this.#supplements.get(id) ?? []), supplement]);
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
