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
 * A mock of the fixture or the saved world in a file; a reset returns to it. With `mayBeMissing`, a missing file is an
 * empty world.
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
    throw new Error("it does not hold a JSON object");
  }
  if (isSaved(document)) return mockAws({ ...options, snapshot: document });
  const seeded = mockAws(options);
  seeded.seed(readFixture(document));
  return mockAws({ ...options, snapshot: seeded.snapshot() });
}

/** The mock checks the version. */
const isSaved = (document: object): document is SnapshotDocument => "format" in document;

/** The text of a file that {@link mockOfFile} reads. */
export function* savedWorld(aws: MockAws): Generator<string, void> {
  yield* jsonText(aws.snapshot());
  yield "\n";
}
