import { resolve } from "node:path";
import { listen } from "../adapters/http/listen";
import { mockAws } from "../mock/mock-aws";
import type { ServeOptions } from "./serve-options";
import { checkWritable, mockOfFile, saveWorld } from "./world-file";

/** Serves an account until a signal comes, and saves it then if asked to. */
export async function serve(options: ServeOptions, say: (line: string) => void): Promise<void> {
  const { port, host, seed, save, mock } = options;
  if (save !== undefined) await checkWritable(save);
  const mayBeMissing = seed !== undefined && save !== undefined && resolve(seed) === resolve(save);
  const aws = seed === undefined ? mockAws(mock) : await mockOfFile(seed, mock, { mayBeMissing });
  const endpoint = await listen(aws, { port, host });
  const ended = signal();
  const { accountId, region } = aws.state;
  say(`Listening at ${endpoint.url}: account ${accountId}, ${region}. Ctrl+C ends it.`);
  await ended;
  await endpoint.close();
  if (save !== undefined) {
    await saveWorld(save, aws);
    say(`Saved the account to ${save}.`);
  }
}

/** How often to look whether whoever started this is still there, in milliseconds. */
const lookEvery = 100;

/** Resolves at the first signal to end; the next one of its kind does what it does to any process. */
const signal = (): Promise<void> =>
  new Promise(resolve => {
    for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => resolve());
    // npm and npx start commands by a shell that passes no signal on, but ends: then this has a new parent.
    if (process.env["npm_command"] === undefined) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, lookEvery).unref();
  });
