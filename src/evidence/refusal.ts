import { isObject } from "../model";
import type { EvidenceRefusal } from "./record";

/** What an exception of the SDK has besides the service's own members. */
const notMembers = new Set(["name", "message", "Message", "stack", "__type"]);

/** The facts of an error that a call was refused with. */
export function refusalOf(thrown: unknown): EvidenceRefusal {
  if (!(thrown instanceof Error)) {
    return { name: "Error", message: String(thrown), status: undefined, members: {} };
  }
  const metadata: unknown = Reflect.get(thrown, "$metadata");
  const status = isObject(metadata) ? metadata["httpStatusCode"] : undefined;
  const members = Object.entries(thrown).filter(
    ([name, value]) => !notMembers.has(name) && !name.startsWith("$") && value !== undefined,
  );
  return {
    name: thrown.name,
    message: thrown.message,
    status: typeof status === "number" ? status : undefined,
    members: Object.fromEntries(members),
  };
}
