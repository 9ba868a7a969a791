import type { ListName } from "./bases";

export type Item = Readonly<Record<string, unknown>>;

/** A filter's value, and whether an item matches it. */
interface Filtering {
  readonly value: unknown;
  holds(item: Item): boolean;
}

/** Finds a value that some items of a list match and others do not. */
export type Filter = (items: readonly Item[]) => Filtering;

const reader =
  (path: string) =>
  (item: Item): unknown =>
    path
      .split(".")
      .reduce<unknown>((value, name) => (value ? Reflect.get(Object(value), name) : undefined), item);

/** Matches items whose member equals the value. */
const equal =
  (path: string): Filter =>
  items => {
    const read = reader(path);
    const counts = new Map<unknown, number>();
    for (const item of items) counts.set(read(item), (counts.get(read(item)) ?? 0) + 1);
    const found = [...counts].find(([value, count]) => value !== undefined && count < items.length);
    if (!found) throw new Error(`All items of the list have the same ${path}.`);
    const [value] = found;
    return { value, holds: item => read(item) === value };
  };

const timeOf = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined);

/** A date in the middle of the items' dates. */
function middle(items: readonly Item[], path: string): Date {
  const times = [...new Set(items.map(item => timeOf(reader(path)(item))))]
    .filter(time => time !== undefined)
    .sort((one, other) => one - other);
  if (times.length < 2) throw new Error(`All items of the list have the same ${path}.`);
  return new Date(times[Math.floor(times.length / 2)] ?? 0);
}

const before =
  (path: string): Filter =>
  items => {
    const value = middle(items, path);
    return { value, holds: item => (timeOf(reader(path)(item)) ?? Infinity) < value.getTime() };
  };

/** Matches items after a date that is before the last one. */
const after =
  (path: string): Filter =>
  items => {
    const end = Math.max(...items.map(item => timeOf(reader(path)(item)) ?? 0));
    const value = middle(
      items.filter(item => timeOf(reader(path)(item)) !== end),
      path,
    );
    return { value, holds: item => (timeOf(reader(path)(item)) ?? 0) > value.getTime() };
  };

const jobs = {
  ByResourceArn: equal("ResourceArn"),
  ByResourceType: equal("ResourceType"),
  ByCreatedAfter: after("CreationDate"),
  ByCreatedBefore: before("CreationDate"),
  ByCompleteAfter: after("CompletionDate"),
  ByCompleteBefore: before("CompletionDate"),
  ByMessageCategory: equal("MessageCategory"),
  ByParentJobId: equal("ParentJobId"),
  ByState: equal("State"),
};
const { ByResourceArn: _, ByMessageCategory: __, ByState: ___, ...restores } = jobs;
const summaries = {
  MessageCategory: equal("MessageCategory"),
  ResourceType: equal("ResourceType"),
  State: equal("State"),
};

/** Every filter of every list. */
export const filters: Readonly<Partial<Record<ListName, Readonly<Record<string, Filter>>>>> = {
  ListBackupJobs: { ...jobs, ByBackupVaultName: equal("BackupVaultName") },
  ListBackupJobSummaries: summaries,
  ListBackupVaults: { ByVaultType: equal("VaultType") },
  ListCopyJobs: {
    ...jobs,
    ByDestinationVaultArn: equal("DestinationBackupVaultArn"),
    BySourceRecoveryPointArn: equal("SourceRecoveryPointArn"),
  },
  ListCopyJobSummaries: summaries,
  ListIndexedRecoveryPoints: {
    CreatedAfter: after("BackupCreationDate"),
    CreatedBefore: before("BackupCreationDate"),
    IndexStatus: equal("IndexStatus"),
    ResourceType: equal("ResourceType"),
    SourceResourceArn: equal("SourceResourceArn"),
  },
  ListRecoveryPointsByBackupVault: {
    ByBackupPlanId: equal("CreatedBy.BackupPlanId"),
    ByCreatedAfter: after("CreationDate"),
    ByCreatedBefore: before("CreationDate"),
    ByParentRecoveryPointArn: equal("ParentRecoveryPointArn"),
    ByResourceArn: equal("ResourceArn"),
    ByResourceType: equal("ResourceType"),
  },
  ListReportJobs: {
    ByCreationAfter: after("CreationTime"),
    ByCreationBefore: before("CreationTime"),
    ByReportPlanName: () => ({
      value: "lost",
      holds: ({ ReportPlanArn }) => String(ReportPlanArn).includes(":report-plan:lost-"),
    }),
    ByStatus: equal("Status"),
  },
  ListRestoreJobs: {
    ...restores,
    ByRestoreTestingPlanArn: equal("CreatedBy.RestoreTestingPlanArn"),
    ByStatus: equal("Status"),
  },
  ListRestoreJobsByProtectedResource: {
    ByRecoveryPointCreationDateAfter: after("RecoveryPointCreationDate"),
    ByRecoveryPointCreationDateBefore: before("RecoveryPointCreationDate"),
    ByStatus: equal("Status"),
  },
  ListRestoreJobSummaries: { ResourceType: equal("ResourceType"), State: equal("State") },
  ListScanJobs: {
    ByBackupVaultName: equal("BackupVaultName"),
    ByCompleteAfter: after("CompletionDate"),
    ByCompleteBefore: before("CompletionDate"),
    ByRecoveryPointArn: equal("RecoveryPointArn"),
    ByResourceArn: equal("ResourceArn"),
    ByResourceType: equal("ResourceType"),
    ByScanResultStatus: equal("ScanResult.ScanResultStatus"),
    ByState: equal("State"),
  },
  ListScanJobSummaries: { ResourceType: equal("ResourceType"), State: equal("State") },
};

const ofOrganization = "tested with organizations";
const ownAccount = "names the account of the vault";
const spans = "tested with summaries";

/** Filters that leave nothing out in this world, and why. */
export const unfiltered: Readonly<Partial<Record<ListName, Readonly<Record<string, string>>>>> = {
  ListBackupJobs: { ByAccountId: ofOrganization },
  ListBackupJobSummaries: { AccountId: ofOrganization, AggregationPeriod: spans },
  ListBackupPlans: { IncludeDeleted: "adds items; tested with plans" },
  ListBackupVaults: { ByShared: "no vaults are shared" },
  ListCopyJobs: { ByAccountId: ofOrganization },
  ListCopyJobSummaries: { AccountId: ofOrganization, AggregationPeriod: spans },
  ListProtectedResourcesByBackupVault: { BackupVaultAccountId: ownAccount },
  ListRecoveryPointsByBackupVault: { BackupVaultAccountId: ownAccount },
  ListRecoveryPointsByResource: { ManagedByAWSBackupOnly: "tested with backups of Amazon FSx" },
  ListRestoreJobs: { ByAccountId: ofOrganization },
  ListRestoreJobSummaries: { AccountId: ofOrganization, AggregationPeriod: spans },
  ListScanJobs: { ByAccountId: ofOrganization, ByMalwareScanner: "there is one scanner" },
  ListScanJobSummaries: {
    AccountId: ofOrganization,
    AggregationPeriod: spans,
    MalwareScanner: "there is one scanner",
    ScanResultStatus: "rows show it only on request; tested with scans",
  },
};
