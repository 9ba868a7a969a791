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
  const { items, token } = pageOfComputed(standardTemplates, input);
  return { BackupPlanTemplatesList: items, NextToken: token };
});

export const getBackupPlanFromTemplate = read<"GetBackupPlanFromTemplate">(({ BackupPlanTemplateId: id }) => {
  const template = standardTemplates.find(({ BackupPlanTemplateId }) => BackupPlanTemplateId === id);
  if (!template) throw notFound(`Cannot find backup plan template with ID: ${id}`);
  // A template leaves open what the plan is called and which vault it fills, which the type of a plan demands.
  const document: Stored<BackupPlan> = JSON.parse(template.json);
  return { BackupPlanDocument: document };
});

/** The seal of an exported document, by which it is known to be as it was exported. */
const signatureOf = (plan: object): string => uuidOf(JSON.stringify(plan));

export const exportBackupPlanTemplate = read<"ExportBackupPlanTemplate">(({ BackupPlanId }, account) => {
  const { Rules, ...plan } = planWithId(account, BackupPlanId).BackupPlan;
  const template = { ...plan, Rules: Rules.map(({ RuleId: _own, ...rule }) => rule) };
  return { BackupPlanTemplateJson: JSON.stringify({ ...template, Signature: signatureOf(template) }) };
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter("Invalid backup plan template: it is not JSON.");
  }
}

/** The document in a text: an exported one as it was signed, or one written by hand. */
function readDocument(text: string): unknown {
  const document = parsed(text);
  if (!isObject(document)) return document;
  // The Developer Guide writes plans within a member of this name.
  const { BackupPlan, ...whole } = document;
  if (isObject(BackupPlan)) return BackupPlan;
  const { Signature, ...plan } = whole;
  if (Signature !== undefined && Signature !== signatureOf(plan)) {
    throw invalidRequest("The backup plan template was changed after it was exported.");
  }
  return plan;
}

/** Refuses a document that is no plan by the API's own model. */
function checkDocument(document: unknown): asserts document is PlanInput {
  const creation = serviceModel("backup").operation("CreateBackupPlan");
  const violations = creation ? readInput(creation, { BackupPlan: document }).violations : [];
  if (violations.length > 0) throw invalidParameter(violationMessage(violations));
}

function planIn(account: BackupView, text: string): PlanInput {
  const document = readDocument(text);
  checkDocument(document);
  checkNames(document);
  checkPlan(account, document);
  return document;
}

export const getBackupPlanFromJSON = read<"GetBackupPlanFromJSON">((input, account) => ({
  BackupPlan: planIn(account, input.BackupPlanTemplateJson),
}));
