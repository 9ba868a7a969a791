import type { Place } from "../../../core/basics";
import { type BackupView, read, write } from "../account/account";
import { invalidParameter, invalidRequest, missingParameter } from "../account/errors";
import {
  type GlobalSetting,
  type GlobalSettings,
  type Settings,
  theOrganization,
} from "../records/global-settings";

/** What is set for the organization belongs to none of its accounts and Regions, so it is kept in a place of its own. */
const organization: Place = { accountId: theOrganization, region: "global" };

const initially: Settings = {
  isCrossAccountBackupEnabled: "true",
  isMpaEnabled: "true",
  isDelegatedAdministratorEnabled: "false",
};

const recordOf = (account: BackupView): GlobalSettings | undefined =>
  account.at(organization).backup.globalSettings.get(theOrganization);

/** Whether an account manages the organization, and so is told of the others in it. */
export const isManagement = (account: BackupView): boolean =>
  account.links.isMember(account.place.accountId) &&
  (recordOf(account)?.managementAccountId ?? account.links.managementAccountId) === account.place.accountId;

function checkMember({ links, place }: BackupView): void {
  if (links.isMember(place.accountId)) return;
  throw invalidRequest(`Account ${place.accountId} is not a member of an organization.`);
}

/** Whether the account's organization has a feature turned on. */
export const isEnabled = (account: BackupView, setting: GlobalSetting): boolean =>
  account.links.isMember(account.place.accountId) &&
  (recordOf(account)?.GlobalSettings ?? initially)[setting] === "true";

/** The settings with their changes. Throws AWS's refusals of names and values that there are not. */
function merged(present: Settings, changes: Readonly<Record<string, string>>): Settings {
  const settings = { ...present };
  for (const [name, value] of Object.entries(changes)) {
    if (!isSetting(name)) throw invalidParameter(`Invalid global setting: ${name}`);
    if (value !== "true" && value !== "false") {
      throw invalidParameter(`Invalid value of global setting ${name}: ${value}`);
    }
    settings[name] = value;
  }
  return settings;
}

const isSetting = (name: string): name is GlobalSetting => Object.hasOwn(initially, name);

export const describeGlobalSettings = read<"DescribeGlobalSettings">((_input, account) => {
  checkMember(account);
  return recordOf(account) ?? { GlobalSettings: initially };
});

export const updateGlobalSettings = write<"UpdateGlobalSettings">(({ GlobalSettings }, account) => {
  if (!GlobalSettings || Object.keys(GlobalSettings).length === 0) {
    throw missingParameter("GlobalSettings is required.");
  }
  checkMember(account);
  const { accountId } = account.place;
  const present = recordOf(account);
  if (present && present.managementAccountId !== accountId) {
    throw invalidRequest(`Account ${accountId} is not the management account of the organization.`);
  }
  account.at(organization).backup.globalSettings.put({
    GlobalSettings: merged(present?.GlobalSettings ?? initially, GlobalSettings),
    LastUpdateTime: account.now,
    managementAccountId: accountId,
  });
  return {};
});
