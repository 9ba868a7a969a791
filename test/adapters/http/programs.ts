import { execFileSync } from "node:child_process";

/** The first of these commands that runs here. */
export function working(commands: readonly string[], args: readonly string[]): string | undefined {
  return commands.find(command => {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

/** A test that needs another program. Without the program it is skipped with a note, or fails where CI is set. */
export function testWith(command: string | undefined, program: string) {
  if (command !== undefined) return test;
  if (process.env["CI"])
    throw new Error(`Failed to test with ${program}: it must be installed where CI is set.`);
  process.stderr.write(`Skipped: ${program} is not installed.\n`);
  return test.skip;
}

/** The environment that other programs run in: credentials and Region, and no configuration of the machine. */
export const environment = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PAGER: "",
};
