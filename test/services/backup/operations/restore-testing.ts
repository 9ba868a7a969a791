import { nightly, role, testingPlan, testingSelection, volume } from "../world";
import type { TriedOperations } from "./tried";

const tests = { RestoreTestingPlanName: "tests" };
const tables = { ...tests, RestoreTestingSelectionName: "tables" };

export const restoreTestingOperations = {
  CreateRestoreTestingPlan: {
    call: ({ backup }) =>
      backup.createRestoreTestingPlan({
        RestoreTestingPlan: { ...testingPlan, RestoreTestingPlanName: "second" },
      }),
    async shows({ backup }, { RestoreTestingPlanArn }) {
      const { RestoreTestingPlans } = await backup.listRestoreTestingPlans({});
      expect(RestoreTestingPlans?.map(plan => plan.RestoreTestingPlanArn)).toContain(RestoreTestingPlanArn);
    },
  },
  CreateRestoreTestingSelection: {
    call: ({ backup }) =>
      backup.createRestoreTestingSelection({
        ...tests,
        RestoreTestingSelection: {
          RestoreTestingSelectionName: "volumes",
          ProtectedResourceType: "EBS",
          ProtectedResourceArns: ["*"],
          IamRoleArn: role,
        },
      }),
    async shows({ aws, backup }, { RestoreTestingPlanArn }) {
      await aws.clock.advance("1 day");
      await aws.settle();
      const jobs = await backup.listRestoreJobsByProtectedResource({ ResourceArn: volume });
      expect(jobs.RestoreJobs).toMatchObject([{ CreatedBy: { RestoreTestingPlanArn }, Status: "COMPLETED" }]);
    },
  },
  DeleteRestoreTestingPlan: {
    async call({ backup }) {
      await backup.deleteRestoreTestingSelection(tables);
      return backup.deleteRestoreTestingPlan(tests);
    },
    async shows({ backup }) {
      expect(await backup.listRestoreTestingPlans({})).toMatchObject({ RestoreTestingPlans: [] });
    },
  },
  DeleteRestoreTestingSelection: {
    call: ({ backup }) => backup.deleteRestoreTestingSelection(tables),
    async shows({ backup }) {
      expect(await backup.listRestoreTestingSelections(tests)).toMatchObject({
        RestoreTestingSelections: [],
      });
    },
  },
  GetRestoreTestingInferredMetadata: {
    call: ({ backup, ids }) => backup.getRestoreTestingInferredMetadata({ ...nightly, ...ids.rows }),
    async shows({ backup, ids }, { InferredMetadata }) {
      const { Metadata } = await backup.getRestoreJobMetadata({ RestoreJobId: ids.testedBy });
      expect(Object.keys(InferredMetadata ?? {})).toEqual(Object.keys(Metadata ?? {}));
      expect(InferredMetadata).toMatchObject({ encryptionType: Metadata?.["encryptionType"] });
    },
  },
  GetRestoreTestingPlan: {
    call: ({ backup }) => backup.getRestoreTestingPlan(tests),
    async shows({ backup, ids }, { RestoreTestingPlan }) {
      const { CreationDate } = await backup.describeRestoreJob({ RestoreJobId: ids.testedBy });
      expect(RestoreTestingPlan).toMatchObject({ ...testingPlan, LastExecutionTime: CreationDate });
    },
  },
  GetRestoreTestingSelection: {
    call: ({ backup }) => backup.getRestoreTestingSelection(tables),
    async shows({ backup }, { RestoreTestingSelection }) {
      const { RestoreTestingSelections } = await backup.listRestoreTestingSelections(tests);
      expect(RestoreTestingSelection).toMatchObject({
        ...testingSelection,
        ...RestoreTestingSelections?.[0],
      });
    },
  },
  ListRestoreTestingPlans: {
    call: ({ backup }) => backup.listRestoreTestingPlans({}),
    async shows({ backup }, { RestoreTestingPlans: [listed] = [] }) {
      const { RestoreTestingPlan } = await backup.getRestoreTestingPlan(tests);
      expect(RestoreTestingPlan).toMatchObject({ ...listed });
    },
  },
  ListRestoreTestingSelections: {
    call: ({ backup }) => backup.listRestoreTestingSelections(tests),
    async shows({ backup }, { RestoreTestingSelections: [listed] = [] }) {
      const { RestoreTestingSelection } = await backup.getRestoreTestingSelection(tables);
      expect(RestoreTestingSelection).toMatchObject({ ...listed });
    },
  },
  UpdateRestoreTestingPlan: {
    call: ({ backup }) =>
      backup.updateRestoreTestingPlan({
        ...tests,
        RestoreTestingPlan: { ScheduleExpression: "cron(0 2 ? * * *)" },
      }),
    async shows({ aws, backup }) {
      await aws.clock.set("2026-03-01T02:00:00Z");
      const { RestoreTestingPlan } = await backup.getRestoreTestingPlan(tests);
      expect(RestoreTestingPlan).toMatchObject({
        ScheduleExpression: "cron(0 2 ? * * *)",
        LastExecutionTime: new Date("2026-03-01T02:00:00Z"),
      });
    },
  },
  UpdateRestoreTestingSelection: {
    call: ({ backup }) =>
      backup.updateRestoreTestingSelection({
        ...tables,
        RestoreTestingSelection: { ValidationWindowHours: 0 },
      }),
    async shows({ backup }) {
      const { RestoreTestingSelection } = await backup.getRestoreTestingSelection(tables);
      expect(RestoreTestingSelection).toMatchObject({ ...testingSelection, ValidationWindowHours: 0 });
    },
  },
} satisfies Partial<TriedOperations>;
