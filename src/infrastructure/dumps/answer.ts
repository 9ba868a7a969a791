import type { ServiceName } from "../../model";
import type { Members } from "../../seeding/members";

/** What AWS answered to a call of an operation that reads. */
export interface Answer {
  readonly service: ServiceName;
  /** Such as `DescribeBackupVault`. */
  readonly operation: string;
  /** The input of the call, as far as it is known; `{}` if it is not. */
  readonly input: Members;
  /** The answer, or one page of it. */
  readonly output: Members;
  /** Where it is from, for messages: a file, a command. Default: the operation with its input. */
  readonly name?: string;
}

/** What to call an answer in messages. */
export const labelOf = ({ name, operation }: Answer): string => name ?? operation;
