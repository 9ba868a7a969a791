import { read, write } from "./account";
import { invalidParameter, missingParameter } from "./errors";
import { emitEvent, isoDate } from "./events";
import { resourceTypes } from "./resource-types";
import { settingsOf } from "./settings";

type Preference = Readonly<Record<string, boolean>>;

/** The preference with its changes, all of which have to be of types that it knows. */
function merged(kind: string, present: Preference, changes: Preference): Preference {
  if (Object.keys(changes).some(type => !Object.hasOwn(present, type))) {
    throw invalidParameter(
      `Element present in resource type ${kind} preference has invalid values. Please use describeRegionSettings API to know the supported resource types`,
    );
  }
  return { ...present, ...changes };
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
  const present = settingsOf(account);
  backup.regionSettings.put({
    ResourceTypeOptInPreference: merged("opt in", present.ResourceTypeOptInPreference, optIn ?? {}),
    ResourceTypeManagementPreference: merged(
      "management",
      present.ResourceTypeManagementPreference,
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

/** Types that can be backed up and opted in to, though the list of supported types does not have them. */
const unlisted: ReadonlySet<string> = new Set(["DSQL", "Redshift Serverless"]);

const supportedTypes: readonly string[] = [...new Set(resourceTypes.map(({ name }) => name))]
  .filter(name => !unlisted.has(name))
  .sort();

export const getSupportedResourceTypes = read<"GetSupportedResourceTypes">(() => ({
  ResourceTypes: supportedTypes,
}));
