import type { IdSource } from "../../../core/basics";
import { invalidParameter } from "./errors";

const requestIdForm = /^[a-zA-Z0-9\-_.]{1,50}$/;

/** Refuses a malformed CreatorRequestId. */
export function checkRequestId(id: string | undefined): void {
  if (id === undefined || requestIdForm.test(id)) return;
  throw invalidParameter(`Invalid CreatorRequestId: ${id}`);
}

/** Whether a name or id is reserved for the service, such as the plan and vault of automatic EFS backups. */
export const isReserved = (idOrName: string): boolean => idOrName.startsWith("aws/");

/** Whether a key is one that AWS manages in the account. Such keys are recognised by their aliases. */
export const isAwsManagedKey = (key: string | undefined): boolean => key?.includes(":alias/aws/") === true;

/** The id of a job. Those that AWS Backup starts by itself are in upper case. */
export const newJobId = (ids: IdSource, isStartedByBackup: boolean): string =>
  isStartedByBackup ? ids.uuid().toUpperCase() : ids.uuid();

const roleForm = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** Whether a text has the form of an IAM role's ARN. Whether the role exists is not known. */
export const isRoleArn = (text: string): boolean => roleForm.test(text);
