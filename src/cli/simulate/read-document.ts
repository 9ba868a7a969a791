import { readFile } from "node:fs/promises";
import { readFixture } from "../../adapters/http/control-input";
import { messageOf, type Place } from "../../core/basics";
import type { SnapshotDocument } from "../../core/world";
import { isObject, type Members } from "../../seeding/members";
import { UsageError } from "../usage-error";
import type { SimulatedDocument } from "./document";
import { documentOfPlan, planIn } from "./plan-document";

/** Reads a file and finds out what it is: a plan, a saved world or a fixture. Throws a {@link UsageError}. */
export async function readDocument(path: string, home: Partial<Place>): Promise<SimulatedDocument> {
  try {
    return documentOf(await readFile(path, "utf8"), home);
  } catch (thrown) {
    throw new UsageError(`${path}: ${messageOf(thrown)}`);
  }
}

function documentOf(text: string, home: Partial<Place>): SimulatedDocument {
  const document = parsed(text);
  if (!isObject(document)) throw new Error("it does not hold an object");
  const plan = planIn(document);
  if (plan) return documentOfPlan(document, plan, home);
  const common = { home, elsewhere: [], notes: [], needsResources: false };
  if (isSaved(document)) return { ...common, snapshot: document, fixture: {} };
  if (sections.some(name => Object.hasOwn(document, name))) {
    return { ...common, fixture: readFixture(document) };
  }
  throw new Error(
    `it is not known what this is; give a plan as aws backup get-backup-plan prints it, a fixture (${sections.join(", ")}), or a world that serve --save wrote`,
  );
}

const sections = ["backup", "efs", "fsx", "resources"];

/** The mock checks the version. */
const isSaved = (document: Members): document is Members & SnapshotDocument => "format" in document;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Error(`it is not valid JSON: ${messageOf(thrown)}`);
  }
}
