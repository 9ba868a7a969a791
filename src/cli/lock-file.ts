import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { hasCode } from "./error-codes";

/** What a lock file says about the process that made it. */
interface Holder {
  readonly program: "aws-backup-mock";
  readonly pid: number;
  /** When the process started, on systems that tell: a later process may get the same id. */
  readonly started: string | undefined;
  readonly host: string;
  readonly token: string;
}

/** How often a holder touches its lock file, in milliseconds. */
const touchEvery = 5_000;
/** A lock of another machine or container counts as abandoned when it was not touched for this long. */
const abandonedAfter = 4 * touchEvery;

/** Keeps a second process away from a file. A lock whose process has died is taken over. */
export class LockFile {
  readonly #path: string;
  readonly #token: string;
  readonly #touching: NodeJS.Timeout;

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    this.#touching = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => {});
    }, touchEvery).unref();
  }

  /** Takes the lock at a path. Throws when a running process holds it. */
  static async take(path: string): Promise<LockFile> {
    const token = randomUUID();
    const content = JSON.stringify(await ownHolder(token));
    for (;;) {
      try {
        await writeFile(path, `${content}\n`, { flag: "wx" });
        return new LockFile(path, token);
      } catch (thrown) {
        if (!hasCode(thrown, "EEXIST")) throw thrown;
      }
      await removeStale(path);
    }
  }

  /** Removes the lock, unless another process has taken it over. Synchronous: the process may be about to end. */
  release(): void {
    clearInterval(this.#touching);
    try {
      if (holderOf(readFileSync(this.#path, "utf8"))?.token === this.#token) rmSync(this.#path);
    } catch (thrown) {
      if (!hasCode(thrown, "ENOENT")) throw thrown;
    }
  }
}

async function ownHolder(token: string): Promise<Holder> {
  const { pid } = process;
  return { program: "aws-backup-mock", pid, started: await startOf(pid), host: hostname(), token };
}

/** Removes a lock file that nobody holds any more. Throws when somebody does. */
async function removeStale(path: string): Promise<void> {
  let text: string;
  let touched: number;
  try {
    [text, touched] = await Promise.all([readFile(path, "utf8"), stat(path).then(({ mtimeMs }) => mtimeMs)]);
  } catch (thrown) {
    if (hasCode(thrown, "ENOENT")) return;
    throw thrown;
  }
  const holder = holderOf(text);
  if (!holder && text.trim() !== "") {
    throw new Error(`${path} exists and is not a lock of this program; move it away`);
  }
  if (await isHeld(holder, touched)) {
    const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
    throw new Error(`${who} is using it; stop that one first, or save to another file`);
  }
  await removeIfUnchanged(path, text);
}

/** Two processes may find the same stale lock: the slower one must not remove the new lock of the other. */
async function removeIfUnchanged(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (thrown) {
    if (hasCode(thrown, "ENOENT")) return;
    throw thrown;
  }
  if ((await readFile(aside, "utf8")) === text) await rm(aside);
  else await rename(aside, path);
}

function holderOf(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === "object" &&
  value !== null &&
  "program" in value &&
  value.program === "aws-backup-mock" &&
  "pid" in value &&
  typeof value.pid === "number";

async function isHeld(holder: Holder | undefined, touched: number): Promise<boolean> {
  if (holder?.host !== hostname()) return Date.now() - touched < abandonedAfter;
  if (!isRunning(holder.pid)) return false;
  const started = await startOf(holder.pid);
  return started === undefined || holder.started === undefined || started === holder.started;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // A process of another user may not be signalled, but it is there.
    return hasCode(thrown, "EPERM");
  }
}

/** When a process started, in the clock ticks of Linux; undefined on other systems. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold spaces.
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
