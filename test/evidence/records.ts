import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvidenceRecord } from "aws-backup-mock/evidence";
import { isObject } from "../../src/model/index";

/** A file of this folder that holds records, as far as it can be told before it is checked. */
export interface RecordFile {
  /** `backup/a-vault-with-recovery-points-cannot-be-deleted.json` */
  readonly path: string;
  /** The record's title, or the path where there is none. */
  readonly title: string;
  readonly document: unknown;
}

const listName = "not-yet.json";

/** The files of records below this folder, sorted. */
export function recordFiles(): readonly RecordFile[] {
  return readdirSync(__dirname, { encoding: "utf8", recursive: true })
    .filter(path => path.endsWith(".json") && path !== listName)
    .sort()
    .map(path => ({ path, ...titled(path) }));
}

function titled(path: string): Pick<RecordFile, "title" | "document"> {
  const document: unknown = JSON.parse(readFileSync(join(__dirname, path), "utf8"));
  const title = isObject(document) ? document["title"] : undefined;
  return { title: typeof title === "string" ? title : path, document };
}

/** The paths of the records that the product is known to contradict. */
export function notYet(): readonly string[] {
  const paths: unknown = JSON.parse(readFileSync(join(__dirname, listName), "utf8"));
  return Array.isArray(paths) ? paths.map(String) : [];
}

/** How many records hold, by service and confidence. A record of two services counts for both. */
export class Count {
  readonly #lines = new Map<string, { held: number; all: number }>();

  add({ services, confidence }: EvidenceRecord, holds: boolean): void {
    for (const service of [...services, "all"]) {
      const line = this.#lines.get(`${service}, ${confidence}`) ?? { held: 0, all: 0 };
      this.#lines.set(`${service}, ${confidence}`, {
        held: line.held + (holds ? 1 : 0),
        all: line.all + 1,
      });
    }
  }

  toString(): string {
    return [...this.#lines]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([what, { held, all }]) => `records that hold (${what}): ${held} of ${all}\n`)
      .join("");
  }
}
