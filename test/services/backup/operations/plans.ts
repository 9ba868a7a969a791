import { copies, dailyPlan, dailyRule, known, role, selection, volume } from "../world";
import type { TriedOperations } from "./tried";

/** The id of AWS's template "Daily-35day-Retention". */
const template = { BackupPlanTemplateId: "87c0c1ef-254d-4180-8fef-2e76a2c38aaa" };
const weekly = {
  BackupPlanName: "weekly",
  Rules: [{ ...dailyRule, RuleName: "weekly", ScheduleExpression: "cron(0 5 ? * 1 *)" }],
};

export const planOperations = {
  CreateBackupPlan: {
    call: ({ backup }) => backup.createBackupPlan({ BackupPlan: weekly }),
    async shows({ backup }, { BackupPlanId, VersionId }) {
      expect(await backup.getBackupPlan({ BackupPlanId })).toMatchObject({ VersionId, BackupPlan: weekly });
    },
  },
  CreateBackupSelection: {
    call: ({ backup, ids }) =>
      backup.createBackupSelection({
        ...ids,
        BackupSelection: { SelectionName: "volumes", IamRoleArn: role, Resources: [volume] },
      }),
    async shows({ aws, backup }) {
      await aws.clock.advance("1 day");
      await aws.settle();
      const { BackupJobs } = await backup.listBackupJobs({ ByResourceArn: volume });
      expect(BackupJobs?.map(job => job.CreatedBy?.BackupRuleName)).toContain("daily");
    },
  },
  DeleteBackupPlan: {
    async call({ backup, ids }) {
      await backup.deleteBackupSelection(ids);
      return backup.deleteBackupPlan(ids);
    },
    async shows({ backup }, { BackupPlanId }) {
      expect(await backup.listBackupPlans({})).toMatchObject({ BackupPlansList: [] });
      const { BackupPlansList } = await backup.listBackupPlans({ IncludeDeleted: true });
      expect(BackupPlansList).toMatchObject([{ BackupPlanId, DeletionDate: expect.any(Date) }]);
    },
  },
  DeleteBackupSelection: {
    call: ({ backup, ids }) => backup.deleteBackupSelection(ids),
    async shows({ backup, ids }) {
      expect(await backup.listBackupSelections(ids)).toMatchObject({ BackupSelectionsList: [] });
    },
  },
  ExportBackupPlanTemplate: {
    call: ({ backup, ids }) => backup.exportBackupPlanTemplate(ids),
    async shows({ backup }, { BackupPlanTemplateJson }) {
      const { BackupPlan } = await backup.getBackupPlanFromJSON({ BackupPlanTemplateJson });
      expect(BackupPlan).toMatchObject(dailyPlan);
    },
  },
  GetBackupPlan: {
    call: ({ backup, ids }) => backup.getBackupPlan({ ...ids, MaxScheduledRunsPreview: 1 }),
    async shows({ aws, backup }, { ScheduledRunsPreview: [run] = [], BackupPlan }) {
      const at = known(run?.ExecutionTime);
      await aws.clock.set(at);
      const { BackupJobs } = await backup.listBackupJobs({ ByState: "CREATED" });
      expect(BackupJobs).toMatchObject([
        { CreationDate: at, CreatedBy: { BackupRuleId: BackupPlan?.Rules?.[0]?.RuleId } },
      ]);
    },
  },
  GetBackupPlanFromJSON: {
    call: ({ backup }) => backup.getBackupPlanFromJSON({ BackupPlanTemplateJson: JSON.stringify(weekly) }),
    async shows({ backup }, { BackupPlan }) {
      const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan });
      expect(await backup.getBackupPlan({ BackupPlanId })).toMatchObject({ BackupPlan: weekly });
    },
  },
  GetBackupPlanFromTemplate: {
    call: ({ backup }) => backup.getBackupPlanFromTemplate(template),
    async shows({ backup }, { BackupPlanDocument }) {
      const { BackupPlanTemplatesList } = await backup.listBackupPlanTemplates({});
      expect(BackupPlanTemplatesList).toContainEqual(expect.objectContaining(template));
      const [rule] = known(BackupPlanDocument?.Rules);
      await backup.createBackupPlan({
        BackupPlan: {
          BackupPlanName: "of-template",
          Rules: [
            { RuleName: known(rule?.RuleName), Lifecycle: rule?.Lifecycle, TargetBackupVaultName: "nightly" },
          ],
        },
      });
      const { BackupPlansList = [] } = await backup.listBackupPlans({});
      expect(BackupPlansList.map(({ BackupPlanName }) => BackupPlanName)).toContain("of-template");
    },
  },
  GetBackupSelection: {
    call: ({ backup, ids }) => backup.getBackupSelection(ids),
    async shows({ backup, ids }, { BackupSelection, CreationDate }) {
      expect(BackupSelection).toMatchObject(selection);
      const { BackupSelectionsList } = await backup.listBackupSelections(ids);
      expect(BackupSelectionsList).toMatchObject([
        { SelectionName: BackupSelection?.SelectionName, CreationDate },
      ]);
    },
  },
  ListBackupPlanTemplates: {
    call: ({ backup }) => backup.listBackupPlanTemplates({}),
    async shows({ backup }, { BackupPlanTemplatesList = [] }) {
      const rules = await Promise.all(
        BackupPlanTemplatesList.map(async ({ BackupPlanTemplateId }) => {
          const { BackupPlanDocument } = await backup.getBackupPlanFromTemplate({ BackupPlanTemplateId });
          return BackupPlanDocument?.Rules?.length;
        }),
      );
      expect(rules).toEqual([1, 2, 3, 3]);
    },
  },
  ListBackupPlanVersions: {
    async call({ backup, ids }) {
      await backup.updateBackupPlan({ ...ids, BackupPlan: weekly });
      return backup.listBackupPlanVersions(ids);
    },
    async shows({ backup, ids }, { BackupPlanVersionsList = [] }) {
      const names = await Promise.all(
        BackupPlanVersionsList.map(async ({ VersionId }) => {
          const { BackupPlan } = await backup.getBackupPlan({ ...ids, VersionId });
          return BackupPlan?.BackupPlanName;
        }),
      );
      expect(names).toEqual(["weekly", "daily"]);
    },
  },
  ListBackupPlans: {
    async call({ aws, backup }) {
      await aws.clock.advance("1 day");
      return backup.listBackupPlans({});
    },
    async shows({ backup, ids }, { BackupPlansList }) {
      const { VersionId, CreationDate } = await backup.getBackupPlan(ids);
      expect(BackupPlansList).toMatchObject([
        { VersionId, CreationDate, LastExecutionDate: new Date("2026-03-01T05:00:00Z") },
      ]);
    },
  },
  ListBackupSelections: {
    call: ({ backup, ids }) => backup.listBackupSelections(ids),
    async shows({ backup, ids }, { BackupSelectionsList: [listed] = [] }) {
      const { BackupSelection } = await backup.getBackupSelection({
        ...ids,
        SelectionId: listed?.SelectionId,
      });
      expect(BackupSelection?.IamRoleArn).toBe(listed?.IamRoleArn);
    },
  },
  UpdateBackupPlan: {
    call: ({ backup, ids }) =>
      backup.updateBackupPlan({
        ...ids,
        BackupPlan: { ...dailyPlan, Rules: [{ ...dailyRule, TargetBackupVaultName: "copies" }] },
      }),
    async shows({ aws, backup, ids }, { VersionId }) {
      expect(await backup.getBackupPlan(ids)).toMatchObject({ VersionId });
      await aws.clock.advance("1 day");
      const { BackupJobs } = await backup.listBackupJobs({ ByBackupVaultName: "copies" });
      expect(BackupJobs).toMatchObject([{ ...copies, CreatedBy: { BackupPlanVersion: VersionId } }]);
    },
  },
} satisfies Partial<TriedOperations>;
