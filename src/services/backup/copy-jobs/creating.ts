import type { BackupAccount } from "../account/account";
import { newJobId } from "../account/names";
import { type CopyJob, leftBy } from "../records/copy-jobs";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import type { Vault, VaultAddress } from "../records/vaults";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { lockState } from "../vaults/vault-lock";
import { vaultArn } from "../vaults/vaults";
import { emitCopyChange } from "./events";
import { expectCopy } from "./incoming-copies";

/** The copy to make, requested by a call, a plan's rule or the copy job of a composite point. */
export interface CopyRequest {
  readonly point: RecoveryPoint;
  readonly destination: VaultAddress;
  readonly roleArn: string | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The plan and rule that requested it. */
  readonly createdBy?: CopyJob["CreatedBy"];
  /** The backup job that the copy follows. */
  readonly backupJobId?: string | undefined;
  /** The copy job of the composite point that this point is in. */
  readonly parentJobId?: string | undefined;
}

/** The members of a job that describe the destination vault. */
export const destinationMembers = (vault: Vault | undefined): Partial<CopyJob> => ({
  DestinationVaultType: vault?.VaultType,
  DestinationVaultLockState: lockState(vault),
});

/** Creates a copy job. The steps on the agenda run it from then on. */
export function createCopyJob(account: BackupAccount, request: CopyRequest): CopyJob {
  const { backup, place, now, ids } = account;
  const { point, destination } = request;
  const job: CopyJob = {
    AccountId: place.accountId,
    CopyJobId: newJobId(ids, request.backupJobId !== undefined),
    SourceBackupVaultArn: vaultArn(place, point.BackupVaultName),
    SourceRecoveryPointArn: point.RecoveryPointArn,
    DestinationBackupVaultArn: vaultArn(destination.place, destination.name),
    ...destinationMembers(account.at(destination.place).backup.vaults.get(destination.name)),
    ResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    ResourceName: point.ResourceName,
    CreationDate: now,
    State: "CREATED",
    IamRoleArn: request.roleArn,
    CreatedBy: request.createdBy,
    CreatedByBackupJobId: request.backupJobId,
    IsParent: point.IsParent === true,
    ParentJobId: request.parentJobId,
    CompositeMemberIdentifier: point.CompositeMemberIdentifier,
    sourceVaultName: point.BackupVaultName,
    destination,
    leaves: leftBy(place, destination.place),
    lifecycle: keptLifecycle(request.lifecycle),
    idempotencyToken: request.idempotencyToken,
  };
  const created = backup.copyJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("copyJobStart", job)),
  });
  expectCopy(account, created);
  emitCopyChange(account, created);
  return created;
}
