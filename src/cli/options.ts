import { type ParseArgsConfig, parseArgs } from "node:util";
import { suggestion } from "../core/basics";
import { UsageError } from "./usage-error";

/** Refuses options that a command does not have, with the nearest name. Throws a {@link UsageError}. */
export function refuseUnknownOptions(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig["options"]>,
): void {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    const names = Object.keys(options).map(name => `--${name}`);
    throw new UsageError(`unknown option ${token.rawName}; ${suggestion(token.rawName, names)}`);
  }
}
