import type { LatestMpaApprovalTeamUpdate } from "@aws-sdk/client-backup";
import { type EpochMs, hour, type Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { BackupAccount } from "../account/account";
import type { Vault } from "../records/vaults";

/** A session of multi-party approval: a request to an approval team, and its deadline. */
export interface ApprovalSession extends Stored<LatestMpaApprovalTeamUpdate> {
  readonly MpaSessionArn: string;
  readonly Status: "PENDING";
}

export const sessionLength = 24 * hour;

/** Opens a session. It belongs to the account of the approval team, as its ARN shows. */
export function openSession({ ids, now }: BackupAccount, teamArn: string): ApprovalSession {
  return {
    MpaSessionArn: `${teamArn.replace(":approval-team/", ":session/")}/${ids.uuid()}`,
    Status: "PENDING",
    InitiationDate: now,
    ExpiryDate: now + sessionLength,
  };
}

/** The step that ends a session about a vault: when the team decides, or the session expires. */
export const nextOfSession = (
  account: BackupAccount,
  vault: Pick<Vault, "BackupVaultName">,
  step: string,
): Next => account.inFlight(step, Math.min(account.duration("approvalSession", vault), sessionLength));

/** Whether a session that ends now expires: the team took longer than the session lasts. */
export const expires = ({ now }: BackupAccount, openedAt: EpochMs | undefined): boolean =>
  openedAt !== undefined && now >= openedAt + sessionLength;

interface EndedSession {
  Status?: string | undefined;
  StatusMessage?: string | undefined;
}

const expired = "The approval session expired before the approval team decided.";

/** Marks the session in a vault's draft as failed. */
export function failSession(session: EndedSession | undefined, message: string = expired): void {
  if (!session) return;
  session.Status = "FAILED";
  session.StatusMessage = message;
}
