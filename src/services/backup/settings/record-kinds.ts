import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { GlobalSettings } from "../records/global-settings";
import type { RegionSettings } from "../records/region-settings";

export const regionSettingsKind = {
  required: ["ResourceTypeOptInPreference", "ResourceTypeManagementPreference"],
  description: { by: "DescribeRegionSettings", inputFor: () => ({}) },
} satisfies Kind<BackupShape, RegionSettings>;

export const globalSettingsKind = {
  required: ["GlobalSettings", "LastUpdateTime"],
  description: { by: "DescribeGlobalSettings", inputFor: () => ({}) },
} satisfies Kind<BackupShape, GlobalSettings>;
