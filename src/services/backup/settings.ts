import { table } from "../../core/table-spec";
import type { BackupView } from "./account";

/** What is set for a whole Region. There is at most one record, and none until something is set. */
export interface RegionSettings {
  readonly ResourceTypeOptInPreference: Readonly<Record<string, boolean>>;
  readonly ResourceTypeManagementPreference: Readonly<Record<string, boolean>>;
}

export const theRegion = "region";
export const regionSettings = table<RegionSettings>(() => theRegion);

/** As recorded of a real account; which types start opted in differs by the account's age. */
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

export const settingsOf = ({ backup }: BackupView): RegionSettings =>
  backup.regionSettings.get(theRegion) ?? initially;

/** Whether resources of a type are backed up where a plan does not name the type itself. */
export const isOptedIn = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeOptInPreference[type] !== false;

/** Whether a type's backups are left to its own service, which only DynamoDB allows. */
export const managesItself = (account: BackupView, type: string): boolean =>
  settingsOf(account).ResourceTypeManagementPreference[type] === false;
