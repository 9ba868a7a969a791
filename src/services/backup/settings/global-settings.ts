import type { Place } from "../../../core/basics";
import { type BackupView, read, write } from "../account/account";
import { accessDenied, invalidParameter, invalidRequest, missingParameter } from "../account/errors";
import {
  type GlobalSetting,
  type GlobalSettings,
  organizationKey,
  type Settings,
} from "../records/global-settings";

/** The organization's settings belong to no single account or Region, so they have a place of their own. */
export const organization: Place = { accountId: organizationKey, region: "global" };

const initialSettings: Settings = {
  isCrossAccountBackupEnabled: "true",
  isMpaEnabled: "true",
  isDelegatedAdministratorEnabled: "false",
};

const recordOf = (account: BackupView): GlobalSettings | undefined =>
  account.at(organization).backup.globalSettings.get(organizationKey);

/** Whether an account is the management account of the organization, which sees the other accounts. */
export const isManagement = (account: BackupView): boolean =>
  account.links.isMember(account.place.accountId) &&
  (recordOf(account)?.managementAccountId ?? account.links.managementAccountId) === account.place.accountId;

function checkMember({ links, place }: BackupView): void {
  if (links.isMember(place.accountId)) return;
  throw invalidRequest("Your account is not a member of an organization.", { Code: "ERROR_9601" });
}

/** Whether a feature is enabled in the account's organization. */
export const isEnabled = (account: BackupView, setting: GlobalSetting): boolean =>
  account.links.isMember(account.place.accountId) &&
  (recordOf(account)?.GlobalSettings ?? initialSettings)[setting] === "true";

/** Merges changes into settings. Throws AWS's errors for unknown names and values. */
function merged(current: Settings, changes: Readonly<Record<string, string>>): Settings {
  const settings = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    if (!isSetting(name)) throw invalidParameter(`Invalid global setting: ${name}`);
    if (value !== "true" && value !== "false") {
      throw invalidParameter(`Invalid value of global setting ${name}: ${value}`);
    }
    settings[name] = value;
  }
  return settings;
}

const isSetting = (name: string): name is GlobalSetting => Object.hasOwn(initialSettings, name);

export const describeGlobalSettings = read<"DescribeGlobalSettings">((_input, account) => {
  checkMember(account);
  return recordOf(account) ?? { GlobalSettings: initialSettings };
});

export const updateGlobalSettings = write<"UpdateGlobalSettings">(({ GlobalSettings }, account) => {
  if (!GlobalSettings || Object.keys(GlobalSettings).length === 0) {
    throw missingParameter("GlobalSettings is required.");
  }
  checkMember(account);
  const { accountId } = account.place;
  const current = recordOf(account);
  if (current && current.managementAccountId !== accountId) {
    // AWS answers without a message.
    throw accessDenied("");
  }
  account.at(organization).backup.globalSettings.put({
    GlobalSettings: merged(current?.GlobalSettings ?? initialSettings, GlobalSettings),
    LastUpdateTime: account.now,
    managementAccountId: accountId,
  });
  return {};
});
