import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";

/** What is set for a whole organization, as AWS writes it: in words. */
export type Settings = Readonly<Record<GlobalSetting, "true" | "false">>;

export type GlobalSetting =
  | "isCrossAccountBackupEnabled"
  | "isMpaEnabled"
  | "isDelegatedAdministratorEnabled";

/** There is at most one record, and none until something is set. */
export interface GlobalSettings {
  readonly GlobalSettings: Settings;
  readonly LastUpdateTime: EpochMs;
  /** The account that set them, and alone may. */
  readonly managementAccountId: string;
}

export const theOrganization = "organization";

export const globalSettings = table<GlobalSettings>(() => theOrganization);
