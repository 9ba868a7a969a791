import type {
  ReportDeliveryChannel,
  ReportPlan as SdkReportPlan,
  ReportSetting as SdkSetting,
} from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A report plan. Capitalised members are AWS's; the others are the mock's own. */
export interface ReportPlan extends Stored<SdkReportPlan> {
  readonly ReportPlanName: string;
  readonly ReportPlanArn: string;
  readonly ReportSetting: ReportSetting;
  readonly ReportDeliveryChannel: DeliveryChannel;
  readonly CreationTime: EpochMs;
  readonly DeploymentStatus:
    | "CREATE_IN_PROGRESS"
    | "UPDATE_IN_PROGRESS"
    | "DELETE_IN_PROGRESS"
    | "COMPLETED"
    | "FAILED";
  readonly idempotencyToken?: string | undefined;
  /** The tokens of its updates. A repeated update takes no action, also after later ones. */
  readonly updateTokens?: readonly string[] | undefined;
  /** When the next daily report is due. */
  readonly dueAt: EpochMs;
  readonly next?: Next | undefined;
}

export const reportPlans = table<ReportPlan>(plan => plan.ReportPlanName)
  .by("arn", plan => plan.ReportPlanArn)
  .alias(plan => [plan.ReportPlanArn]);

export type ReportSetting = Stored<SdkSetting>;

export type DeliveryChannel = Stored<ReportDeliveryChannel>;
