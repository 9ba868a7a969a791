import {
  BackupClient,
  type BackupRuleInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateFrameworkCommand,
  CreateReportPlanCommand,
  type FrameworkControl,
  StartReportJobCommand,
} from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";

export const role = "arn:aws:iam::123456789012:role/backup";
export const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
export const clients = "arn:aws:dynamodb:us-east-1:123456789012:table/clients";
export const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";

interface Verdicts {
  readonly [id: string]: string;
}

export function account(fixture: Fixture = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    ...fixture,
    resources: [
      { arn: orders, tags: { tier: "gold" } },
      { arn: clients, tags: { tier: "tin" } },
      { arn: volume },
    ],
  });
  const client = aws.attach(new BackupClient());
  /** Creates a backup plan with one rule for these resources. Returns its id. */
  const plan = async (rule: Partial<BackupRuleInput>, ...resources: string[]) => {
    const { BackupPlanId } = await client.send(
      new CreateBackupPlanCommand({
        BackupPlan: {
          BackupPlanName: "nightly",
          Rules: [{ RuleName: "rule", TargetBackupVaultName: "Default", ...rule }],
        },
      }),
    );
    if (resources.length > 0) {
      await client.send(
        new CreateBackupSelectionCommand({
          BackupPlanId,
          BackupSelection: { SelectionName: "some", IamRoleArn: role, Resources: resources },
        }),
      );
    }
    return BackupPlanId ?? "";
  };
  /** The rows of a report on a framework with these controls. */
  const report = async (template: string, ...controls: FrameworkControl[]) => {
    const { FrameworkArn = "" } = await client.send(
      new CreateFrameworkCommand({
        FrameworkName: "Audit",
        FrameworkDescription: "All of it",
        FrameworkControls: controls,
      }),
    );
    await client.send(
      new CreateReportPlanCommand({
        ReportPlanName: "Compliance",
        ReportDeliveryChannel: { S3BucketName: "audit-reports" },
        ReportSetting: { ReportTemplate: template, FrameworkArns: [FrameworkArn] },
      }),
    );
    await aws.settle();
    const { ReportJobId = "" } = await client.send(
      new StartReportJobCommand({ ReportPlanName: "Compliance" }),
    );
    await aws.settle();
    return aws.state.backup.reportJobs.get(ReportJobId)?.report?.reportItems ?? [];
  };
  /** The compliance status of each resource that a control evaluated. */
  const statuses = async (
    ControlName: string,
    values: Record<string, string> = {},
    ControlScope: FrameworkControl["ControlScope"] = undefined,
  ): Promise<Verdicts> => {
    const ControlInputParameters = Object.entries(values).map(([ParameterName, ParameterValue]) => ({
      ParameterName,
      ParameterValue,
    }));
    const items = await report("RESOURCE_COMPLIANCE_REPORT", {
      ControlName,
      ControlInputParameters,
      ControlScope,
    });
    return Object.fromEntries(
      items.map(({ resourceId, resourceComplianceStatus }) => [resourceId, resourceComplianceStatus]),
    ) as Verdicts;
  };
  return { aws, client, plan, report, statuses };
}

export const compliant = "COMPLIANT";
export const nonCompliant = "NON_COMPLIANT";
export const ordersId = "AWS::DynamoDB::Table/orders";
export const clientsId = "AWS::DynamoDB::Table/clients";
export const volumeId = "AWS::EC2::Volume/vol-0123456789abcdef0";

export const pointId = (name: string) => `arn:aws:backup:us-east-1:123456789012:recovery-point:${name}`;
