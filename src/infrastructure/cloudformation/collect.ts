import { arn, type Place } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import type { Entry } from "../entry";
import { fitMembers } from "../fit-members";
import { own } from "../own";
import { protectable } from "../protectable";
import { tagsOf } from "../tags";
import type { ListName, Origin, WorldBuilder } from "../world-builder";
import { type Deployed, keyOf, textAt } from "./deployed";
import { ownedKinds } from "./kinds";
import { idOf, inFormOf, isMadeUp } from "./made-up";
import { objectAt } from "./owned-kinds";
import { checkedProperties } from "./property-checks";
import { inTemplateWords } from "./property-paths";
import { type ProtectableKind, protectableKinds } from "./protectable-kinds";

/** An entry of the fixture with the resource that it was made from. */
export interface CollectedEntry extends Entry {
  readonly resource: Deployed;
}

/** The entries that a resource becomes. A resource that AWS Backup protects is added to the world; others are skipped. */
export function collect(resource: Deployed, builder: WorldBuilder): readonly CollectedEntry[] {
  const { type, logicalId } = resource;
  const owned = own(ownedKinds, type);
  if (owned) {
    const readable = checkedProperties(resource, owned, builder.problems);
    const entries = owned.entries(readable);
    if ("skipped" in entries) {
      builder.skip(logicalId, type, entries.skipped);
      return [];
    }
    for (const { warning } of entries) if (warning !== undefined) builder.warn(logicalId, warning);
    const origin: Origin = { name: logicalId, reword: problem => inTemplateWords(problem, readable, owned) };
    return entries.flatMap(({ list, item: given }) => {
      const item = completed(list, given, resource, builder);
      if (!selectsNothing(list, item, given))
        return [{ list, item, name: logicalId, type, resource, origin }];
      builder.skip(logicalId, type, `none of the resources that it names is known; ${giveIt}`);
      return [];
    });
  }
  const kind = own(protectableKinds, type);
  if (kind) addProtectable(resource, kind, builder);
  else {
    // References inside are checked, and its values may be made up of those of others.
    void resource.properties;
    builder.skip(logicalId, type, reasonOf(type));
  }
  return [];
}

/** Members that name resources of any type. */
const resourceLists: ReadonlySet<string> = new Set(["NotResources", "ProtectedResourceArns", "Resources"]);

const literals: ReadonlySet<string> = new Set(["boolean", "double", "integer", "long", "timestamp"]);

/** The members with the types that the API wants, and with made-up values in the form of the member. */
function completed(list: ListName, item: Members, resource: Deployed, builder: WorldBuilder): Members {
  const { place, logicalId } = resource;
  return fitMembers(list, item, (value, member, type) => {
    if (!isMadeUp(value)) return value;
    if (literals.has(type)) {
      if (builder.problems.concern(logicalId)) return undefined;
      builder.problems.add(
        `${logicalId}.${member}`,
        `only a deployment knows the value; ${giveIt}`,
        logicalId,
      );
      return undefined;
    }
    if (!resourceLists.has(member)) return inFormOf(place, member, value);
    builder.warn(`${logicalId}.${member}`, `a resource is not known, and was left out; ${giveIt}`);
    return undefined;
  });
}

const giveIt = "give it in the option imports, or replace the reference";

/** Whether a selection is left without anything to select, since it names only resources that are not known. */
const selectsNothing = (list: ListName, item: Members, before: Members): boolean => {
  const [now, given] = [item, before].map(members => objectAt(members, "BackupSelection"));
  const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;
  return (
    list === "backup.selections" &&
    isEmpty(now?.["Resources"]) &&
    isEmpty(now?.["ListOfTags"]) &&
    !isEmpty(given?.["Resources"])
  );
};

function addProtectable(resource: Deployed, kind: ProtectableKind, builder: WorldBuilder): void {
  const { logicalId, type, properties } = resource;
  const found = kind.arn(resource);
  if (typeof found !== "string") {
    builder.skip(logicalId, type, found.skipped);
    return;
  }
  const tags = tagsOf(kind.tags ? kind.tags(resource) : properties["Tags"]);
  const size = Number(kind.gibibytes === undefined ? undefined : textAt(resource, kind.gibibytes));
  const key = kind.key === undefined ? undefined : textAt(resource, kind.key);
  const given = {
    arn: found,
    tags,
    type: kind.backupType?.(resource),
    name: type.startsWith("AWS::EC2::") ? tags["Name"] : undefined,
    sizeInGiB: size > 0 ? size : undefined,
    encryptionKeyArn: key === undefined ? undefined : keyArn(key, resource.place),
  };
  builder.addResource(protectable(given), { name: logicalId });
  if (type === "AWS::EC2::Instance") addVolumes(resource, tags, builder);
  if (type === "AWS::CloudFormation::Stack") {
    builder.warn(logicalId, "the resources of a nested stack are in another template; read that one as well");
  }
}

/** The ARN of a key that a template names by its ARN or id. Undefined for an alias, whose key is not known. */
function keyArn(key: string, place: Place): string | undefined {
  if (key.startsWith("arn:")) return key;
  return /^[0-9a-f-]{36}$/.test(key) ? arn("kms", place, `key/${key}`) : undefined;
}

/** The volumes that an instance is launched with. They have its tags only if it says so. */
function addVolumes(instance: Deployed, tags: Readonly<Record<string, string>>, builder: WorldBuilder): void {
  const { BlockDeviceMappings, PropagateTagsToVolumeOnCreation } = instance.properties;
  const mappings: readonly unknown[] = Array.isArray(BlockDeviceMappings) ? BlockDeviceMappings : [];
  for (const mapping of mappings.filter(isObject)) {
    const disk = mapping["Ebs"];
    if (!isObject(disk)) continue;
    const id = idOf("vol", `${keyOf(instance)}/${String(mapping["DeviceName"])}`);
    const size = Number(disk["VolumeSize"]);
    const given = {
      arn: arn("ec2", instance.place, `volume/${id}`),
      tags: String(PropagateTagsToVolumeOnCreation) === "true" ? tags : {},
      sizeInGiB: size > 0 ? size : undefined,
    };
    builder.addResource(protectable(given), { name: instance.logicalId });
  }
}

const withCluster = "an instance of a cluster is backed up with the cluster";
const atRunTime = "its instances exist only while it runs; add them as resources of the fixture";

const reasons: Readonly<Record<string, string>> = {
  "AWS::AutoScaling::AutoScalingGroup": atRunTime,
  "AWS::DocDB::DBInstance": withCluster,
  "AWS::Neptune::DBInstance": withCluster,
  "AWS::EC2::EC2Fleet": atRunTime,
  "AWS::EC2::SpotFleet": atRunTime,
  "AWS::BackupGateway::Hypervisor":
    "the template does not name its virtual machines; add them as resources of the fixture",
};

function reasonOf(type: string): string {
  const reason = own(reasons, type);
  if (reason !== undefined) return reason;
  if (/^AWS::(Backup|EFS|FSx)::/.test(type)) return "this version does not know the type";
  if (/^(Custom::|AWS::CloudFormation::CustomResource)/.test(type))
    return "only its code knows what it makes";
  return "it is not part of AWS Backup, Amazon EFS or Amazon FSx, and AWS Backup does not protect it";
}
