import { readFixture } from "../adapters/http/control-input";
import { jsonText } from "../adapters/http/json-text";
import { messageOf } from "../core/basics";
import type { SnapshotDocument } from "../core/world";
import type { MockAws } from "../mock/api";
import { mockAws } from "../mock/mock-aws";
import type { MockOptions } from "../mock/option-types";
import { hasCode } from "./error-codes";
import { readJsonFile } from "./json-file";
import { UsageError } from "./usage-error";

/**
 * A mock of what a file holds: a fixture, or a world that was saved. What is reset goes back to it. With `mayBeMissing`,
 * no file is an empty world.
 */
export async function mockOfFile(
  path: string,
  options: MockOptions,
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): Promise<MockAws> {
  try {
    return mockOf(await readJsonFile(path), options);
  } catch (thrown) {
    if (mayBeMissing && hasCode(thrown, "ENOENT")) return mockAws(options);
    throw new UsageError(`--seed ${path}: ${messageOf(thrown)}`);
  }
}

function mockOf(document: unknown, options: MockOptions): MockAws {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw new Error("there is no object in it");
  }
  if (isSaved(document)) return mockAws({ ...options, snapshot: document });
  const seeded = mockAws(options);
  seeded.seed(readFixture(document));
  return mockAws({ ...options, snapshot: seeded.snapshot() });
}

/** Whether it is one of this version, the mock says. */
const isSaved = (document: object): document is SnapshotDocument => "format" in document;

/** The text of a file that {@link mockOfFile} reads. */
export function* savedWorld(aws: MockAws): Generator<string, void> {
  yield* jsonText(aws.snapshot());
  yield "\n";
}
