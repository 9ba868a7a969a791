import { table } from "../../core/table";
import type { BackupView } from "./account";

/** What is set for a whole Region. There is at most one record, and none until something is set. */
export interface RegionSettings {
  readonly ResourceTypeOptInPreference: Readonly<Record<string, boolean>>;
  readonly ResourceTypeManagementPreference: Readonly<Record<string, boolean>>;
}

const theOnly = "region";
export const regionSettings = table<RegionSettings>(() => theOnly);

/** Whether a type's own service, not AWS Backup, is to manage its backups in full: only DynamoDB leaves the choice. */
export const managesItself = ({ backup }: BackupView, type: string): boolean =>
  backup.regionSettings.get(theOnly)?.ResourceTypeManagementPreference[type] === false;
