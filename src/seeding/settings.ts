import type {
  DescribeGlobalSettingsOutput,
  UpdateGlobalSettingsInput,
  UpdateRegionSettingsInput,
} from "@aws-sdk/client-backup";
import type { UpdateSharedVpcConfigurationRequest } from "@aws-sdk/client-fsx";
import type { BackupAccount } from "../services/backup/account/account";
import { type GlobalSettings, organizationKey } from "../services/backup/records/global-settings";
import { type RegionSettings, regionKey } from "../services/backup/records/region-settings";
import { organization, updateGlobalSettings } from "../services/backup/settings/global-settings";
import { updateRegionSettings } from "../services/backup/settings/region-settings";
import type { FsxAccount } from "../services/fsx/account/account";
import { type SharedVpcSettings, settingsKey } from "../services/fsx/records/shared-vpc-settings";
import { updateSharedVpcConfiguration } from "../services/fsx/shared-vpc/shared-vpc";
import { type Item, invalidItem } from "./collection";

export type GlobalSettingsSeed = UpdateGlobalSettingsInput & DescribeGlobalSettingsOutput;

/** Sets what the item says of a Region's settings. */
export function setRegionSettings(
  item: Item<UpdateRegionSettingsInput>,
  account: BackupAccount,
): RegionSettings {
  updateRegionSettings.handle(item, account);
  return kept(account.backup.regionSettings.get(regionKey));
}

/** Sets what the item says of the organization's settings. The account becomes its management account. */
export function setGlobalSettings(
  { GlobalSettings, LastUpdateTime }: Item<GlobalSettingsSeed>,
  account: BackupAccount,
): GlobalSettings {
  updateGlobalSettings.handle({ GlobalSettings }, account);
  const { globalSettings } = account.at(organization).backup;
  const settings = kept(globalSettings.get(organizationKey));
  return LastUpdateTime === undefined ? settings : globalSettings.put({ ...settings, LastUpdateTime });
}

export function setSharedVpcSettings(
  item: Item<UpdateSharedVpcConfigurationRequest>,
  account: FsxAccount,
): SharedVpcSettings {
  updateSharedVpcConfiguration.handle(item, account);
  return kept(account.fsx.sharedVpcSettings.get(settingsKey));
}

function kept<T>(settings: T | undefined): T {
  if (settings) return settings;
  throw invalidItem("sets nothing; give what the operation that describes the settings answers");
}
