import { arn, type Place, parseArn } from "../../core/basics";
import type { ResourceSeed } from "../../seeding/resources";
import { type Members, memberOf, objectsIn, textOf, valueAt } from "../members";
import { own } from "../own";
import { isProtectable, protectable } from "../protectable";
import { tagsOf } from "../tags";
import type { WorldBuilder } from "../world-builder";
import { tagsOfInstance } from "./instance-tags";
import { madeUpFor } from "./made-up";
import type { Instance } from "./plan";
import type { Values } from "./values";
import type { Path } from "./written";

/** A type of resource of another service that AWS Backup can protect. */
interface ProtectedKind {
  /** The type as AWS Backup names it, where the ARN does not tell. */
  readonly backupType?: (values: Members) => string | undefined;
  /** Where the size is, in GiB. */
  readonly gibibytes?: Path;
  /** The attribute with the KMS key. */
  readonly key?: string;
  /** Whether the tag `Name` is its name. */
  readonly isNamedByTag?: true;
}

const kmsKey = "kms_key_id";
const cluster = (backupType: string): ProtectedKind => ({ backupType: () => backupType, key: kmsKey });

const protectedKinds: Readonly<Record<string, ProtectedKind>> = {
  aws_cloudformation_stack: {},
  aws_db_instance: { gibibytes: ["allocated_storage"], key: kmsKey },
  aws_docdb_cluster: cluster("DocumentDB"),
  aws_dsql_cluster: { key: "kms_encryption_key" },
  aws_dynamodb_table: {},
  aws_ebs_volume: { gibibytes: ["size"], key: kmsKey, isNamedByTag: true },
  aws_eks_cluster: {},
  aws_instance: { isNamedByTag: true },
  aws_neptune_cluster: { backupType: () => "Neptune", key: "kms_key_arn" },
  aws_rds_cluster: {
    // Multi-AZ clusters of RDS have ARNs like those of Aurora.
    backupType: ({ engine }) => (engine === "mysql" || engine === "postgres" ? "RDS" : undefined),
    gibibytes: ["allocated_storage"],
    key: kmsKey,
  },
  aws_redshift_cluster: { key: kmsKey },
  aws_redshiftserverless_namespace: { key: kmsKey },
  aws_s3_bucket: {},
  aws_storagegateway_cached_iscsi_volume: {},
  aws_storagegateway_stored_iscsi_volume: {},
  aws_timestreamwrite_table: {},
};

/** Whether AWS Backup can protect resources of a type. */
export const isProtected = (type: string): boolean => Object.hasOwn(protectedKinds, type);

/** Adds a resource of another service, or says why it cannot be added. */
export function addProtected(
  instance: Instance,
  values: Values,
  place: Place,
  builder: WorldBuilder,
): { readonly skipped: string } | { readonly resource: ResourceSeed } {
  const found = values.attribute(instance, "arn");
  if (found === undefined || !isProtectable(found))
    return { skipped: "its ARN cannot be told from the plan" };
  const kind = own(protectedKinds, instance.type) ?? {};
  const tags = tagsOfInstance(instance);
  const size = kind.gibibytes && valueAt(instance.values, kind.gibibytes);
  const given = {
    arn: found,
    tags,
    type: kind.backupType?.(instance.values),
    name: kind.isNamedByTag ? tags["Name"] : undefined,
    sizeInGiB: typeof size === "number" && size > 0 ? size : undefined,
    encryptionKeyArn: kind.key === undefined ? undefined : keyOf(instance, kind.key, values),
  };
  const resource = protectable(given);
  builder.addResource(resource, { name: instance.address });
  if (instance.type === "aws_instance") addVolumes(instance, place, builder);
  return { resource };
}

/** The ARN of the KMS key, if the resource is encrypted with one that the plan names. */
function keyOf(instance: Instance, attribute: string, values: Values): string | undefined {
  const known = textOf(instance.values[attribute]);
  const text =
    known ??
    (values.isUnknown(instance, [attribute])
      ? values.resolve(instance, [attribute]).found[0]?.value
      : undefined);
  return text !== undefined && parseArn(text) ? text : undefined;
}

/** The volumes that an instance is launched with, as far as the plan has them. */
function addVolumes({ address, values }: Instance, place: Place, builder: WorldBuilder): void {
  for (const attribute of ["root_block_device", "ebs_block_device"]) {
    for (const [index, device] of objectsIn(values[attribute]).entries()) {
      const id =
        textOf(device["volume_id"]) ??
        madeUpFor("aws_ebs_volume", "id", `${address}.${attribute}[${index}]`, place);
      const tags = tagsOf(device["tags_all"] ?? device["tags"] ?? values["volume_tags"]);
      const size = memberOf(device, "volume_size");
      const sizeInGiB = typeof size === "number" ? size : undefined;
      const volume = { arn: arn("ec2", place, `volume/${id}`), tags, name: tags["Name"], sizeInGiB };
      builder.addResource(protectable(volume), { name: address });
    }
  }
}
