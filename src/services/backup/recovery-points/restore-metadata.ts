import { uuidOf } from "../../../core/basics";
import { type BackupView, read } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, requestId } from "../records/restore-metadata";
import { linkedService } from "../resources/sources";
import { vaultBehind } from "../vaults/restore-access";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { vaultNamed } from "../vaults/vaults";
import { type DescribedMetadata, describedMetadata } from "./described-resources";
import { pointIn } from "./recovery-points";
import { isKeptByBackup } from "./types";

const definedOnly = (metadata: DescribedMetadata): Metadata => {
  const defined: Record<string, string> = {};
  for (const [key, value] of Object.entries(metadata)) if (value !== undefined) defined[key] = value;
  return defined;
};

/** Types whose snapshots have a request id as well, although AWS Backup does not keep them itself. */
const haveRequestId: ReadonlySet<string> = new Set(["EBS", "EC2", "RDS"]);

/** The restore metadata of a point: how its resource was when it was backed up. */
export function restoreMetadataOf(holder: BackupView, point: RecoveryPoint): Metadata {
  const service = linkedService(holder, point);
  const options = point.options ?? holder.backup.backupJobs.get(point.backupJobId ?? "")?.BackupOptions ?? {};
  const described = service
    ? (service.restoreMetadata?.(holder, point) ?? {})
    : describedMetadata({ point, options });
  return definedOnly({
    ...((isKeptByBackup(point) || haveRequestId.has(point.ResourceType)) && {
      [requestId]: uuidOf(`request of ${point.RecoveryPointArn}`),
    }),
    ...described,
  });
}

export const getRecoveryPointRestoreMetadata = read<"GetRecoveryPointRestoreMetadata">((input, account) => {
  const { BackupVaultName, RecoveryPointArn, BackupVaultAccountId } = input;
  const named = vaultNamed(account, BackupVaultName, BackupVaultAccountId);
  const { account: holder, vault } = vaultBehind(account, named);
  checkVaultPolicy(holder, vault, "GetRecoveryPointRestoreMetadata", RecoveryPointArn);
  const point = pointIn(holder, vault.BackupVaultName, RecoveryPointArn);
  return { ...point, next: undefined, RestoreMetadata: restoreMetadataOf(holder, point) };
});
