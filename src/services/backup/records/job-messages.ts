import { categoryOf } from "./message-categories";

/** A message that a job ends with, and the category that the job shows for it. */
export interface JobMessage {
  readonly category: string;
  readonly message: string;
}

/** What stands in the way of a copy, for those who examine plans. */
export type CopyObstacle =
  | "Denied"
  | "KeyUnsuitable"
  | "NotEnabled"
  | "RetentionOutsideLock"
  | "Unsupported"
  | "VaultMissing";

/** Why a job fails. */
export interface Fault {
  readonly fault: JobMessage;
  readonly obstacle?: CopyObstacle | undefined;
}

export const jobMessage = (message: string): JobMessage => ({ category: categoryOf(message), message });

export const fault = (message: string, obstacle?: CopyObstacle): Fault => ({
  fault: jobMessage(message),
  obstacle,
});
