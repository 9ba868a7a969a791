import type { RestoreTestingSelectionForGet } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A restore testing selection. */
export interface TestingSelection extends Stored<RestoreTestingSelectionForGet> {
  readonly CreationTime: EpochMs;
  readonly ValidationWindowHours: number;
}

export const testingSelectionKey = (planName: string, name: string): string => `${planName}/${name}`;

export const restoreTestingSelections = table<TestingSelection>(selection =>
  testingSelectionKey(selection.RestoreTestingPlanName, selection.RestoreTestingSelectionName),
)
  .by("plan", selection => selection.RestoreTestingPlanName)
  .by("creatorRequestId", selection =>
    selection.CreatorRequestId === undefined
      ? undefined
      : testingSelectionKey(selection.RestoreTestingPlanName, selection.CreatorRequestId),
  );

/** The part of a selection that can be changed. */
export type SelectionSettings = Pick<
  TestingSelection,
  | "IamRoleArn"
  | "ProtectedResourceArns"
  | "ProtectedResourceConditions"
  | "RestoreMetadataOverrides"
  | "ValidationWindowHours"
>;
