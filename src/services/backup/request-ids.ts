import { invalidParameter } from "./errors";

const requestIdForm = /^[a-zA-Z0-9\-_.]{1,50}$/;

/** Refuses a CreatorRequestId that is none. */
export function checkRequestId(id: string | undefined): void {
  if (id === undefined || requestIdForm.test(id)) return;
  throw invalidParameter(`Invalid CreatorRequestId: ${id}`);
}
