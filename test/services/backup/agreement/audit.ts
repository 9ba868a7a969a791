import { here, volume } from "../world";
import { type Agreement, type Made, token } from "./agreement";

const byName = ({ ReportPlanName }: Made) => ({ ReportPlanName });
const manyAccounts = "a report covers frameworks, or accounts and Regions";

const reportPlan = {
  by: "CreateReportPlan",
  described: ({ ReportPlanName, ReportPlanDescription, ReportSetting, ReportDeliveryChannel }) => ({
    ReportPlanName,
    ReportPlanDescription,
    ReportSetting,
    ReportDeliveryChannel,
  }),
  hidden: { IdempotencyToken: token },
  tagged: "ReportPlanArn",
  describe: { by: "DescribeReportPlan", in: "ReportPlan", with: byName },
  lists: [{ by: "ListReportPlans", in: "ReportPlans", with: () => ({}) }],
  key: "ReportPlanArn",
} satisfies Partial<Agreement>;

const given = {
  ReportPlanName: "everything",
  ReportPlanDescription: "Everything",
  ReportPlanTags: { team: "ops" },
  IdempotencyToken: "once",
};
const bucket = { S3BucketName: "orders", S3KeyPrefix: "audit" };

export const auditAgreements: readonly Agreement[] = [
  {
    kind: "framework",
    by: "CreateFramework",
    input: () => ({
      FrameworkName: "everything",
      FrameworkDescription: "Everything",
      FrameworkTags: { team: "ops" },
      IdempotencyToken: "once",
      FrameworkControls: [
        {
          ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
          ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: "10" }],
          ControlScope: {
            ComplianceResourceIds: ["fs-12345678"],
            ComplianceResourceTypes: ["EFS"],
            Tags: { stage: "live" },
          },
        },
      ],
    }),
    described: ({ FrameworkName, FrameworkDescription, FrameworkControls, IdempotencyToken }) => ({
      FrameworkName,
      FrameworkDescription,
      FrameworkControls,
      IdempotencyToken,
    }),
    tagged: "FrameworkArn",
    describe: {
      by: "DescribeFramework",
      with: ({ FrameworkName }) => ({ FrameworkName }),
    },
    lists: [{ by: "ListFrameworks", in: "Frameworks", with: () => ({}) }],
    key: "FrameworkArn",
  },
  {
    ...reportPlan,
    kind: "report plan on frameworks",
    async input({ backup }) {
      const { FrameworkArn } = await backup.describeFramework({ FrameworkName: "audit" });
      return {
        ...given,
        ReportDeliveryChannel: { ...bucket, Formats: ["CSV", "JSON"] },
        ReportSetting: {
          ReportTemplate: "CONTROL_COMPLIANCE_REPORT",
          FrameworkArns: [FrameworkArn],
          NumberOfFrameworks: 1,
        },
      };
    },
    without: {
      "ReportSetting.Accounts": manyAccounts,
      "ReportSetting.OrganizationUnits": manyAccounts,
      "ReportSetting.Regions": manyAccounts,
    },
  },
  {
    ...reportPlan,
    kind: "report plan on accounts and Regions",
    input: () => ({
      ...given,
      ReportDeliveryChannel: { ...bucket, Formats: ["CSV"] },
      ReportSetting: {
        ReportTemplate: "BACKUP_JOB_REPORT",
        NumberOfFrameworks: 0,
        Accounts: [here],
        OrganizationUnits: ["ou-abcd-12345678"],
        Regions: ["us-east-1", "eu-west-1"],
      },
    }),
    without: { "ReportSetting.FrameworkArns": manyAccounts },
  },
  {
    kind: "report job",
    by: "StartReportJob",
    input: () => ({ ReportPlanName: "jobs", IdempotencyToken: "once" }),
    described: () => ({ ReportTemplate: "BACKUP_JOB_REPORT" }),
    hidden: { ReportPlanName: "the job shows the plan's ARN", IdempotencyToken: token },
    describe: { by: "DescribeReportJob", in: "ReportJob", with: ({ ReportJobId }) => ({ ReportJobId }) },
    lists: [{ by: "ListReportJobs", in: "ReportJobs", with: () => ({ ByReportPlanName: "jobs" }) }],
    key: "ReportJobId",
  },
  {
    kind: "legal hold",
    by: "CreateLegalHold",
    input: () => ({
      Title: "case 8",
      Description: "The volume of case 8",
      IdempotencyToken: "once",
      RecoveryPointSelection: {
        VaultNames: ["nightly", "copies"],
        ResourceIdentifiers: [volume],
        DateRange: { FromDate: new Date("2026-01-01"), ToDate: new Date("2026-03-01") },
      },
      Tags: { team: "legal" },
    }),
    described: ({ Title, Description, RecoveryPointSelection }) => ({
      Title,
      Description,
      RecoveryPointSelection,
    }),
    hidden: { IdempotencyToken: token },
    tagged: "LegalHoldArn",
    describe: { by: "GetLegalHold", with: ({ LegalHoldId }) => ({ LegalHoldId }) },
    lists: [{ by: "ListLegalHolds", in: "LegalHolds", with: () => ({}) }],
    key: "LegalHoldArn",
  },
];
