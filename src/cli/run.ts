import { version } from "../../package.json";
import { MockError, messageOf, suggestion } from "../core/basics";
import { compareFiles } from "./compare";
import { help } from "./help";
import { importFixture } from "./import/import";
import { readImportOptions } from "./import/options";
import type { Output } from "./output";
import { serve } from "./serve";
import { readServeOptions } from "./serve-options";
import { readSimulateOptions } from "./simulate/options";
import { simulate } from "./simulate/simulate";
import { UsageError } from "./usage-error";

const terminal: Output = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
};

const commands = ["simulate", "import", "serve", "compare"];

/** Runs the command. Returns its exit code: 0 success, 1 failure, 2 wrong usage. */
export async function run(args: readonly string[], output: Output = terminal): Promise<number> {
  const { out, err } = output;
  const [command, ...rest] = args;
  if (args.includes("--help") || args.includes("-h") || command === "help") {
    out(help);
    return 0;
  }
  if (args.includes("--version")) {
    out(`${version}\n`);
    return 0;
  }
  try {
    if (command === "compare") return (await compareFiles(rest, line => out(`${line}\n`))) ? 0 : 1;
    if (command === "simulate") return (await simulate(readSimulateOptions(rest), output)) ? 0 : 1;
    if (command === "import") {
      await importFixture(readImportOptions(rest), output);
      return 0;
    }
    if (command !== "serve") {
      throw new UsageError(
        command === undefined
          ? "no command given; start a server with: aws-backup-mock serve"
          : `unknown command ${command}; ${suggestion(command, commands)}`,
      );
    }
    await serve(readServeOptions(rest), line => out(`${line}\n`));
    return 0;
  } catch (thrown) {
    const wrongUsage = thrown instanceof UsageError || thrown instanceof MockError;
    err(`aws-backup-mock: ${withHint(messageOf(thrown), wrongUsage)}\n`);
    return wrongUsage ? 2 : 1;
  }
}

/** A message with a hint at the help, on the same line unless it has several. */
function withHint(message: string, wrongUsage: boolean): string {
  if (!wrongUsage) return message;
  const hint = "see aws-backup-mock --help";
  return message.includes("\n") ? `${message}\n${hint}` : `${message.replace(/\.$/, "")}; ${hint}`;
}
