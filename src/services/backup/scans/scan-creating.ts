import type { BackupAccount } from "../account/account";
import { newJobId } from "../account/names";
import { transitionsOf } from "../jobs/transitions";
import type { RecoveryPoint } from "../records/recovery-points";
import type { ScanJob } from "../records/scan-jobs";
import { restorableSpan } from "../recovery-points/restorable-span";
import { isContinuous } from "../recovery-points/types";
import { vaultArn } from "../vaults/vaults";
import { emitScanChange } from "./scan-events";
import { scannedTypeOf } from "./scannable";

/** What to scan, and how. Requested by a user or by a plan. */
export interface ScanRequest {
  readonly point: RecoveryPoint;
  readonly roleArn: string;
  readonly scannerRoleArn: string;
  readonly scanner: ScanJob["MalwareScanner"];
  /** The earlier point of an incremental scan, which examines only the changes since. Undefined for a full scan. */
  readonly base: RecoveryPoint | undefined;
  readonly createdBy?: ScanJob["CreatedBy"];
  readonly continuousEnd?: number | undefined;
  readonly idempotencyToken?: string | undefined;
}

/** Creates a scan job, which then runs in timed steps. Undefined for a type that cannot be scanned. */
export function createScanJob(account: BackupAccount, request: ScanRequest): ScanJob | undefined {
  const { backup, place, now, ids } = account;
  const { point, base, createdBy } = request;
  const ResourceType = scannedTypeOf(point.ResourceType);
  if (!ResourceType) return undefined;
  failOldestQueued(account, point.ResourceArn);
  const job: ScanJob = {
    AccountId: place.accountId,
    ScanJobId: newJobId(ids, createdBy !== undefined),
    BackupVaultName: point.BackupVaultName,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    RecoveryPointArn: point.RecoveryPointArn,
    ResourceArn: point.ResourceArn,
    ResourceName: point.ResourceName ?? lastPart(point.ResourceArn),
    ResourceType,
    MalwareScanner: request.scanner,
    ScanMode: base ? "INCREMENTAL_SCAN" : "FULL_SCAN",
    ScanBaseRecoveryPointArn: base?.RecoveryPointArn,
    IamRoleArn: request.roleArn,
    ScannerRoleArn: request.scannerRoleArn,
    CreatedBy: createdBy,
    CreationDate: now,
    State: "CREATED",
    ...spanOf(account, request),
    idempotencyToken: request.idempotencyToken,
  };
  const created = backup.scanJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("scanJobStart", job)),
  });
  emitScanChange(account, created);
  return created;
}

/** The last part of an ARN, which serves as the name of unnamed resources. */
const lastPart = (arn: string): string => arn.split(/[/:]/).at(-1) ?? arn;

/** The scanned time range of a continuous backup. */
function spanOf(account: BackupAccount, { point, continuousEnd }: ScanRequest): Partial<ScanJob> {
  if (!isContinuous(point)) return {};
  const { from, to } = restorableSpan(account, point);
  return { ContinuousScanStartTime: from, ContinuousScanEndTime: continuousEnd ?? to };
}

/** Makes room in a resource's queue of scan jobs: when it is full, its oldest job fails. */
function failOldestQueued(account: BackupAccount, resourceArn: string): void {
  const queued = account.backup.scanJobs.by("queuedOnResource", resourceArn);
  const limit = account.quota("queuedScansPerResource");
  if (queued.size < limit) return;
  const [oldest] = queued;
  if (!oldest) return;
  endScan(account, oldest, {
    State: "FAILED",
    StatusMessage: `Scan job failed because more than ${limit} scan jobs were queued for the resource.`,
  });
}

export const { change: changeScan, end: endScan } = transitionsOf<ScanJob>({
  jobsOf: account => account.backup.scanJobs,
  stateOf: job => job.State,
  emit: emitScanChange,
});
