import { table } from "../../../core/store";

/** What is set of shared VPCs in a Region. There is at most one record, and none until something is set. */
export interface SharedVpcSettings {
  readonly EnableFsxRouteTableUpdatesFromParticipantAccounts: string;
}

export const theRegion = "region";

export const sharedVpcSettings = table<SharedVpcSettings>(() => theRegion);
