import { invalidParameter } from "./errors";

const requestIdForm = /^[a-zA-Z0-9\-_.]{1,50}$/;

/** Refuses a CreatorRequestId that is none. */
export function checkRequestId(id: string | undefined): void {
  if (id === undefined || requestIdForm.test(id)) return;
  throw invalidParameter(`Invalid CreatorRequestId: ${id}`);
}

/** What the service owns and nobody may take away, such as the plan and vault of automatic EFS backups. */
export const isReserved = (idOrName: string): boolean => idOrName.startsWith("aws/");

const roleForm = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** Whether a text has the form of an IAM role's ARN; whether there is such a role, this account cannot know. */
export const isRoleArn = (text: string): boolean => roleForm.test(text);
