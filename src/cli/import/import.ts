import type { Infrastructure } from "../../infrastructure/result";
import { originOf } from "../../seeding/origin";
import { EndSignal } from "../end-signal";
import { hasCode } from "../error-codes";
import { readJsonFile } from "../json-file";
import { notesOf } from "../notes";
import type { Output } from "../output";
import { progressBar } from "../progress";
import { SaveFile } from "../save-file";
import { UsageError } from "../usage-error";
import type { ImportCommand } from "./options";
import { projectClients } from "./project-clients";

/** Writes a live account, or a folder of answers, as a fixture. A signal ends it, and then nothing is written. */
export async function importFixture(command: ImportCommand, output: Output): Promise<void> {
  const { file: path } = command;
  if (path !== undefined) await refuseForeignFile(path);
  const file = path === undefined ? undefined : await SaveFile.open(path, "import");
  const end = new EndSignal(() => file?.close());
  const ending = new AbortController();
  void end.received.then(() => ending.abort(new Error("import was interrupted; nothing was written")));
  try {
    const imported = await read(command, output, ending.signal);
    ending.signal.throwIfAborted();
    for (const note of notesOf(imported)) output.err(`${note}\n`);
    const text = `${JSON.stringify(imported.fixture, undefined, 2)}\n`;
    if (file) await file.replace([text]);
    else output.out(text);
  } finally {
    end.dispose();
    file?.close();
  }
}

/** An import replaces an earlier one, and nothing else. */
async function refuseForeignFile(path: string): Promise<void> {
  const document = await readJsonFile(path).catch((thrown: unknown) =>
    hasCode(thrown, "ENOENT") ? { origin: undefined, isMissing: true } : undefined,
  );
  const isOurs = originOf(Reflect.get(Object(document), "origin")) !== undefined;
  if (isOurs || Reflect.get(Object(document), "isMissing") === true) return;
  throw new UsageError(`import ${path}: the file exists and is no import; name another, or remove it`);
}

async function read(command: ImportCommand, output: Output, signal: AbortSignal): Promise<Infrastructure> {
  // Other commands do not load it.
  const { fromAwsCli } = await import("../../infrastructure");
  const { folder, region } = command;
  if (folder !== undefined) return fromAwsCli(folder, { ...(region !== undefined && { region }) });
  return withProfile(command.profile, () => readAccount(command, output, signal));
}

async function readAccount(
  { region, scrub, everyPoint, callsPerSecond }: ImportCommand,
  output: Output,
  signal: AbortSignal,
): Promise<Infrastructure> {
  const { importAccount } = await import("../../infrastructure");
  const { clients, missing } = projectClients({ ...(region !== undefined && { region }) });
  for (const name of missing) output.err(`${name} is not installed; its service is left out.\n`);
  const bar = progressBar(output.err);
  try {
    return await importAccount(clients, {
      scrub,
      everyPoint,
      signal,
      ...(callsPerSecond !== undefined && { callsPerSecond }),
      ...(output.isTerminal && {
        onProgress: ({ call, calls, operation, operations }) =>
          bar.show(operation / operations, `${calls} calls, ${call}`),
      }),
    });
  } finally {
    bar.clear();
    for (const client of Object.values(clients)) destroy(client);
  }
}

/** Closes the connections of a client, which would keep the process alive. */
function destroy(client: object): void {
  const close: unknown = Reflect.get(client, "destroy");
  if (typeof close === "function") Reflect.apply(close, client, []);
}

/** Every version of the SDK takes the profile, with its credentials and its Region, from the environment. */
async function withProfile<Result>(profile: string | undefined, run: () => Promise<Result>): Promise<Result> {
  const { AWS_PROFILE: before } = process.env;
  if (profile === undefined) return run();
  process.env["AWS_PROFILE"] = profile;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env["AWS_PROFILE"];
    else process.env["AWS_PROFILE"] = before;
  }
}
