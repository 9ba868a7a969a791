import { type BackupView, read, write } from "../account/account";
import { invalidParameter, missingParameter } from "../account/errors";
import { emitEvent, isoDate } from "../account/events";
import { type Preference, type RegionSettings, theRegion } from "../records/region-settings";
import { resourceTypes } from "../resources/resource-types";

/** The settings of a new account, as a real one answered; which types start opted in differs by the account's age. */
const initially: RegionSettings = {
  ResourceTypeOptInPreference: {
    Aurora: false,
    CloudFormation: false,
    DSQL: true,
    DocumentDB: false,
    DynamoDB: true,
    EBS: true,
    EC2: true,
    EFS: true,
    EKS: true,
    FSx: false,
    Neptune: false,
    RDS: true,
    Redshift: true,
    "Redshift Serverless": true,
    S3: true,
    "SAP HANA on Amazon EC2": false,
    "Storage Gateway": true,
    Timestream: true,
    VirtualMachine: true,
  },
  ResourceTypeManagementPreference: { CloudFormation: true, DSQL: true, DynamoDB: true, EFS: true },
};

const settingsOf = ({ backup }: BackupView): RegionSettings =>
  backup.regionSettings.get(theRegion) ?? initially;

/** Whether resources of a type are backed up where a plan does not name the type itself. */
export const isOptedIn = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeOptInPreference[type] !== false;

/** Whether a type's backups are left to its own service, which only DynamoDB allows. */
export const managesItself = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeManagementPreference[type] === false;

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
