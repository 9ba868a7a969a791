import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";

/** The settings of an organization, as AWS writes them: "true" or "false". */
export type Settings = Readonly<Record<GlobalSetting, "true" | "false">>;

export type GlobalSetting =
  | "isCrossAccountBackupEnabled"
  | "isMpaEnabled"
  | "isDelegatedAdministratorEnabled";

/** The settings record. There is at most one, and none until something is set. */
export interface GlobalSettings {
  readonly GlobalSettings: Settings;
  readonly LastUpdateTime: EpochMs;
  /** The account that set them. No other account may change them. */
  readonly managementAccountId: string;
}

export const organizationKey = "organization";

export const globalSettings = table<GlobalSettings>(() => organizationKey);
