import { type FsxView, read, write } from "../account/account";
import { once } from "../account/idempotency";
import { type SharedVpcSettings, settingsKey } from "../records/shared-vpc-settings";

const defaultSettings: SharedVpcSettings = { EnableFsxRouteTableUpdatesFromParticipantAccounts: "false" };

const settingsOf = ({ fsx }: FsxView): SharedVpcSettings =>
  fsx.sharedVpcSettings.get(settingsKey) ?? defaultSettings;

export const describeSharedVpcConfiguration = read<"DescribeSharedVpcConfiguration">((_, account) =>
  settingsOf(account),
);

export const updateSharedVpcConfiguration = write<"UpdateSharedVpcConfiguration">((input, account) => {
  const { sharedVpcSettings } = account.fsx;
  const results = { keyOf: () => settingsKey, get: () => settingsOf(account) };
  return once(account, "UpdateSharedVpcConfiguration", input, results, () => {
    const { EnableFsxRouteTableUpdatesFromParticipantAccounts: asked } = input;
    return asked === undefined
      ? settingsOf(account)
      : sharedVpcSettings.put({ EnableFsxRouteTableUpdatesFromParticipantAccounts: asked.toLowerCase() });
  });
});
