import { resolve } from "node:path";
import { listen } from "../adapters/http/listen";
import { mockAws } from "../mock/mock-aws";
import { EndSignal } from "./end-signal";
import { SaveFile } from "./save-file";
import type { ServeOptions } from "./serve-options";
import { mockOfFile, savedWorld } from "./world-file";

/** Serves an account until a signal arrives, and then saves it if asked to. */
export async function serve(options: ServeOptions, say: (line: string) => void): Promise<void> {
  const file = options.save === undefined ? undefined : await SaveFile.open(options.save);
  const signal = new EndSignal(() => file?.close());
  try {
    await serveUntil(signal.received, options, file, say);
  } finally {
    signal.dispose();
    file?.close();
  }
}

async function serveUntil(
  ended: Promise<void>,
  { port, host, allowedHosts, seed, save, mock }: ServeOptions,
  file: SaveFile | undefined,
  say: (line: string) => void,
): Promise<void> {
  const mayBeMissing = seed !== undefined && save !== undefined && resolve(seed) === resolve(save);
  const aws = seed === undefined ? mockAws(mock) : await mockOfFile(seed, mock, { mayBeMissing });
  const endpoint = await listen(aws, { port, host, allowedHosts });
  const { accountId, region } = aws.state;
  say(`Listening at ${endpoint.url}: account ${accountId}, ${region}. Ctrl+C ends it.`);
  await ended;
  await endpoint.close();
  if (!file) return;
  await file.replace(savedWorld(aws));
  say(`Saved the account to ${save}.`);
}
