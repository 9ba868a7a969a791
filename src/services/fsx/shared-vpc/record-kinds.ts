import type { Kind } from "../../../core/world";
import type { FsxShape } from "../account/account";
import type { SharedVpcSettings } from "../records/shared-vpc-settings";

export const sharedVpcKind = {
  required: ["EnableFsxRouteTableUpdatesFromParticipantAccounts"],
  description: { by: "DescribeSharedVpcConfiguration", inputFor: () => ({}) },
} satisfies Kind<FsxShape, SharedVpcSettings>;
