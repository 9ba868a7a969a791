import { table } from "../../../core/store";

export type Preference = Readonly<Record<string, boolean>>;

/** What is set for a whole Region. There is at most one record, and none until something is set. */
export interface RegionSettings {
  readonly ResourceTypeOptInPreference: Preference;
  readonly ResourceTypeManagementPreference: Preference;
}

export const theRegion = "region";

export const regionSettings = table<RegionSettings>(() => theRegion);
