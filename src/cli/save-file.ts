import { randomBytes } from "node:crypto";
import { rmSync, type Stats } from "node:fs";
import {
  access,
  constants,
  type FileHandle,
  lstat,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { messageOf } from "../core/basics";
import { hasCode } from "./error-codes";
import { LockFile } from "./lock-file";
import { UsageError } from "./usage-error";

/** A file that will be replaced as a whole, and that no other process may use until it is closed. */
export class SaveFile {
  /** The file itself, when the given path leads through symbolic links. */
  readonly target: string;
  readonly #lock: LockFile;
  /** The temporary file of the save that is running. */
  #temporary: string | undefined;

  private constructor(target: string, lock: LockFile) {
    this.target = target;
    this.#lock = lock;
  }

  /**
   * Checks that the file of an option can be written, before there is anything to lose. Throws a {@link UsageError} for what can
   * never be written, and another error when a running process uses the file.
   */
  static async open(path: string, option = "--save"): Promise<SaveFile> {
    const target = await writableTarget(path).catch((thrown: unknown) => {
      throw new UsageError(`${option} ${path}: ${messageOf(thrown)}`);
    });
    const lock = await LockFile.take(`${target}.lock`).catch((thrown: unknown) => {
      throw new Error(`${option} ${path}: ${messageOf(thrown)}`);
    });
    const file = new SaveFile(target, lock);
    try {
      await sweep(target);
      await file.#probe();
    } catch (thrown) {
      file.close();
      throw new UsageError(`${option} ${path}: ${messageOf(thrown)}`);
    }
    return file;
  }

  /** Writes a temporary file in the same folder and renames it: whatever happens, the file is whole. */
  async replace(chunks: Iterable<string>): Promise<void> {
    const before = await regularFile(this.target);
    const temporary = temporaryName(this.target);
    const file = await open(temporary, "wx", before ? 0o600 : 0o666);
    this.#temporary = temporary;
    try {
      try {
        for (const chunk of chunks) await file.writeFile(chunk);
        if (before) await keepAccess(file, before);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, this.target);
    } catch (thrown) {
      await rm(temporary, { force: true });
      throw thrown;
    } finally {
      this.#temporary = undefined;
    }
  }

  /** Lets other processes use the file. A save that is still running leaves the file as it was. Synchronous. */
  close(): void {
    if (this.#temporary !== undefined) rmSync(this.#temporary, { force: true });
    this.#lock.release();
  }

  /** Proves that a temporary file can be made. */
  async #probe(): Promise<void> {
    const temporary = temporaryName(this.target);
    await (await open(temporary, "wx", 0o600)).close();
    await rm(temporary);
  }
}

const mostLinks = 40;

/** Follows symbolic links to the file, which may be missing, and checks what is there. */
async function writableTarget(path: string): Promise<string> {
  let target = resolve(path);
  for (let links = 0; links < mostLinks; links++) {
    const folder = await realpath(dirname(target));
    target = join(folder, basename(target));
    const stats = await statsOf(target);
    if (!stats?.isSymbolicLink()) {
      await regularFile(target);
      return target;
    }
    target = resolve(folder, await readlink(target));
  }
  throw new Error("it leads through too many symbolic links");
}

/** What is known of a file that may be replaced; undefined when there is none. Throws for anything else. */
async function regularFile(target: string): Promise<Stats | undefined> {
  const stats = await statsOf(target);
  if (!stats) return undefined;
  if (stats.isDirectory()) throw new Error("it is a directory");
  if (!stats.isFile()) throw new Error("it is not a regular file");
  // An administrator may write to any file, but a file without write permission is not meant to change.
  if ((stats.mode & 0o222) === 0) throw new Error("the file is read-only");
  await access(target, constants.W_OK);
  return stats;
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (thrown) {
    if (hasCode(thrown, "ENOENT")) return undefined;
    throw thrown;
  }
}

/** Gives a new file the mode and owner of the one it replaces. */
async function keepAccess(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  const made = await file.stat();
  if (made.uid !== uid || made.gid !== gid) {
    // Only an administrator may give files away.
    await file.chown(uid, gid).catch(() => {});
  }
  await file.chmod(mode & 0o7777);
}

const suffix = ".aws-backup-mock.tmp";

const temporaryName = (target: string): string => `${target}.${randomBytes(8).toString("hex")}${suffix}`;

/** Removes the temporary files of saves that were killed. Only the holder of the lock may. */
async function sweep(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `${basename(target)}.`;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isFile() || !name.startsWith(prefix) || !name.endsWith(suffix)) continue;
    if (/^[0-9a-f]{16}$/.test(name.slice(prefix.length, -suffix.length)))
      await rm(join(folder, name), { force: true });
  }
}
