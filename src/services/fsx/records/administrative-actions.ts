import type { AdministrativeAction as SdkAction } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

export type ActionType = NonNullable<SdkAction["AdministrativeActionType"]>;

/**
 * A change of a file system, a volume or a snapshot that takes time. It stays listed after it ends, except for the
 * optimization that follows an update.
 */
export interface AdministrativeAction extends Stored<SdkAction> {
  readonly AdministrativeActionType: ActionType;
  readonly Status: NonNullable<SdkAction["Status"]>;
  readonly RequestTime: EpochMs;
  readonly id: string;
  /** The id of the file system, volume or snapshot. */
  readonly subject: string;
  /** For an optimization: the id of the update that it follows. */
  readonly updateId?: string | undefined;
  readonly next?: Next | undefined;
}

const ended: ReadonlySet<string> = new Set(["COMPLETED", "FAILED", "CANCELLED"]);

export const isUnderWay = ({ Status }: AdministrativeAction): boolean => !ended.has(Status);

export const administrativeActions = table<AdministrativeAction>(action => action.id)
  .by("subject", action => action.subject)
  .by("underWay", action => (isUnderWay(action) ? action.subject : undefined))
  .by("update", action => action.updateId);
