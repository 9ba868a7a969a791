import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { alreadyExists, invalidParameter, limitExceeded, notFound } from "../account/errors";
import { checkRequestId } from "../account/names";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import {
  type SelectionSettings,
  type TestingSelection,
  testingSelectionKey,
} from "../records/restore-testing-selections";
import { isTestingName } from "./plan-validation";
import { conditionCount, selectionError } from "./selection-validation";
import { testingPlanNamed } from "./testing-plans";

function selectionNamed({ backup }: BackupView, planName: string, name: string): TestingSelection {
  const selection = backup.restoreTestingSelections.get(testingSelectionKey(planName, name));
  if (!selection) throw notFound(`Cannot find restore testing selection with name: ${name}`);
  return selection;
}

function checkQuotas(account: BackupAccount, planName: string, settings: SelectionSettings): void {
  const selections = account.quota("restoreTestingSelectionsPerPlan");
  if (account.backup.restoreTestingSelections.by("plan", planName).size >= selections) {
    throw limitExceeded(`The maximum number of selections of a restore testing plan is ${selections}.`);
  }
  const fault = sizeFault(account, settings);
  if (fault !== undefined) throw limitExceeded(fault);
}

/** Why a selection exceeds a quota; undefined when it does not. */
function sizeFault(account: BackupView, settings: SelectionSettings): string | undefined {
  const arns = account.quota("restoreTestingArnsPerSelection");
  const conditions = account.quota("restoreTestingConditionsPerSelection");
  if ((settings.ProtectedResourceArns?.length ?? 0) > arns) {
    return `A restore testing selection can name at most ${arns} protected resources.`;
  }
  return conditionCount(settings) > conditions
    ? `A restore testing selection can have at most ${conditions} conditions.`
    : undefined;
}

const withPlanArn = (account: BackupView, selection: TestingSelection) => ({
  ...selection,
  RestoreTestingPlanArn: testingPlanNamed(account, selection.RestoreTestingPlanName).RestoreTestingPlanArn,
});

export const createRestoreTestingSelection = write<"CreateRestoreTestingSelection">((input, account) => {
  const { backup, now } = account;
  const { CreatorRequestId, RestoreTestingSelection: given } = input;
  const { RestoreTestingPlanName } = testingPlanNamed(account, input.RestoreTestingPlanName);
  const { RestoreTestingSelectionName: name, ProtectedResourceType } = given;
  checkRequestId(CreatorRequestId);
  const token = CreatorRequestId && testingSelectionKey(RestoreTestingPlanName, CreatorRequestId);
  const replayed = createdBefore(backup.restoreTestingSelections, "creatorRequestId", token);
  if (replayed) return withPlanArn(account, replayed);
  if (!isTestingName(name)) throw invalidParameter(`Invalid restore testing selection name: ${name}`);
  if (backup.restoreTestingSelections.has(testingSelectionKey(RestoreTestingPlanName, name))) {
    throw alreadyExists(`Restore testing selection with name ${name} already exists.`);
  }
  const selection: TestingSelection = {
    ...given,
    RestoreTestingPlanName,
    CreatorRequestId,
    CreationTime: now,
    ValidationWindowHours: given.ValidationWindowHours ?? 0,
  };
  const error = selectionError(ProtectedResourceType, selection);
  if (error) throw error;
  checkQuotas(account, RestoreTestingPlanName, selection);
  return withPlanArn(account, backup.restoreTestingSelections.insert(selection));
});

export const getRestoreTestingSelection = read<"GetRestoreTestingSelection">((input, account) => ({
  RestoreTestingSelection: selectionNamed(
    account,
    input.RestoreTestingPlanName,
    input.RestoreTestingSelectionName,
  ),
}));

export const listRestoreTestingSelections = read<"ListRestoreTestingSelections">((input, account) => {
  const { RestoreTestingPlanName } = testingPlanNamed(account, input.RestoreTestingPlanName);
  const ofPlan = account.backup.restoreTestingSelections.by("plan", RestoreTestingPlanName);
  const { items, token } = pageOf(ofPlan, input);
  return { RestoreTestingSelections: items, NextToken: token };
});

export const updateRestoreTestingSelection = write<"UpdateRestoreTestingSelection">((input, account) => {
  const { RestoreTestingPlanName, RestoreTestingSelectionName, RestoreTestingSelection: given } = input;
  const selection = selectionNamed(account, RestoreTestingPlanName, RestoreTestingSelectionName);
  const changed: TestingSelection = {
    ...selection,
    IamRoleArn: given.IamRoleArn ?? selection.IamRoleArn,
    ProtectedResourceArns: given.ProtectedResourceArns ?? selection.ProtectedResourceArns,
    ProtectedResourceConditions: given.ProtectedResourceConditions ?? selection.ProtectedResourceConditions,
    RestoreMetadataOverrides: given.RestoreMetadataOverrides ?? selection.RestoreMetadataOverrides,
    ValidationWindowHours: given.ValidationWindowHours ?? selection.ValidationWindowHours,
  };
  const error = selectionError(selection.ProtectedResourceType, changed);
  if (error) throw error;
  const fault = sizeFault(account, changed);
  if (fault !== undefined) throw invalidParameter(fault);
  const updated = account.backup.restoreTestingSelections.replace(changed);
  return { ...withPlanArn(account, updated), UpdateTime: account.now };
});

export const deleteRestoreTestingSelection = write<"DeleteRestoreTestingSelection">((input, account) => {
  const { RestoreTestingPlanName, RestoreTestingSelectionName } = input;
  selectionNamed(account, RestoreTestingPlanName, RestoreTestingSelectionName);
  account.backup.restoreTestingSelections.remove(
    testingSelectionKey(RestoreTestingPlanName, RestoreTestingSelectionName),
  );
  return {};
});
