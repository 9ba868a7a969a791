import { readFixture } from "../adapters/http/control-input";
import { jsonText } from "../adapters/http/json-text";
import { messageOf } from "../core/basics";
import type { SnapshotDocument } from "../core/world";
import type { MockAws } from "../mock/api";
import { mockAws } from "../mock/mock-aws";
import type { MockOptions } from "../mock/option-types";
import { originOf } from "../seeding/origin";
import { hasCode } from "./error-codes";
import { readJsonFile } from "./json-file";
import { UsageError } from "./usage-error";

/** A mock made from a file, and what the file holds, in words. */
interface FileMock {
  readonly aws: MockAws;
  readonly content: string;
}

/**
 * A mock of the fixture or the saved world in a file; a reset returns to it. With `mayBeMissing`, a missing file is an
 * empty world.
 */
export async function mockOfFile(
  path: string,
  options: MockOptions,
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): Promise<FileMock> {
  try {
    return mockOf(await readJsonFile(path), options);
  } catch (thrown) {
    const isMissing = hasCode(thrown, "ENOENT");
    if (mayBeMissing && isMissing) return { aws: mockAws(options), content: "a new world, not saved yet" };
    const why = isMissing
      ? "there is no such file; correct the path, or begin a new world there with --save and the same path"
      : messageOf(thrown);
    throw new UsageError(`--seed ${path}: ${why}`);
  }
}

function mockOf(document: unknown, options: MockOptions): FileMock {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw new Error("it does not hold a JSON object");
  }
  if (isSaved(document)) {
    const saved = mockAws({ ...options, snapshot: document });
    return { aws: saved, content: `a saved world of ${saved.clock.now().toISOString()}` };
  }
  const whole = { ...originOf(Reflect.get(document, "origin")), ...options };
  const seeded = mockAws(whole);
  const { resources, ...services } = seeded.seed(readFixture(document));
  const aws = mockAws({ ...whole, snapshot: seeded.snapshot() });
  return { aws, content: countsOf(Object.values({ ...services, rest: { resources } })) };
}

/** `seeded vaults (2), plans (1)`, by the lists of a fixture. */
function countsOf(services: readonly Readonly<Record<string, readonly object[]>>[]): string {
  const counts = services.flatMap(lists =>
    Object.entries(lists).flatMap(([list, { length }]) => (length > 0 ? [`${list} (${length})`] : [])),
  );
  return counts.length > 0 ? `seeded ${counts.join(", ")}` : "an empty fixture";
}

/** The mock checks the version. */
const isSaved = (document: object): document is SnapshotDocument => "format" in document;

/** The text of a file that {@link mockOfFile} reads. */
export function* savedWorld(aws: MockAws): Generator<string, void> {
  yield* jsonText(aws.snapshot());
  yield "\n";
}
