import type { BackupView } from "../../account/account";
import type { ControlDocument, Framework } from "../../records/frameworks";
import type { ReportItem } from "../../records/report-jobs";
import type { Scope } from "../control-scope";
import { evaluateControl, isPeriodic } from "../controls";
import { dateCell } from "./report-values";

/** The deployed frameworks among those that a report names, or among all if it names none. */
function* deployedFrameworks(
  { backup }: BackupView,
  arns: readonly string[] | undefined,
): Generator<Framework, undefined> {
  for (const framework of backup.frameworks) {
    const isCovered = arns === undefined || arns.length === 0 || arns.includes(framework.FrameworkArn);
    if (isCovered && framework.DeploymentStatus !== "CREATE_IN_PROGRESS") yield framework;
  }
}

const complianceStatus = (compliant: number, nonCompliant: number): string => {
  if (nonCompliant > 0) return "NON_COMPLIANT";
  return compliant > 0 ? "COMPLIANT" : "INSUFFICIENT_DATA";
};

/** A scope in the form of the service's reports: `{ComplianceResourceTypes: [EFS],}`. */
function scopeText(scope: Scope = {}): string {
  if (Object.keys(scope).length === 0) return "";
  const { ComplianceResourceIds: ids, ComplianceResourceTypes: types, Tags } = scope;
  const tags = Object.entries(Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const parts = [
    ids && `ComplianceResourceIds: [${ids.join(", ")}],`,
    types && `ComplianceResourceTypes: [${types.join(", ")}],`,
    Tags && `Tags: {${tags.join(", ")}}`,
  ];
  return `{${parts.filter(part => part !== undefined).join("")}}`;
}

function parametersText({ ControlInputParameters = [] }: ControlDocument): string {
  if (ControlInputParameters.length === 0) return "";
  return JSON.stringify(
    Object.fromEntries(
      ControlInputParameters.map(({ ParameterName, ParameterValue }) => [ParameterName, ParameterValue]),
    ),
  );
}

const commonCells = ({ place }: BackupView, framework: Framework, control: ControlDocument) => ({
  accountId: place.accountId,
  region: place.region,
  frameworkName: framework.FrameworkName,
  frameworkDescription: framework.FrameworkDescription ?? "",
  controlName: control.ControlName,
});

/** One row per control of each framework. */
export function* controlItems(
  account: BackupView,
  arns: readonly string[] | undefined,
): Generator<ReportItem, undefined> {
  for (const framework of deployedFrameworks(account, arns)) {
    for (const control of framework.FrameworkControls) {
      const { compliant, nonCompliant } = evaluateControl(account, control);
      yield {
        ...commonCells(account, framework, control),
        controlComplianceStatus: complianceStatus(compliant.length, nonCompliant.length),
        lastEvaluationTime: dateCell(account.now),
        numResourcesCompliant: compliant.length,
        numResourcesNonCompliant: nonCompliant.length,
        controlFrequency: isPeriodic(control) ? "Twelve_Hours" : null,
        controlScope: scopeText(control.ControlScope),
        controlParameters: parametersText(control),
      };
    }
  }
}

/** One row per resource that a control evaluated, for each control of each framework. */
export function* resourceItems(
  account: BackupView,
  arns: readonly string[] | undefined,
): Generator<ReportItem, undefined> {
  for (const framework of deployedFrameworks(account, arns)) {
    for (const control of framework.FrameworkControls) {
      const { compliant, nonCompliant } = evaluateControl(account, control);
      const evaluated = [
        ...compliant.map(subject => ({ subject, result: "COMPLIANT" })),
        ...nonCompliant.map(subject => ({ subject, result: "NON_COMPLIANT" })),
      ];
      for (const { subject, result } of evaluated) {
        yield {
          ...commonCells(account, framework, control),
          resourceId: `${subject.configType}/${subject.id}`,
          resourceType: subject.configType,
          resourceComplianceStatus: result,
          lastEvaluationTime: dateCell(account.now),
        };
      }
    }
  }
}
