import { suggestion } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import type { ReadingProblems } from "../problems";
import type { Deployed } from "./deployed";
import type { OwnedKind } from "./owned-kinds";

/** Properties that are objects wherever they occur. */
const objects: ReadonlySet<string> = new Set([
  "BackupPlan",
  "BackupSelection",
  "LockConfiguration",
  "LustreConfiguration",
  "Notifications",
  "OntapConfiguration",
  "OpenZFSConfiguration",
  "ReplicationConfiguration",
  "S3AccessPoint",
  "WindowsConfiguration",
]);

/**
 * The resource without the properties that its type does not have. Reports these, properties of a wrong type, and those
 * that are missing. All other rules are checked with the fixture.
 */
export function checkedProperties(resource: Deployed, kind: OwnedKind, problems: ReadingProblems): Deployed {
  const { logicalId, properties } = resource;
  const report = (path: string, problem: string) => problems.add(`${logicalId}.${path}`, problem);
  for (const [name, value] of Object.entries(properties)) {
    if (!kind.properties.includes(name))
      report(name, `unknown property; ${suggestion(name, kind.properties)}`);
    else if (objects.has(name) && !isObject(value)) {
      problems.add(`${logicalId}.${name}`, "it is not an object; give one", logicalId);
    }
  }
  for (const path of kind.required ?? []) {
    // A value that could not be evaluated is missing, too, and reported already.
    const isReported = problems.places.has(`${logicalId}.${path}`);
    if (!isReported && isMissing(properties, path.split("."))) report(path, "it is required; add it");
  }
  const known = Object.entries(properties).filter(([name]) => kind.properties.includes(name));
  return known.length === Object.keys(properties).length
    ? resource
    : { ...resource, properties: Object.fromEntries(known) };
}

/** Whether the last property of a path is missing in an object that is there. */
function isMissing(properties: Members, [name = "", ...inside]: readonly string[]): boolean {
  const value = properties[name];
  if (inside.length === 0) return value === undefined;
  return isObject(value) && isMissing(value, inside);
}
