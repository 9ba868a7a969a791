import { parseArgs } from "node:util";
import { messageOf } from "../../core/basics";
import type { MockOptions } from "../../mock/option-types";
import { refuseUnknownOptions } from "../options";
import { UsageError } from "../usage-error";
import { type NamedResource, readResource } from "./resource-option";

/** The options of `simulate`. */
export interface SimulateOptions {
  readonly file: string;
  readonly length: string;
  readonly resources: readonly NamedResource[];
  /** The parameters of a template, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly prices: readonly string[];
  readonly json: boolean;
  readonly svg: string | undefined;
  readonly failOnProblems: boolean;
  readonly mock: Pick<MockOptions, "region" | "accountId" | "now">;
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;

const options = {
  for: text,
  resource: texts,
  parameter: texts,
  prices: texts,
  json: { type: "boolean" } as const,
  svg: text,
  "fail-on": text,
  region: text,
  account: text,
  now: text,
};

/** Reads the arguments after `simulate`. Throws a {@link UsageError} for invalid ones. */
export function readSimulateOptions(args: readonly string[]): SimulateOptions {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new UsageError("simulate takes one file: a plan, a template, a fixture or a saved world");
  }
  const {
    for: length = "400 days",
    resource = [],
    parameter = [],
    prices = [],
    json = false,
    svg,
    now,
  } = values;
  const failOn = values["fail-on"];
  if (failOn !== undefined && failOn !== "problems") {
    throw new UsageError(`--fail-on ${failOn}: write --fail-on problems`);
  }
  return {
    file,
    length: /^\d+$/.test(length) ? `${length} days` : length,
    resources: resource.map(readResource),
    parameters: Object.fromEntries(parameter.map(readParameter)),
    prices,
    json,
    svg,
    failOnProblems: failOn !== undefined,
    mock: {
      ...(values.region !== undefined && { region: values.region }),
      ...(values.account !== undefined && { accountId: values.account }),
      ...(now !== undefined && { now: /^\d+$/.test(now) ? Number(now) : now }),
    },
  };
}

function readParameter(given: string): readonly [string, string] {
  const [, name, value = ""] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
  if (name !== undefined) return [name, value];
  throw new UsageError(`--parameter ${given}: write NAME=VALUE`);
}

function parsed(args: readonly string[]) {
  refuseUnknownOptions(args, options);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(messageOf(thrown));
  }
}
