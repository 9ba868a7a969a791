import { type BackupView, read, write } from "../account/account";
import { invalidParameter, missingParameter } from "../account/errors";
import { emitEvent, isoDate } from "../account/events";
import { type Preference, type RegionSettings, regionKey } from "../records/region-settings";
import { resourceTypes } from "../resources/resource-types";

const supportedTypes: readonly string[] = [...new Set(resourceTypes.map(({ name }) => name))].sort();

/**
 * The settings of a Region that was never set. The first vault or plan opts an account in to every type (Developer
 * Guide, "Assigning resources").
 */
const initialSettings: RegionSettings = {
  ResourceTypeOptInPreference: Object.fromEntries(supportedTypes.map(type => [type, true])),
  ResourceTypeManagementPreference: { CloudFormation: true, DSQL: true, DynamoDB: true, EFS: true },
};

const settingsOf = ({ backup }: BackupView): RegionSettings =>
  backup.regionSettings.get(regionKey) ?? initialSettings;

/** Whether the Region is opted in to a type, so that jobs on demand and plans that do not name the type back it up. */
export const isOptedIn = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeOptInPreference[type] !== false;

/** Whether a type's own service manages its backups. Only DynamoDB allows that. */
export const managesItself = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeManagementPreference[type] === false;

/** Merges changes into a preference. Throws AWS's error for types that the preference does not contain. */
function merged(kind: string, current: Preference, changes: Preference): Preference {
  if (Object.keys(changes).some(type => !Object.hasOwn(current, type))) {
    throw invalidParameter(
      `Element present in resource type ${kind} preference has invalid values. Please use describeRegionSettings API to know the supported resource types`,
    );
  }
  return { ...current, ...changes };
}

export const describeRegionSettings = read<"DescribeRegionSettings">((_input, account) =>
  settingsOf(account),
);

export const updateRegionSettings = write<"UpdateRegionSettings">((input, account) => {
  const { ResourceTypeOptInPreference: optIn, ResourceTypeManagementPreference: management } = input;
  if (!optIn && !management) {
    throw missingParameter("ResourceTypeOptInPreference or ResourceTypeManagementPreference is required.");
  }
  const { backup, now } = account;
  const current = settingsOf(account);
  backup.regionSettings.put({
    ResourceTypeOptInPreference: merged("opt in", current.ResourceTypeOptInPreference, optIn ?? {}),
    ResourceTypeManagementPreference: merged(
      "management",
      current.ResourceTypeManagementPreference,
      management ?? {},
    ),
  });
  emitEvent(account, "Region Setting State Change", [], undefined, () => ({
    modifiedAt: isoDate(now),
    ResourceTypeOptInPreference: optIn,
    ResourceTypeManagementPreference: management,
    state: "MODIFIED",
  }));
  return {};
});

export const getSupportedResourceTypes = read<"GetSupportedResourceTypes">(() => ({
  ResourceTypes: supportedTypes,
}));
