import type { BackupAccount } from "../account/account";
import { takeOutcome } from "../jobs/outcomes";
import type { CopyJob } from "../records/copy-jobs";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Vault, vaultOfArn } from "../records/vaults";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { lockState } from "../vaults/vault-lock";
import { vaultArn } from "../vaults/vaults";
import { emitCopyChange } from "./events";
import { expectCopy } from "./incoming-copies";

/** What is to be copied where, whoever asks for it. */
export interface CopyRequest {
  readonly point: RecoveryPoint;
  readonly destinationArn: string;
  readonly roleArn: string | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The plan and rule that want the copy. */
  readonly createdBy?: CopyJob["CreatedBy"];
  /** The backup job after which a plan's rule, or the service itself, makes the copy. */
  readonly backupJobId?: string | undefined;
  /** The job that copies the composite point in which this one is. */
  readonly parentJobId?: string | undefined;
}

const destinationOf = (account: BackupAccount, arn: string) => {
  const address = vaultOfArn(arn);
  return address && { address, vault: account.at(address.place).backup.vaults.get(address.name) };
};

/** What a job shows of the vault it copies to. */
export const shownOf = (vault: Vault | undefined): Partial<CopyJob> => ({
  DestinationVaultType: vault?.VaultType,
  DestinationVaultLockState: lockState(vault),
});

/** Puts a copy job on the list; from there on it runs by itself. */
export function createCopyJob(account: BackupAccount, request: CopyRequest): CopyJob {
  const { backup, place, now, ids } = account;
  const { point, destinationArn } = request;
  const destination = destinationOf(account, destinationArn);
  const job: CopyJob = {
    AccountId: place.accountId,
    CopyJobId: ids.uuid().toUpperCase(),
    SourceBackupVaultArn: vaultArn(place, point.BackupVaultName),
    SourceRecoveryPointArn: point.RecoveryPointArn,
    DestinationBackupVaultArn: destinationArn,
    ...shownOf(destination?.vault),
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
    lifecycle: keptLifecycle(request.lifecycle),
    idempotencyToken: request.idempotencyToken,
    outcome: takeOutcome(account, "copy", {
      resourceArn: point.ResourceArn,
      resourceType: point.ResourceType,
      backupVaultName: destination?.address.name,
    }),
  };
  const created = backup.copyJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("copyJobStart", job)),
  });
  expectCopy(account, created);
  emitCopyChange(account, created);
  return created;
}
