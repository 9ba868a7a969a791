import type { BackupSelection as SdkSelection } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/world";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { checkIsHere, readArn } from "../account/arns";
import { alreadyExists, insufficientPrivileges, invalidParameter, limitExceeded } from "../account/errors";
import { checkRequestId, isReserved, isRoleArn } from "../account/names";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import { type Selection, selectionKey } from "../records/selections";
import { canonicalJson, planWithId } from "./plans";

/** For selections, a missing plan has another error than for plans. */
function checkPlanExists({ backup }: BackupView, id: string): void {
  if (backup.plans.get(id)?.DeletionDate === undefined && backup.plans.has(id)) return;
  throw invalidParameter(`Cannot find Backup plan with ID ${id}`);
}

function checkSelection(account: BackupView, selection: Stored<SdkSelection>): void {
  const { IamRoleArn, ListOfTags = [], Resources = [], NotResources = [], Conditions } = selection;
  if (!isRoleArn(IamRoleArn)) {
    throw invalidParameter(`IAM Role ${IamRoleArn} cannot be assumed by AWS Backup`);
  }
  if (ListOfTags.length === 0 && Resources.length === 0) {
    throw invalidParameter(
      "Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
    );
  }
  for (const arns of [Resources, NotResources]) {
    const hasWildcards = arns.some(arn => arn.includes("*"));
    const limit = account.quota(hasWildcards ? "wildcardResourcesPerSelection" : "resourcesPerSelection");
    if (arns.length > limit) throw limitExceeded(`A backup selection can name at most ${limit} resources.`);
  }
  for (const text of [...Resources, ...NotResources]) checkResourcePattern(account, text);
  const maxTags = account.quota("tagsPerSelection");
  const tagCount = ListOfTags.length + Object.values(Conditions ?? {}).flat().length;
  if (tagCount > maxTags) throw limitExceeded(`A backup selection can name at most ${maxTags} tags.`);
  const unprefixed = Object.values(Conditions ?? {})
    .flat()
    .find(condition => !condition?.ConditionKey?.startsWith("aws:ResourceTag/"));
  if (unprefixed) {
    throw invalidParameter(`Condition keys must start with aws:ResourceTag/: ${unprefixed.ConditionKey}`);
  }
}

/**
 * Refuses texts that are no ARN, and ARNs of other places. Of a pattern, only the parts before its first wildcard are
 * checked. In the name of a resource, a wildcard can only be the last character.
 */
function checkResourcePattern({ place }: BackupView, text: string): void {
  if (!text.includes("*")) {
    checkIsHere(place, text, readArn(text));
    return;
  }
  if (!/^(arn:|\*)/.test(text)) throw invalidParameter(`Invalid ARN: ${text}`);
  const parts = text.split(":");
  if (/\*./.test(parts.slice(5).join(":"))) {
    throw invalidParameter(`Invalid ARN: ${text}. A wildcard is supported only at the end`);
  }
  const certain = parts.slice(
    0,
    parts.findIndex(part => part.includes("*")),
  );
  const [, partition = "", , region = "", accountId = ""] = certain;
  checkIsHere(place, text, { partition, region, accountId });
}

export const createBackupSelection = write<"CreateBackupSelection">((input, account) => {
  const { backup } = account;
  const { BackupPlanId, BackupSelection, CreatorRequestId } = input;
  checkPlanExists(account, BackupPlanId);
  checkRequestId(CreatorRequestId);
  if (isReserved(BackupPlanId)) throw insufficientPrivileges();
  const token = CreatorRequestId && selectionKey(BackupPlanId, CreatorRequestId);
  const replayed = createdBefore(backup.selections, "creatorRequestId", token);
  if (replayed && canonicalJson(replayed.BackupSelection) === canonicalJson(BackupSelection)) return replayed;
  if (replayed) {
    throw alreadyExists("Backup selection with the same CreatorRequestId already exists", {
      CreatorRequestId,
    });
  }
  return makeSelection(account, { BackupPlanId, BackupSelection, CreatorRequestId });
});

