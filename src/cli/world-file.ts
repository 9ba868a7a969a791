import { access, constants, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { readFixture } from "../adapters/http/control-input";
import { messageOf } from "../core/basics";
import type { SnapshotDocument } from "../core/world";
import type { MockAws } from "../mock/api";
import { mockAws } from "../mock/mock-aws";
import type { MockOptions } from "../mock/option-types";
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
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (thrown) {
    if (mayBeMissing && codeOf(thrown) === "ENOENT") return mockAws(options);
    throw new UsageError(`--seed ${path}: ${messageOf(thrown)}`);
  }
  try {
    return mockOf(JSON.parse(text), options);
  } catch (thrown) {
    throw new UsageError(`--seed ${path}: ${messageOf(thrown)}`);
  }
}

const codeOf = (thrown: unknown): unknown =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;

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

/** Refuses a path where nothing can be written, before there is something to lose. */
export async function checkWritable(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
    if ((await stat(path).catch(() => undefined))?.isDirectory()) throw new Error("it is a directory");
  } catch (thrown) {
    throw new UsageError(`--save ${path}: ${messageOf(thrown)}`);
  }
}

/** Writes the world beside the file and then puts it in the file's place: whatever happens, the file is whole. */
export async function saveWorld(path: string, aws: MockAws): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(beside, "w");
    try {
      await file.writeFile(`${JSON.stringify(aws.snapshot())}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
}
