import { type FsxView, read, write } from "../account/account";
import { once } from "../account/idempotency";
import { type SharedVpcSettings, theRegion } from "../records/shared-vpc-settings";

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