const isTagBased = ({ ListOfTags = [] }: Stored<SdkSelection>): boolean => ListOfTags.length > 0;

/** Enforces the quotas of selections per plan: of all, and of those with tags. */
function checkQuotas(account: BackupView, planId: string, selection: Stored<SdkSelection>): void {
  const present = account.backup.selections.by("plan", planId);
  const limit = account.quota("selectionsPerPlan");
  if (present.size >= limit) {
    throw limitExceeded(`The maximum number of resource assignments of a backup plan is ${limit}.`);
  }
  if (!isTagBased(selection)) return;
  const tagLimit = account.quota("tagBasedSelectionsPerPlan");
  if ([...present].filter(({ BackupSelection }) => isTagBased(BackupSelection)).length >= tagLimit) {
    throw limitExceeded(
      `The maximum number of tag-based resource assignments of a backup plan is ${tagLimit}.`,
    );
  }
}

/** Adds a selection to a plan, with AWS's defaults for omitted members. */
export function makeSelection(
  account: BackupAccount,
  given: Partial<Selection> & Pick<Selection, "BackupPlanId" | "BackupSelection">,
): Selection {
  const { backup, now, ids } = account;
  const { BackupPlanId, BackupSelection } = given;
  checkPlanExists(account, BackupPlanId);
  checkSelection(account, BackupSelection);
  checkQuotas(account, BackupPlanId, BackupSelection);
  return backup.selections.insert({
    SelectionId: given.SelectionId ?? ids.uuid(),
    BackupPlanId,
    CreatorRequestId: given.CreatorRequestId ?? ids.uuid(),
    CreationDate: given.CreationDate ?? now,
    BackupSelection,
  });
}

function selectionWithId(account: BackupView, planId: string, selectionId: string): Selection {
  checkPlanExists(account, planId);
  const selection = account.backup.selections.get(selectionKey(planId, selectionId));
  if (!selection) throw invalidParameter(`Cannot find Backup plan selection with ID ${selectionId}`);
  return selection;
}

/** The service shows omitted lists as empty ones. */
const withEmptyLists = (selection: Stored<SdkSelection>): Stored<SdkSelection> => ({
  ...selection,
  Resources: selection.Resources ?? [],
  NotResources: selection.NotResources ?? [],
  ListOfTags: selection.ListOfTags ?? [],
  Conditions: {
    StringEquals: selection.Conditions?.StringEquals ?? [],
    StringNotEquals: selection.Conditions?.StringNotEquals ?? [],
    StringLike: selection.Conditions?.StringLike ?? [],
    StringNotLike: selection.Conditions?.StringNotLike ?? [],
  },
});

export const getBackupSelection = read<"GetBackupSelection">((input, account) => {
  const selection = selectionWithId(account, input.BackupPlanId, input.SelectionId);
  return { ...selection, BackupSelection: withEmptyLists(selection.BackupSelection) };
});

export const listBackupSelections = read<"ListBackupSelections">((input, account) => {
  const plan = planWithId(account, input.BackupPlanId);
  const { items, token } = pageOf(account.backup.selections.by("plan", plan.BackupPlanId), input);
  return {
    BackupSelectionsList: items.map(selection => ({
      ...selection,
      SelectionName: selection.BackupSelection.SelectionName,
      IamRoleArn: selection.BackupSelection.IamRoleArn,
    })),
    NextToken: token,
  };
});

export const deleteBackupSelection = write<"DeleteBackupSelection">((input, account) => {
  // Of a missing plan, deletions tell otherwise than reads do.
  planWithId(account, input.BackupPlanId);
  const selection = selectionWithId(account, input.BackupPlanId, input.SelectionId);
  if (isReserved(selection.BackupPlanId)) throw insufficientPrivileges();
  account.backup.selections.remove(selectionKey(selection.BackupPlanId, selection.SelectionId));
  return {};
});
