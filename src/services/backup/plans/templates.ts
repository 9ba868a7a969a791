import type { BackupPlan } from "@aws-sdk/client-backup";
import { uuidOf } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { isObject, readInput, serviceModel, violationMessage } from "../../../model";
import { type BackupView, read } from "../account/account";
import { invalidParameter, invalidRequest, notFound } from "../account/errors";
import { pageOfComputed } from "../account/paging";
import { checkNames, checkPlan, type PlanInput, planWithId } from "./plans";
import { standardTemplates } from "./standard-templates";

export const listBackupPlanTemplates = read<"ListBackupPlanTemplates">(input => {
  const { items, token } = pageOfComputed(
    standardTemplates,
    input,
    template => template.BackupPlanTemplateId,
  );
  return { BackupPlanTemplatesList: items, NextToken: token };
});

export const getBackupPlanFromTemplate = read<"GetBackupPlanFromTemplate">(({ BackupPlanTemplateId: id }) => {
  const template = standardTemplates.find(({ BackupPlanTemplateId }) => BackupPlanTemplateId === id);
  if (!template) throw notFound(`Cannot find backup plan template with ID: ${id}`);
  // A template has no plan name and no vaults, although the type of a plan requires them.
  const document: Stored<BackupPlan> = JSON.parse(template.json);
  return { BackupPlanDocument: document };
});

/** The signature of an exported document. It reveals later changes. */
const signatureOf = (plan: object): string => uuidOf(JSON.stringify(plan));

export const exportBackupPlanTemplate = read<"ExportBackupPlanTemplate">(({ BackupPlanId }, account) => {
  const { Rules, ...plan } = planWithId(account, BackupPlanId).BackupPlan;
  const template = { ...plan, Rules: Rules.map(({ RuleId: _id, ...rule }) => rule) };
  return { BackupPlanTemplateJson: JSON.stringify({ ...template, Signature: signatureOf(template) }) };
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter("Invalid backup plan template: it is not JSON.");
  }
}

/** Parses a plan document: an exported one, whose signature must match, or one written by hand. */
function parseDocument(text: string): unknown {
  const document = parseJson(text);
  if (!isObject(document)) return document;
  // The Developer Guide's samples wrap the plan in a `BackupPlan` member.
  const { BackupPlan, ...whole } = document;
  if (isObject(BackupPlan)) return BackupPlan;
  const { Signature, ...plan } = whole;
  if (Signature !== undefined && Signature !== signatureOf(plan)) {
    throw invalidRequest("The backup plan template was changed after it was exported.");
  }
  return plan;
}

/** Validates a document against the API model of a plan. */
function checkDocument(document: unknown): asserts document is PlanInput {
  const creation = serviceModel("backup").operation("CreateBackupPlan");
  const violations = creation ? readInput(creation, { BackupPlan: document }).violations : [];
  if (violations.length > 0) throw invalidParameter(violationMessage(violations));
}

function planFrom(account: BackupView, text: string): PlanInput {
  const document = parseDocument(text);
  checkDocument(document);
  checkNames(document);
  checkPlan(account, document);
  return document;
}

export const getBackupPlanFromJSON = read<"GetBackupPlanFromJSON">((input, account) => ({
  BackupPlan: planFrom(account, input.BackupPlanTemplateJson),
}));
