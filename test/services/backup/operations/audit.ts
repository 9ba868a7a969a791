import { controls, known, reportPlan } from "../world";
import type { TriedOperations } from "./tried";

const audit = { FrameworkName: "audit" };
const jobs = { ReportPlanName: "jobs" };
const second = { ...reportPlan, ReportPlanName: "second" };
const otherControls = [{ ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK" }];

export const auditOperations = {
  CreateFramework: {
    call: ({ backup }) =>
      backup.createFramework({ FrameworkName: "second", FrameworkControls: otherControls }),
    async shows({ backup }, { FrameworkArn }) {
      const { Frameworks } = await backup.listFrameworks({});
      expect(Frameworks).toContainEqual(
        expect.objectContaining({ FrameworkArn, DeploymentStatus: "CREATE_IN_PROGRESS" }),
      );
    },
  },
  CreateReportPlan: {
    call: ({ backup }) => backup.createReportPlan(second),
    async shows({ backup }, { ReportPlanArn }) {
      const { ReportPlans } = await backup.listReportPlans({});
      expect(ReportPlans?.map(plan => plan.ReportPlanArn)).toContain(ReportPlanArn);
    },
  },
  DeleteFramework: {
    call: ({ backup }) => backup.deleteFramework(audit),
    async shows({ aws, backup }) {
      expect(await backup.describeFramework(audit)).toMatchObject({ DeploymentStatus: "DELETE_IN_PROGRESS" });
      await aws.settle();
      expect(await backup.listFrameworks({})).toMatchObject({ Frameworks: [] });
    },
  },
  DeleteReportPlan: {
    call: ({ backup }) => backup.deleteReportPlan(jobs),
    async shows({ aws, backup }) {
      await aws.settle();
      expect(await backup.listReportPlans({})).toMatchObject({ ReportPlans: [] });
    },
  },
  DescribeFramework: {
    call: ({ backup }) => backup.describeFramework(audit),
    async shows({ backup }, { FrameworkControls, FrameworkArn, CreationTime }) {
      const { Frameworks } = await backup.listFrameworks({});
      expect(FrameworkControls).toEqual(controls);
      expect(Frameworks).toMatchObject([{ FrameworkArn, CreationTime, NumberOfControls: controls.length }]);
    },
  },
  DescribeReportJob: {
    call: ({ backup, ids }) => backup.describeReportJob(ids),
    async shows({ backup }, { ReportJob }) {
      const { ReportPlan } = await backup.describeReportPlan(jobs);
      expect(ReportJob?.ReportDestination?.S3Keys).toHaveLength(1);
      expect(ReportPlan?.LastSuccessfulExecutionTime).toEqual(ReportJob?.CompletionTime);
    },
  },
  DescribeReportPlan: {
    call: ({ backup }) => backup.describeReportPlan(jobs),
    async shows({ backup }, { ReportPlan }) {
      const { ReportPlans } = await backup.listReportPlans({});
      expect(ReportPlans).toEqual([ReportPlan]);
    },
  },
  ListFrameworks: {
    call: ({ backup }) => backup.listFrameworks({}),
    async shows({ backup }, { Frameworks: [framework] = [] }) {
      const described = await backup.describeFramework({ FrameworkName: framework?.FrameworkName });
      expect(described.FrameworkArn).toBe(framework?.FrameworkArn);
    },
  },
  ListReportJobs: {
    call: ({ backup }) => backup.listReportJobs({ ByReportPlanName: "jobs", ByStatus: "COMPLETED" }),
    async shows({ backup, ids }, { ReportJobs }) {
      const { ReportJob } = await backup.describeReportJob(ids);
      expect(ReportJobs).toEqual([ReportJob]);
    },
  },
  ListReportPlans: {
    call: ({ backup }) => backup.listReportPlans({}),
    async shows({ backup }, { ReportPlans: [plan] = [] }) {
      const { ReportPlan } = await backup.describeReportPlan({ ReportPlanName: plan?.ReportPlanName });
      expect(plan).toEqual(ReportPlan);
    },
  },
  StartReportJob: {
    call: ({ backup }) => backup.startReportJob(jobs),
    async shows({ aws, backup }, { ReportJobId }) {
      await aws.settle();
      const { ReportJobs } = await backup.listReportJobs({ ByStatus: "COMPLETED" });
      expect(ReportJobs?.map(job => job.ReportJobId)).toContain(ReportJobId);
    },
  },
  UpdateFramework: {
    call: ({ backup }) => backup.updateFramework({ ...audit, FrameworkControls: otherControls }),
    async shows({ aws, backup }) {
      await aws.settle();
      expect(await backup.describeFramework(audit)).toMatchObject({ FrameworkControls: otherControls });
    },
  },
  UpdateReportPlan: {
    call: ({ backup }) =>
      backup.updateReportPlan({ ...jobs, ReportSetting: { ReportTemplate: "COPY_JOB_REPORT" } }),
    async shows({ aws, backup }) {
      await aws.settle();
      const { ReportJobId } = await backup.startReportJob(jobs);
      const { ReportJob } = await backup.describeReportJob({ ReportJobId });
      expect(known(ReportJob).ReportTemplate).toBe("COPY_JOB_REPORT");
    },
  },
} satisfies Partial<TriedOperations>;
