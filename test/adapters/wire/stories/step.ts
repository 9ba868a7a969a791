import type { Duration } from "aws-backup-mock";
import type { ServiceName } from "../../../../src/model/index";

/** A call of an operation. */
export interface CallStep {
  readonly service: ServiceName;
  readonly operation: string;
  /** A text such as `$vaultArn` stands for what an earlier step kept. */
  readonly input: object;
  /** What is kept of the output: names, and where it stands: `FileSystem.FileSystemId`. */
  readonly keep: Readonly<Record<string, string>>;
}

/** Something of a story: a call, or time that passes. */
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

/** Time for everything that is under way to end. */
export const settle: Step = { pass: "all" };
