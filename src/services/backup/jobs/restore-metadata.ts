import type { RecoveryPoint } from "../records/recovery-points";
import { restoreKindOf } from "./restore-kinds";

export type Metadata = Readonly<Record<string, string>>;

/** The metadata of a restore as the services read it: the case of a key does not matter, that of `exactly` does. */
export class RestoreMetadata {
  readonly #values: Metadata;
  readonly #byLowerCase: ReadonlyMap<string, string>;

  constructor(values: Metadata) {
    this.#values = values;
    this.#byLowerCase = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  }

  get(key: string): string | undefined {
    return this.#byLowerCase.get(key.toLowerCase());
  }

  /** The value of a key in exactly this spelling: `newFilesystem` does not make a new file system. */
  exactly(key: string): string | undefined {
    return this.#values[key];
  }

  isTrue(key: string): boolean {
    return this.get(key)?.toLowerCase() === "true";
  }

  /** A value that is JSON inside the text; `undefined` when there is none, or none that can be read. */
  json(key: string): unknown {
    const text = this.get(key);
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  has(key: string): boolean {
    return this.#byLowerCase.has(key.toLowerCase());
  }
}

const longest = 200 * 1024;
/** Comes with every point's own metadata, and so goes back with every restore. */
const requestId = "aws:backup:request-id";

/** Why a restore with such metadata is refused at once. Wrong values make the job fail later. */
export function metadataFault(point: RecoveryPoint, metadata: Metadata): string | undefined {
  const kind = restoreKindOf(point);
  if (!kind) return `Unsupported resource type: ${point.ResourceArn}`;
  const size = Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (size > longest) return `Restore metadata cannot be longer than ${longest} characters.`;
  const given = new RestoreMetadata(metadata);
  const unknown = Object.keys(metadata).find(key => key !== requestId && !kind.keys.has(key.toLowerCase()));
  if (unknown !== undefined)
    return `Invalid restore metadata for ${point.ResourceType}: unknown key ${unknown}`;
  const missing = kind.required(given, point).find(key => !given.has(key));
  return missing === undefined
    ? undefined
    : `Invalid restore metadata for ${point.ResourceType}: missing key ${missing}`;
}

/** What makes a job fail that was let in: lists and blocks that are not the JSON they must be. */
export function valueFault(point: RecoveryPoint, metadata: Metadata): string | undefined {
  const given = new RestoreMetadata(metadata);
  for (const [key, most] of restoreKindOf(point)?.json ?? []) {
    if (!given.has(key)) continue;
    const value = given.json(key);
    const tooMany = Array.isArray(value) && value.length > most;
    if (typeof value !== "object" || value === null || tooMany) return "Restore metadata is invalid.";
  }
  return undefined;
}
