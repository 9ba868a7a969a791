import { resolve } from "node:path";
import { mockAws } from "../mock/mock-aws";
import { EndSignal } from "./end-signal";
import { exportsFor, listenAt } from "./listening";
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
  { port, host, allowedHosts, seed, save, quiet, mock }: ServeOptions,
  file: SaveFile | undefined,
  say: (line: string) => void,
): Promise<void> {
  const mayBeMissing = seed !== undefined && save !== undefined && resolve(seed) === resolve(save);
  const { aws, content } =
    seed === undefined
      ? { aws: mockAws(mock), content: undefined }
      : await mockOfFile(seed, mock, { mayBeMissing });
  const endpoint = await listenAt(aws, { port, host, allowedHosts, ...(!quiet && { log: say }) });
  const { accountId, region } = aws.state;
  say(`Listening at ${endpoint.url}: account ${accountId}, ${region}. Ctrl+C ends it.`);
  if (content !== undefined) say(`${seed}: ${content}`);
  for (const line of exportsFor(endpoint.url, region)) say(line);
  await ended;
  await endpoint.close();
  if (!file) return;
  await file.replace(savedWorld(aws));
  say(`Saved the account to ${save}.`);
}
