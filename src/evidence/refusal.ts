import { isObject } from "../model";
import type { EvidenceRefusal } from "./record";

/** Members of the SDK's exceptions that are not the service's own. */
const notMembers = new Set(["name", "message", "Message", "stack", "__type"]);

/** Reads the error of a refused call. */
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
