import { table } from "../../core/table-spec";
import { type FsxView, read, write } from "./account";
import { once } from "./idempotency";

/** What is set of shared VPCs in a Region. There is at most one record, and none until something is set. */
export interface SharedVpcSettings {
  readonly EnableFsxRouteTableUpdatesFromParticipantAccounts: string;
}

const theRegion = "region";
export const sharedVpcSettings = table<SharedVpcSettings>(() => theRegion);

const initially: SharedVpcSettings = { EnableFsxRouteTableUpdatesFromParticipantAccounts: "false" };

const settingsOf = ({ fsx }: FsxView): SharedVpcSettings => fsx.sharedVpcSettings.get(theRegion) ?? initially;

export const describeSharedVpcConfiguration = read<"DescribeSharedVpcConfiguration">((_, account) =>
  settingsOf(account),
);

export const updateSharedVpcConfiguration = write<"UpdateSharedVpcConfiguration">((input, account) => {
  const { sharedVpcSettings } = account.fsx;
  return once(account, "UpdateSharedVpcConfiguration", input, {
    act: () => {
      const { EnableFsxRouteTableUpdatesFromParticipantAccounts: asked } = input;
      return asked === undefined
        ? settingsOf(account)
        : sharedVpcSettings.put({ EnableFsxRouteTableUpdatesFromParticipantAccounts: asked.toLowerCase() });
    },
    nameOf: () => theRegion,
    find: () => settingsOf(account),
  });
});
