import { table } from "../../../core/store";

/** The settings for shared VPCs in a Region. One record at most; none until the first update. */
export interface SharedVpcSettings {
  readonly EnableFsxRouteTableUpdatesFromParticipantAccounts: string;
}

export const settingsKey = "settings";

export const sharedVpcSettings = table<SharedVpcSettings>(() => settingsKey);
