import type { Duration } from "aws-backup-mock";
import type { ServiceName } from "../../../../src/model/index";

/** A call of an operation. */
export interface CallStep {
  readonly service: ServiceName;
  readonly operation: string;
  /** A string such as `$vaultArn` stands for a value that an earlier step kept. */
  readonly input: object;
  /** The values to keep: a name, and a path in the output such as `FileSystem.FileSystemId`. */
  readonly keep: Readonly<Record<string, string>>;
}

/** A step of a story: a call, or a move of the clock. */
export type Step = CallStep | { readonly pass: Duration | "all" };

/** The calls of one service. */
export const callsOf =
  (service: ServiceName) =>
  (operation: string, input: object = {}, keep: Readonly<Record<string, string>> = {}): CallStep => ({
    service,
    operation,
    input,
    keep,
  });

/** Long enough for all work in flight to end. */
export const settle: Step = { pass: "all" };
