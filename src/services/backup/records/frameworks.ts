import type { DescribeFrameworkOutput, FrameworkControl } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** An audit framework. Its deployment decides whether AWS Config records for it. */
export interface Framework extends Omit<Stored<DescribeFrameworkOutput>, "FrameworkStatus"> {
  readonly FrameworkName: string;
  readonly FrameworkArn: string;
  readonly FrameworkControls: readonly ControlDocument[];
  readonly CreationTime: EpochMs;
  readonly DeploymentStatus:
    | "CREATE_IN_PROGRESS"
    | "UPDATE_IN_PROGRESS"
    | "DELETE_IN_PROGRESS"
    | "COMPLETED"
    | "FAILED";
  /** The tokens of its updates. Repeating an update changes nothing, even after later ones. */
  readonly updateTokens?: readonly string[] | undefined;
  readonly next?: Next | undefined;
}

export const frameworks = table<Framework>(framework => framework.FrameworkName)
  .by("arn", framework => framework.FrameworkArn)
  .by("controls", framework => controlsKey(framework.FrameworkControls))
  .alias(framework => [framework.FrameworkArn]);

/** A text that is equal for equal controls and parameters, in any order. */
export const controlsKey = (controls: readonly ControlDocument[]): string =>
  JSON.stringify(controls.map(controlKey).sort());

export const controlKey = ({
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
