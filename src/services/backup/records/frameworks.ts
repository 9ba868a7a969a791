import type { DescribeFrameworkOutput, FrameworkControl } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** An audit framework in AWS's own words. Whether AWS Config records for it follows from its deployment. */
export interface Framework extends Omit<Stored<DescribeFrameworkOutput>, "FrameworkStatus"> {
  readonly FrameworkName: string;
  readonly FrameworkArn: string;
  readonly FrameworkControls: readonly ControlDocument[];
  readonly CreationTime: EpochMs;
  readonly DeploymentStatus: "CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS" | "DELETE_IN_PROGRESS" | "COMPLETED";
  /** The token of the last update. */
  readonly updateToken?: string | undefined;
  readonly next?: Next | undefined;
}

export const frameworks = table<Framework>(framework => framework.FrameworkName)
  .by("arn", framework => framework.FrameworkArn)
  .by("controls", framework => sameText(framework.FrameworkControls))
  .alias(framework => [framework.FrameworkArn]);

/** The same text for the same controls and parameters, in whatever order they are. */
export const sameText = (controls: readonly ControlDocument[]): string =>
  JSON.stringify(controls.map(controlText).sort());

export const controlText = ({
  ControlName,
  ControlInputParameters = [],
  ControlScope = {},
}: ControlDocument): string =>
  JSON.stringify([
    ControlName,
    ControlInputParameters.map(
      ({ ParameterName, ParameterValue }) => `${ParameterName}=${ParameterValue}`,
    ).sort(),
    [...(ControlScope.ComplianceResourceTypes ?? [])].sort(),
    [...(ControlScope.ComplianceResourceIds ?? [])].sort(),
    Object.entries(ControlScope.Tags ?? {}),
  ]);

export type ControlDocument = Stored<FrameworkControl>;
