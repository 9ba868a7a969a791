import { controls, reportPlan } from "../world";
import { emptyPages, nothing, type Provocations, times } from "./provocations";

const audit = { FrameworkName: "audit" };
const jobs = { ReportPlanName: "jobs" };

const retention = (days: number) => [
  {
    ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
    ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: String(days) }],
  },
];
/** The quota is 50 controls in all frameworks together. */
const manyControls = Array.from({ length: 51 }, (_, days) => retention(days + 1)).flat();

export const auditProvocations = {
  CreateFramework: {
    AlreadyExists: () => ({ ...audit, FrameworkControls: retention(1) }),
    InvalidParameterValue: () => ({ FrameworkName: "new", FrameworkControls: [{ ControlName: "TIDY" }] }),
    async LimitExceeded({ backup }) {
      await times(14, index =>
        backup.createFramework({ FrameworkName: `audit_${index}`, FrameworkControls: retention(index + 1) }),
      );
      return { FrameworkName: "new", FrameworkControls: retention(20) };
    },
    MissingParameterValue: () => ({ FrameworkName: "new" }),
  },
  CreateReportPlan: {
    AlreadyExists: () => reportPlan,
    InvalidParameterValue: () => ({
      ...reportPlan,
      ReportPlanName: "new",
      ReportSetting: { ReportTemplate: "WEATHER_REPORT" },
    }),
    async LimitExceeded({ backup }) {
      await times(19, index => backup.createReportPlan({ ...reportPlan, ReportPlanName: `jobs_${index}` }));
      return { ...reportPlan, ReportPlanName: "new" };
    },
    MissingParameterValue: () => jobs,
  },
  DeleteFramework: {
    async Conflict({ backup }) {
      await backup.updateFramework({ ...audit, FrameworkDescription: "new" });
      return audit;
    },
    InvalidParameterValue: () => ({ FrameworkName: "2nd" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ FrameworkName: "unknown" }),
  },
  DeleteReportPlan: {
    async Conflict({ backup }) {
      await backup.updateReportPlan({ ...jobs, ReportPlanDescription: "new" });
      return jobs;
    },
    InvalidParameterValue: () => ({ ReportPlanName: "2nd" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ReportPlanName: "unknown" }),
  },
  DescribeFramework: {
    InvalidParameterValue: () => ({ FrameworkName: "2nd" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ FrameworkName: "unknown" }),
  },
  DescribeReportJob: {
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ReportJobId: "none" }),
  },
  DescribeReportPlan: {
    InvalidParameterValue: () => ({ ReportPlanName: "2nd" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ReportPlanName: "unknown" }),
  },
  ListFrameworks: { InvalidParameterValue: emptyPages },
  ListReportJobs: {
    InvalidParameterValue: () => ({ ByStatus: "DONE" }),
    ResourceNotFound: () => ({ ByReportPlanName: "unknown" }),
  },
  ListReportPlans: { InvalidParameterValue: emptyPages },
  StartReportJob: {
    InvalidParameterValue: () => ({ ReportPlanName: "2nd" }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ReportPlanName: "unknown" }),
  },
  UpdateFramework: {
    async AlreadyExists({ backup }) {
      await backup.createFramework({ FrameworkName: "other", FrameworkControls: retention(1) });
      return { ...audit, FrameworkControls: retention(1) };
    },
    async Conflict({ backup }) {
      await backup.deleteFramework(audit);
      return { ...audit, FrameworkControls: controls };
    },
    InvalidParameterValue: () => ({ ...audit, FrameworkControls: [] }),
    LimitExceeded: () => ({ ...audit, FrameworkControls: manyControls }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ FrameworkName: "unknown" }),
  },
  UpdateReportPlan: {
    async Conflict({ backup }) {
      await backup.deleteReportPlan(jobs);
      return { ...jobs, ReportPlanDescription: "new" };
    },
    InvalidParameterValue: () => ({ ...jobs, ReportDeliveryChannel: { S3BucketName: "No_Bucket" } }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ ReportPlanName: "unknown" }),
  },
} satisfies Partial<Provocations>;
