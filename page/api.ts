/** An account and Region. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** A page of the records of one kind. */
export interface RecordsPage<R> {
  readonly size: number;
  readonly matching: number;
  readonly from: number;
  readonly records: readonly R[];
  readonly counts?: readonly PointCount[];
}

export interface PointCount {
  readonly BackupVaultName: string;
  readonly StorageClass?: string;
  readonly count: number;
  readonly sum: number;
}

export interface Vault {
  readonly BackupVaultName: string;
  readonly VaultType: string;
  readonly Locked?: boolean;
  readonly MinRetentionDays?: number;
  readonly MaxRetentionDays?: number;
}

export interface Point {
  readonly RecoveryPointArn: string;
  readonly BackupVaultName: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: number;
  readonly Status: string;
  readonly StorageClass?: string;
  readonly BackupSizeInBytes?: number;
  readonly renewedAt?: number;
  readonly Lifecycle?: { readonly DeleteAfterDays?: number; readonly MoveToColdStorageAfterDays?: number };
}

/** A backup, copy or restore job: what the three have of these. */
export interface Job {
  readonly BackupJobId?: string;
  readonly CopyJobId?: string;
  readonly RestoreJobId?: string;
  readonly State?: string;
  readonly Status?: string;
  readonly StatusMessage?: string;
  readonly ResourceArn?: string;
  readonly SourceResourceArn?: string;
  readonly ResourceType?: string;
  readonly BackupVaultName?: string;
  readonly DestinationBackupVaultArn?: string;
  readonly CreationDate: number;
  readonly CompletionDate?: number;
}

export interface EfsFileSystem {
  readonly FileSystemId: string;
  readonly Name?: string;
  readonly LifeCycleState: string;
  readonly SizeInBytes?: { readonly Value?: number };
}

export interface FsxFileSystem {
  readonly FileSystemId: string;
  readonly FileSystemType: string;
  readonly Lifecycle: string;
  readonly StorageCapacity?: number;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}

export interface Rule {
  readonly ruleName: string;
  readonly targetBackupVaultName: string;
  readonly schedule: string;
  readonly timeZone: string;
  readonly nextRuns: readonly string[];
  readonly resources: readonly string[];
  readonly moveToColdStorageAfterDays?: number;
  readonly deleteAfterDays?: number;
  readonly problems: readonly Problem[];
}

export interface Plan {
  readonly backupPlanId: string;
  readonly backupPlanName: string;
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

export interface Step {
  readonly at: number;
  readonly place: string;
  readonly service: string;
  readonly table: string;
  readonly key: string;
  readonly step: string;
}

export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly region: string;
  readonly accountId: string;
  readonly time: string;
  readonly answeredBy: string;
}

/** What happened while the clock moved. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly steps: number;
  readonly jobs: Readonly<Record<string, number>>;
  readonly recoveryPoints: Readonly<Record<string, number>>;
}

/** Asks a control path. Rejects with the message of a refusal. */
export async function ask<Answer>(path: string, body?: object, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(`/_mock/${path}`, {
    method: body ? "POST" : "GET",
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(String(answer.message ?? response.statusText));
  return answer;
}

/** Asks a control path for a text. Rejects with the message of a refusal. */
export async function askText(path: string): Promise<string> {
  const response = await fetch(`/_mock/${path}`);
  if (response.ok) return response.text();
  const { message } = await response.json();
  throw new Error(String(message));
}

/** A control path in a place. */
export const at = (path: string, place: Place | undefined): string =>
  place ? `${path}?accountId=${place.accountId}&region=${place.region}` : path;
