import { dailyPlan, dailyRule, role, selection } from "../world";
import { emptyPages, nothing, type Provocation, type Provocations, times } from "./provocations";

const unknown = { BackupPlanId: "11111111-2222-4333-8444-555555555555" };
const otherPlan = { ...dailyPlan, BackupPlanName: "other" };
const rules = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...dailyRule, RuleName: `rule-${index}` }));
const text = (document: object): object => ({ BackupPlanTemplateJson: JSON.stringify(document) });

/** A continuous rule without the retention that it needs. */
const unbounded = { ...otherPlan, Rules: [{ ...dailyRule, Lifecycle: {}, EnableContinuousBackup: true }] };

const ofPlan =
  (rest: object): Provocation =>
  ({ ids }) => ({ BackupPlanId: ids.BackupPlanId, ...rest });

export const planProvocations = {
  CreateBackupPlan: {
    AlreadyExists: () => ({ BackupPlan: dailyPlan }),
    InvalidParameterValue: () => ({ BackupPlan: unbounded }),
    async LimitExceeded({ backup }) {
      await times(299, index =>
        backup.createBackupPlan({ BackupPlan: { ...dailyPlan, BackupPlanName: `plan-${index}` } }),
      );
      return { BackupPlan: otherPlan };
    },
    MissingParameterValue: nothing,
  },
  CreateBackupSelection: {
    async AlreadyExists({ backup, ids }) {
      const request = { BackupPlanId: ids.BackupPlanId, CreatorRequestId: "once" };
      await backup.createBackupSelection({ ...request, BackupSelection: selection });
      return { ...request, BackupSelection: { ...selection, SelectionName: "others" } };
    },
    InvalidParameterValue: ofPlan({ BackupSelection: { SelectionName: "none", IamRoleArn: role } }),
    async LimitExceeded({ backup, ids }) {
      await times(99, index =>
        backup.createBackupSelection({
          ...ids,
          BackupSelection: { ...selection, SelectionName: `tables-${index}` },
        }),
      );
      return { BackupPlanId: ids.BackupPlanId, BackupSelection: { ...selection, SelectionName: "one-more" } };
    },
    MissingParameterValue: ofPlan({}),
  },
  DeleteBackupPlan: {
    InvalidParameterValue: () => ({ BackupPlanId: 7 }),
    InvalidRequest: ofPlan({}),
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  DeleteBackupSelection: {
    InvalidParameterValue: ofPlan({ SelectionId: "none" }),
    MissingParameterValue: ofPlan({}),
    ResourceNotFound: ({ ids }) => ({ ...unknown, SelectionId: ids.SelectionId }),
  },
  ExportBackupPlanTemplate: {
    InvalidParameterValue: () => ({ BackupPlanId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  GetBackupPlan: {
    InvalidParameterValue: ofPlan({ MaxScheduledRunsPreview: 11 }),
    MissingParameterValue: nothing,
    ResourceNotFound: ofPlan({ VersionId: "none" }),
  },
  GetBackupPlanFromJSON: {
    InvalidParameterValue: () => ({ BackupPlanTemplateJson: "Rules:" }),
    async InvalidRequest({ backup, ids }) {
      const { BackupPlanTemplateJson = "" } = await backup.exportBackupPlanTemplate(ids);
      return { BackupPlanTemplateJson: BackupPlanTemplateJson.replace("daily", "hourly") };
    },
    LimitExceeded: () => text({ ...otherPlan, Rules: rules(11) }),
    MissingParameterValue: nothing,
  },
  GetBackupPlanFromTemplate: {
    InvalidParameterValue: () => ({ BackupPlanTemplateId: 7 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => ({ BackupPlanTemplateId: "none" }),
  },
  GetBackupSelection: {
    InvalidParameterValue: ({ ids }) => ({ ...unknown, SelectionId: ids.SelectionId }),
    MissingParameterValue: ofPlan({}),
  },
  ListBackupPlanTemplates: { InvalidParameterValue: emptyPages },
  ListBackupPlanVersions: {
    InvalidParameterValue: ofPlan({ MaxResults: 0 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  ListBackupPlans: { InvalidParameterValue: () => ({ NextToken: "made up" }) },
  ListBackupSelections: {
    InvalidParameterValue: ofPlan({ MaxResults: 1_001 }),
    MissingParameterValue: nothing,
    ResourceNotFound: () => unknown,
  },
  UpdateBackupPlan: {
    InvalidParameterValue: ofPlan({ BackupPlan: unbounded }),
    MissingParameterValue: ofPlan({}),
    ResourceNotFound: () => ({ ...unknown, BackupPlan: otherPlan }),
  },
} satisfies Partial<Provocations>;
