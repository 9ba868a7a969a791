import { readFile } from "node:fs/promises";
import { readFixture } from "../../adapters/http/control-input";
import { messageOf, type Place } from "../../core/basics";
import type { SnapshotDocument } from "../../core/world";
import type { Infrastructure } from "../../infrastructure/result";
import { isObject, type Members } from "../../seeding/members";
import { originOf } from "../../seeding/origin";
import { notesOf } from "../notes";
import { UsageError } from "../usage-error";
import type { SimulatedDocument } from "./document";
import { documentOfPlan, planIn } from "./plan-document";

/** What is known besides the file. */
export interface Surroundings {
  readonly home: Partial<Place>;
  /** The parameters of a template. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads a file and finds out what it is. Throws a {@link UsageError}. */
export async function readDocument(path: string, surroundings: Surroundings): Promise<SimulatedDocument> {
  try {
    return await documentOf(await readFile(path, "utf8"), surroundings);
  } catch (thrown) {
    throw new UsageError(`${path}: ${messageOf(thrown)}`);
  }
}

async function documentOf(text: string, surroundings: Surroundings): Promise<SimulatedDocument> {
  const { home } = surroundings;
  const document = json(text);
  // What is not JSON can only be a template in YAML.
  if (document === undefined) return documentOfTemplate(text, surroundings);
  if (!isObject(document)) throw new Error("it does not hold an object");
  const plan = planIn(document);
  if (plan) return documentOfPlan(document, plan, home);
  if (isTerraform(document)) return documentOfTerraform(text, home);
  if (isObject(document["Resources"])) return documentOfTemplate(text, surroundings);
  const common = { home, elsewhere: [], notes: [], needsResources: false };
  if (isSaved(document)) return { ...common, snapshot: document, fixture: {} };
  if (sections.some(name => Object.hasOwn(document, name))) {
    const origin = originOf(document["origin"]);
    return { ...common, fixture: readFixture(document), ...(origin && { origin }) };
  }
  throw new Error(
    `it is not known what this is; give a plan as aws backup get-backup-plan prints it, a CloudFormation template, a plan or state of Terraform, a fixture (${sections.join(", ")}), or a world that serve --save wrote`,
  );
}

/** As `terraform show -json` prints a plan or a state. */
const isTerraform = (document: Members): boolean =>
  "planned_values" in document || "terraform_version" in document;

const sections = ["backup", "efs", "fsx", "resources"];

/** The mock checks the version. */
const isSaved = (document: Members): document is Members & SnapshotDocument => "format" in document;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (text.trimStart().startsWith("{")) throw new Error(`it is not valid JSON: ${messageOf(thrown)}`);
    return undefined;
  }
}

async function documentOfTemplate(
  text: string,
  { home, parameters }: Surroundings,
): Promise<SimulatedDocument> {
  const { fromCloudFormation } = await import("../../infrastructure");
  return documentOfInfrastructure(fromCloudFormation(text, { ...home, parameters }), home);
}

async function documentOfTerraform(text: string, given: Partial<Place>): Promise<SimulatedDocument> {
  const { fromTerraformPlan } = await import("../../infrastructure");
  const read = fromTerraformPlan(text, given);
  return documentOfInfrastructure(read, read.place);
}

const documentOfInfrastructure = (
  infrastructure: Infrastructure,
  home: Partial<Place>,
): SimulatedDocument => ({
  home,
  fixture: infrastructure.fixture,
  elsewhere: [],
  notes: notesOf(infrastructure),
  needsResources: false,
});
