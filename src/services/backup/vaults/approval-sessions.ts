import type { LatestMpaApprovalTeamUpdate } from "@aws-sdk/client-backup";
import { hour, type Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { BackupAccount } from "../account/account";
import type { Vault } from "../records/vaults";

/** A session of multi-party approval: a request to an approval team, and its deadline. */
export interface ApprovalSession extends Stored<LatestMpaApprovalTeamUpdate> {
  readonly MpaSessionArn: string;
  readonly Status: "PENDING";
}

const sessionLength = 24 * hour;

/** Opens a session. It belongs to the account of the approval team, as its ARN shows. */
export function openSession({ ids, now }: BackupAccount, teamArn: string): ApprovalSession {
  return {
    MpaSessionArn: `${teamArn.replace(":approval-team/", ":session/")}/${ids.uuid()}`,
    Status: "PENDING",
    InitiationDate: now,
    ExpiryDate: now + sessionLength,
  };
}

/** The step that ends a session about a vault: approved, or expired if the team takes longer than the session lasts. */
export function nextOfSession(
  account: BackupAccount,
  vault: Pick<Vault, "BackupVaultName">,
  steps: { readonly approved: string; readonly expired: string },
): Next {
  const takes = account.duration("approvalSession", vault);
  return takes < sessionLength
    ? account.inFlight(steps.approved, takes)
    : account.inFlight(steps.expired, sessionLength);
}

interface EndedSession {
  Status?: string | undefined;
  StatusMessage?: string | undefined;
}

/** Marks the session in a vault's draft as expired. */
export function expireSession(session: EndedSession | undefined): void {
  if (!session) return;
  session.Status = "FAILED";
  session.StatusMessage = "The approval session expired before the approval team decided.";
}
