import type { LatestMpaApprovalTeamUpdate } from "@aws-sdk/client-backup";
import { hour, type Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { BackupAccount } from "../account/account";
import type { Vault } from "../records/vaults";

/** Multi-party approval: what an approval team has been asked, and how long it has got to answer. */
export interface ApprovalSession extends Stored<LatestMpaApprovalTeamUpdate> {
  readonly MpaSessionArn: string;
  readonly Status: "PENDING";
}

const sessionLength = 24 * hour;

/** Why a session came to nothing. */
export const expiredSession = "The approval session expired before the approval team decided.";

/** Asks an approval team. The session stands in the account of the team. */
export function openSession({ ids, now }: BackupAccount, teamArn: string): ApprovalSession {
  return {
    MpaSessionArn: `${teamArn.replace(":approval-team/", ":session/")}/${ids.uuid()}`,
    Status: "PENDING",
    InitiationDate: now,
    ExpiryDate: now + sessionLength,
  };
}

/** How a session about a vault ends: approved, unless the team takes longer than the session lasts. */
export function outcomeOf(
  account: BackupAccount,
  vault: Pick<Vault, "BackupVaultName">,
  steps: { readonly approved: string; readonly expired: string },
): Next {
  const takes = account.duration("approvalSession", vault);
  return takes < sessionLength
    ? account.inFlight(steps.approved, takes)
    : account.inFlight(steps.expired, sessionLength);
}
