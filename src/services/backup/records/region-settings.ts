import { table } from "../../../core/store";

export type Preference = Readonly<Record<string, boolean>>;

/** The settings of a Region. There is at most one record, and none until something is set. */
export interface RegionSettings {
  readonly ResourceTypeOptInPreference: Preference;
  readonly ResourceTypeManagementPreference: Preference;
}

export const regionKey = "region";

export const regionSettings = table<RegionSettings>(() => regionKey);
