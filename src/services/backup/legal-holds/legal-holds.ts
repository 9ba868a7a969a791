import { arn } from "../../../core/basics";
import type { Records } from "../../../core/store";
import { day } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { invalidParameter, invalidState, limitExceeded, notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import { removeCopiedPoints } from "../backup-jobs/temporary-points";
import type { LegalHold } from "../records/legal-holds";
import type { RecoveryPoint } from "../records/recovery-points";
import { resumeLifecycles } from "../recovery-points/resuming";
import { resourceTypeNamed } from "../resources/resource-types";
import { hasTagCharacters, putTags, removeTags } from "../tags/tags";
import { isHeldBy } from "./holding";

type Selection = NonNullable<LegalHold["RecoveryPointSelection"]>;

const longestDescription = 280;
const defaultRetentionDays = 180;

function checkDescription(name: string, text: string): void {
  if (text.length <= longestDescription) return;
  throw invalidParameter(`${name} cannot be longer than ${longestDescription} characters.`);
}

function checkSelection({ now }: BackupAccount, { ResourceIdentifiers = [], DateRange }: Selection): void {
  const unknown = ResourceIdentifiers.find(
    identifier => !identifier.startsWith("arn:") && !resourceTypeNamed(identifier),
  );
  if (unknown !== undefined) throw invalidParameter(`Invalid resource identifier: ${unknown}`);
  if (!DateRange) return;
  if (DateRange.FromDate > DateRange.ToDate) {
    throw invalidParameter("Invalid date range. FromDate cannot be after ToDate.");
  }
  if (DateRange.ToDate > now) throw invalidParameter("Invalid date range. Dates cannot be in the future.");
}

function checkTagCharacters(tags: Readonly<Record<string, string>>): void {
  const malformed = Object.entries(tags)
    .flat()
    .find(text => !hasTagCharacters(text));
  if (malformed === undefined) return;
  throw invalidParameter(
    `Tags can hold letters, numbers, white space and + - = . _ : / @ only: ${malformed}`,
  );
}

function holdWithId({ backup }: BackupView, id: string): LegalHold {
  const hold = backup.legalHolds.get(id);
  if (!hold) throw notFound(`Cannot find legal hold with ID: ${id}`);
  return hold;
}

export const createLegalHold = write<"CreateLegalHold">((input, account) => {
  const { backup, place, now, ids } = account;
  const { IdempotencyToken, Tags, Title, Description, RecoveryPointSelection } = input;
  const earlier = createdBefore(backup.legalHolds, "idempotencyToken", IdempotencyToken);
  if (earlier) return earlier;
  checkDescription("Description", Description);
  checkSelection(account, RecoveryPointSelection ?? {});
  checkTagCharacters(Tags ?? {});
  const limit = account.quota("legalHolds");
  if (backup.legalHolds.by("inForce", "yes").size >= limit) {
    throw limitExceeded(`The maximum number of legal holds is ${limit}.`);
  }
  const LegalHoldId = ids.uuid();
  const hold: LegalHold = {
    Title,
    Description,
    LegalHoldId,
    LegalHoldArn: arn("backup", place, `legal-hold:${LegalHoldId}`),
    Status: "CREATING",
    CreationDate: now,
    RecoveryPointSelection,
    idempotencyToken: IdempotencyToken,
  };
  putTags(account, hold.LegalHoldArn, Tags);
  return backup.legalHolds.insert({
    ...hold,
    next: account.inFlight("activate", account.duration("legalHold", hold)),
  });
});

export const getLegalHold = read<"GetLegalHold">(({ LegalHoldId }, account) =>
  holdWithId(account, LegalHoldId),
);

export const listLegalHolds = read<"ListLegalHolds">((input, { backup }) => {
  const { items, token } = pageOf(backup.legalHolds.all(), input);
  return { LegalHolds: items, NextToken: token };
});

export const listRecoveryPointsByLegalHold = read<"ListRecoveryPointsByLegalHold">((input, account) => {
  const hold = account.backup.legalHolds.get(input.LegalHoldId);
  // This operation declares no not-found error.
  if (!hold) throw invalidParameter(`Cannot find legal hold with ID: ${input.LegalHoldId}`);
  const { items, token } = pageOf(candidatePoints(account, hold), input, {
    where: point => isHeldBy(hold, point),
  });
  return { RecoveryPoints: items, NextToken: token, next: hold.next };
});

/** The smallest group of the table that contains all points of a hold. */
function candidatePoints(
  { backup }: BackupView,
  { RecoveryPointSelection }: LegalHold,
): Records<RecoveryPoint> {
  const { VaultNames = [], ResourceIdentifiers = [] } = RecoveryPointSelection ?? {};
  const [vault, ...otherVaults] = VaultNames;
  if (vault !== undefined && otherVaults.length === 0) return backup.recoveryPoints.by("vault", vault);
  const [resource = "", ...otherResources] = ResourceIdentifiers;
  const isSingle = resource.startsWith("arn:") && !resource.includes("*") && otherResources.length === 0;
  return isSingle ? backup.recoveryPoints.by("resource", resource) : backup.recoveryPoints.all();
}

export const cancelLegalHold = write<"CancelLegalHold">((input, account) => {
  const { LegalHoldId, CancelDescription, RetainRecordInDays = defaultRetentionDays } = input;
  const hold = holdWithId(account, LegalHoldId);
  if (hold.Status !== "ACTIVE") {
    throw invalidState(`Legal hold ${LegalHoldId} cannot be canceled: its status is ${hold.Status}.`);
  }
  checkDescription("CancelDescription", CancelDescription);
  if (RetainRecordInDays < 0) throw invalidParameter("RetainRecordInDays cannot be negative.");
  account.backup.legalHolds.change(hold, {
    Status: "CANCELING",
    CancelDescription,
    retainRecordInDays: RetainRecordInDays,
    next: account.inFlight("release", account.duration("legalHold", hold)),
  });
  return {};
});

/** The timed steps of legal holds. */
export const legalHoldSteps = {
  activate(hold: LegalHold, { backup }: BackupAccount): void {
    backup.legalHolds.change(hold, { Status: "ACTIVE", next: undefined });
  },

  release(hold: LegalHold, account: BackupAccount): void {
    const { backup, now } = account;
    const RetainRecordUntil = now + (hold.retainRecordInDays ?? defaultRetentionDays) * day;
    backup.legalHolds.change(hold, {
      Status: "CANCELED",
      CancellationDate: now,
      RetainRecordUntil,
      next: account.planned("forget", RetainRecordUntil),
    });
    removeCopiedPoints(account);
    resumeLifecycles(account);
  },

  forget(hold: LegalHold, account: BackupAccount): void {
    account.backup.legalHolds.remove(hold.LegalHoldId);
    removeTags(account, hold.LegalHoldArn);
  },
};
