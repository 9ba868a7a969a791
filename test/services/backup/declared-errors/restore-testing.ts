import { copies, nightly, role, testingPlan, testingSelection } from "../world";
import { emptyPages, nothing, type Provocation, type Provocations, times } from "./provocations";

const tests = { RestoreTestingPlanName: "tests" };
const unknown = { RestoreTestingPlanName: "unknown" };
const tables = { ...tests, RestoreTestingSelectionName: "tables" };
const unknownTables = { ...tests, RestoreTestingSelectionName: "unknown" };
const planNamed = (RestoreTestingPlanName: string) => ({
  RestoreTestingPlan: { ...testingPlan, RestoreTestingPlanName },
});
const selectionNamed = (RestoreTestingSelectionName: string) => ({
  RestoreTestingSelection: { ...testingSelection, RestoreTestingSelectionName },
});

const inferred =
  (rest: object): Provocation =>
  ({ ids }) => ({ ...nightly, RecoveryPointArn: ids.rows.RecoveryPointArn, ...rest });

export const restoreTestingProvocations = {
  CreateRestoreTestingPlan: {
    AlreadyExists: () => planNamed("tests"),
    async Conflict({ backup }) {
      await backup.createRestoreTestingPlan({ ...planNamed("first"), CreatorRequestId: "once" });
      return { ...planNamed("second"), CreatorRequestId: "once" };
    },
    InvalidParameterValue: () => planNamed("a-plan"),
    async LimitExceeded({ backup }) {
      await times(99, index => backup.createRestoreTestingPlan(planNamed(`plan_${index}`)));
      return planNamed("new");
    },
    MissingParameterValue: nothing,
  },
  CreateRestoreTestingSelection: {
    AlreadyExists: () => ({ ...tests, ...selectionNamed("tables") }),
    InvalidParameterValue: () => ({ ...tests, ...selectionNamed("a-selection") }),
    async LimitExceeded({ backup }) {
      await times(29, index =>
        backup.createRestoreTestingSelection({ ...tests, ...selectionNamed(`tables_${index}`) }),
      );
      return { ...tests, ...selectionNamed("new") };
    },
    MissingParameterValue: () => tests,
    ResourceNotFound: () => ({ ...unknown, ...selectionNamed("new") }),
  },
  DeleteRestoreTestingPlan: { InvalidRequest: () => tests },
  DeleteRestoreTestingSelection: { ResourceNotFound: () => unknownTables },
  GetRestoreTestingInferredMetadata: {
    InvalidParameterValue: ({ ids }) => ({ ...nightly, RecoveryPointArn: ids.whole.RecoveryPointArn }),
    MissingParameterValue: () => nightly,
    ResourceNotFound: inferred(copies),
  },
  GetRestoreTestingPlan: { ResourceNotFound: () => unknown },
  GetRestoreTestingSelection: { ResourceNotFound: () => unknownTables },
  ListRestoreTestingPlans: { InvalidParameterValue: emptyPages },
  ListRestoreTestingSelections: {
    InvalidParameterValue: () => ({ ...tests, NextToken: "made up" }),
    ResourceNotFound: () => unknown,
  },
  UpdateRestoreTestingPlan: {
    InvalidParameterValue: () => ({ ...tests, RestoreTestingPlan: { ScheduleExpression: "daily" } }),
    MissingParameterValue: () => tests,
    ResourceNotFound: () => ({ ...unknown, RestoreTestingPlan: {} }),
  },
  UpdateRestoreTestingSelection: {
    InvalidParameterValue: () => ({ ...tables, RestoreTestingSelection: { ValidationWindowHours: 169 } }),
    MissingParameterValue: () => tables,
    ResourceNotFound: () => ({ ...unknownTables, RestoreTestingSelection: { IamRoleArn: role } }),
  },
} satisfies Partial<Provocations>;
