import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { LegalHold } from "../records/legal-holds";

export const legalHoldKind = {
  description: { by: "GetLegalHold", inputFor: ({ LegalHoldId }) => ({ LegalHoldId }) },
  state: "Status",
  works: {
    CREATING: { step: "activate", duration: "legalHold" },
    CANCELING: { step: "release", duration: "legalHold" },
  },
  edited(before, after, account) {
    const { RetainRecordUntil: until } = after;
    if (after.Status !== "CANCELED" || until === undefined || until === before.RetainRecordUntil) return;
    account.backup.legalHolds.change(after, { next: account.planned("forget", until) });
  },
} satisfies Kind<BackupShape, LegalHold>;
