import { hash, parseArn, suggestion } from "../../core/basics";
import { bytesOf, growthOf } from "../../seeding/growth";
import type { ResourceSeed } from "../../seeding/resources";
import { resourceTypeOf, resourceTypes } from "../../services/backup/resources/resource-types";
import { UsageError } from "../usage-error";

/** A resource as `--resource` names it. */
export interface NamedResource {
  readonly type: string;
  /** A name, an id or an ARN. */
  readonly name: string;
  readonly sizeInBytes: number;
  /** `1 GiB/day` */
  readonly growth: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

const form = "TYPE:NAME=SIZE[,+GROWTH/day][,TAG=VALUE…], such as EBS:data=100GiB,+1GiB/day";

/** Reads `EBS:data=100GiB,+1GiB/day,stage=prod`. Throws a {@link UsageError} that says what is wrong. */
export function readResource(text: string): NamedResource {
  const [, typeName = "", name = "", size = "", more = ""] =
    /^([^:]+):([^=]+)=([^,]*)(?:,(.*))?$/.exec(text) ?? [];
  if (name === "") throw refused(text, `write ${form}`);
  const type = typeNamed(typeName, text);
  const sizeInBytes = bytesOf(size);
  if (sizeInBytes === undefined) throw refused(text, `${size} is not a size; write ${form}`);
  const tags: Record<string, string> = {};
  let growth: string | undefined;
  for (const part of more === "" ? [] : more.split(",")) {
    const [, key, value = ""] = /^([^=+][^=]*)=(.*)$/.exec(part) ?? [];
    if (key !== undefined) tags[key] = value;
    else if (growthOf(part) !== undefined) growth = part;
    else throw refused(text, `${part} is neither a growth nor a tag; write ${form}`);
  }
  return { type, name, sizeInBytes, growth, tags };
}

const refused = (text: string, why: string): UsageError => new UsageError(`--resource ${text}: ${why}`);

function typeNamed(given: string, text: string): string {
  const names = [...new Set(resourceTypes.map(({ name }) => name))];
  const name = names.find(each => each.toLowerCase() === given.toLowerCase());
  if (name !== undefined) return name;
  throw refused(text, `unknown type ${given}; ${suggestion(given, names)}`);
}

/** Hexadecimal digits that follow from a name. */
const digitsOf = (name: string): string =>
  (hash(name).toString(16).padStart(8, "0") + hash(`${name}#`).toString(16).padStart(8, "0")).padEnd(17, "0");

/** The last part of an ARN, by type: with an id where AWS has ids, else with the name. */
const resourceOf: Readonly<Record<string, (name: string) => readonly [service: string, resource: string]>> = {
  EFS: name => ["elasticfilesystem", `file-system/${idOf("fs-", name)}`],
  EBS: name => ["ec2", `volume/${idOf("vol-", name)}`],
  EC2: name => ["ec2", `instance/${idOf("i-", name)}`],
  RDS: name => ["rds", `db:${name}`],
  Aurora: name => ["rds", `cluster:${name}`],
  DocumentDB: name => ["rds", `cluster:${name}`],
  Neptune: name => ["rds", `cluster:${name}`],
  DSQL: name => ["dsql", `cluster/${name}`],
  DynamoDB: name => ["dynamodb", `table/${name}`],
  "Storage Gateway": name => ["storagegateway", `gateway/${idOf("sgw-", name)}/volume/${idOf("vol-", name)}`],
  VirtualMachine: name => ["backup-gateway", `vm/${idOf("vm-", name)}`],
  Redshift: name => ["redshift", `cluster:${name}`],
  "Redshift Serverless": name => ["redshift-serverless", `namespace/${name}`],
  "SAP HANA on Amazon EC2": name => ["ssm-sap", `HANA/${name}/DB/${name}`],
  Timestream: name => ["timestream", `database/${name}/table/${name}`],
};

const idOf = (prefix: string, name: string): string =>
  name.startsWith(prefix) ? name : `${prefix}${digitsOf(name)}`;

/** The account and Region of resources that are named without an ARN. */
export interface Home {
  readonly accountId: string;
  readonly region: string;
}

/** The ARN of a resource. Throws a {@link UsageError} for types whose resources have more to say than a name. */
export function arnOf({ type, name }: NamedResource, { region, accountId }: Home): string {
  if (name.startsWith("arn:")) {
    if (resourceTypeOf(parseArn(name))) return name;
    throw new UsageError(
      `--resource ${type}:${name}: this is not the ARN of a resource that AWS Backup protects`,
    );
  }
  if (type === "S3") return `arn:aws:s3:::${name}`;
  const [service, resource] = resourceOf[type]?.(name) ?? [];
  if (service === undefined) {
    throw new UsageError(`--resource ${type}:${name}: describe it in a world file, with its members`);
  }
  return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

/** Whether a resource of a document is meant by a name: its ARN, its id or its name. */
export const isNamed = (name: string, { arn = "", name: own }: Partial<ResourceSeed>): boolean =>
  arn === name || own === name || arn.split(/[:/]/).at(-1) === name;
