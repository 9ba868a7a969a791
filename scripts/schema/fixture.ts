import type { PlainMembers, PlainType } from "../../src/core/basics";
import {
  describedShape,
  type ServiceName,
  type StructureShape,
  serviceModel,
  serviceNames,
} from "../../src/model";
import { backupCollections } from "../../src/seeding/backup";
import { efsCollections } from "../../src/seeding/efs";
import { fsxCollections } from "../../src/seeding/fsx";
import { resourceMembers } from "../../src/services/backup/records/resources";
import { resourceTypes } from "../../src/services/backup/resources/resource-types";
import { commentsIn, partOf, source } from "../doc-comments";
import { described, dialect, type JsonSchema, objectOf, orNull } from "./json-schema";
import { ShapeSchemas } from "./shapes";

/** What a collection says of its items. */
interface ItemFacts {
  readonly createdBy: readonly string[];
  /** The lists that an item may hold. */
  readonly children?: Readonly<Record<string, { readonly list: string }>>;
  /** Members of answers that are not read. */
  readonly unread?: readonly string[];
  /** Items may be written in a shorter form. */
  readonly complete?: unknown;
  readonly described?: { readonly by: string };
  readonly members?: PlainMembers;
}

const collections: Readonly<Record<ServiceName, Readonly<Record<string, ItemFacts>>>> = {
  backup: backupCollections,
  efs: efsCollections,
  fsx: fsxCollections,
};

const titles: Readonly<Record<ServiceName, string>> = {
  backup: "The resources of AWS Backup.",
  efs: "The resources of Amazon EFS.",
  fsx: "The resources of Amazon FSx.",
};

/** The schema of fixtures: names, types and values of enumerations. Seeding checks the rest. */
export function fixtureSchema(): JsonSchema {
  const shapes = new ShapeSchemas();
  const services = serviceNames.map(service => {
    const comments = listComments(service);
    const lists = Object.keys(collections[service]).map(list => {
      const items = itemSchema(shapes, service, list);
      return [list, described(orNull({ type: "array", items }), comments.get(list))];
    });
    return [service, { description: titles[service], ...orNull(objectOf(Object.fromEntries(lists))) }];
  });
  const root = objectOf({
    $schema: { type: "string", description: "The schema of this file, for editors." },
    origin: {
      description: "Where and when it was imported: options of mockAws.",
      ...orNull(
        objectOf({ accountId: { type: "string" }, region: { type: "string" }, now: { type: "string" } }, [
          "accountId",
          "region",
          "now",
        ]),
      ),
    },
    ...Object.fromEntries(services),
    resources: {
      description: "Resources of other services, which plans select and jobs back up.",
      ...orNull({ type: "array", items: resourceSchema() }),
    },
  });
  const date: JsonSchema = {
    description:
      'A date: ISO 8601, epoch milliseconds or seconds, or relative to the mock\'s clock: "40 days ago", "in 2 hours", "now".',
    type: ["string", "number", "null"],
  };
  return {
    $schema: dialect,
    title: "A fixture of aws-backup-mock",
    ...root,
    $defs: { date, ...shapes.definitions },
  };
}

function itemSchema(shapes: ShapeSchemas, service: ServiceName, list: string): JsonSchema {
  const facts = collections[service][list];
  if (!facts) throw new Error(`No list ${service}.${list}.`);
  if (facts.members) return objectOf(plainProperties(facts.members));
  const model = serviceModel(service);
  const inputs = facts.createdBy.flatMap(name => model.operation(name)?.input ?? []);
  const output: readonly StructureShape[] = facts.described
    ? [describedShape(model, facts.described.by)]
    : [];
  const children = Object.entries(facts.children ?? {}).map(([name, child]) => [
    name,
    orNull({ type: "array", items: itemSchema(shapes, service, child.list) }),
  ]);
  return objectOf({
    ...shapes.members(service, [...inputs, ...output]),
    ...(facts.complete !== undefined && shortForm(shapes, `${service}.${list}`)),
    ...Object.fromEntries((facts.unread ?? []).map(name => [name, notRead])),
    $metadata: notRead,
    ...Object.fromEntries(children),
  });
}

const notRead: JsonSchema = { description: "Of answers as they stand. Not read." };

/** The further members that items have in their shorter form. */
function shortForm(shapes: ShapeSchemas, list: string): Readonly<Record<string, JsonSchema>> {
  const selection = serviceModel("backup")
    .operation("CreateBackupSelection")
    ?.input.member("BackupSelection");
  if (list !== "backup.selections" || selection?.target.type !== "structure") {
    throw new Error(`The schema does not know the shorter form of ${list}.`);
  }
  return { BackupPlanName: orNull({ type: "string" }), ...shapes.members("backup", [selection.target]) };
}

/** The doc comments of a service's lists, in one or two files. */
function listComments(service: ServiceName): ReadonlyMap<string, string> {
  const files = service === "backup" ? ["backup", "backup-replays"] : [service];
  return new Map(files.flatMap(file => [...commentsIn(source(`seeding/${file}.ts`))]));
}

function resourceSchema(): JsonSchema {
  const comments = commentsIn(partOf(source("seeding/resources.ts"), "export interface ResourceSeed {"));
  const types = [...new Set(resourceTypes.map(({ name }) => name))];
  const schemas = {
    ...plainProperties(resourceMembers),
    type: orNull({ enum: types }),
    growth: orNull({ type: ["string", "number"] }),
  };
  const properties = Object.entries(schemas).map(([name, schema]) => [
    name,
    described(schema, comments.get(name)),
  ]);
  return objectOf(Object.fromEntries(properties), ["arn"]);
}

const plainTypes: Readonly<Record<PlainType, JsonSchema>> = {
  string: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  object: { type: "object", additionalProperties: { type: "string" } },
  strings: { type: "array", items: { type: "string" } },
};

const plainProperties = (members: PlainMembers): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(Object.entries(members).map(([name, type]) => [name, orNull(plainTypes[type])]));
