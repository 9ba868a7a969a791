import type { ServiceName } from "./names";

/**
 * Values that real accounts hold and use though they break the model's pattern; they pass it for every operation.
 * Whether such a vault may be created, deleted or targeted is for the service's own rules to say.
 *
 * - The vault of automatic EFS backups has slashes in its name, and is described and listed like any other.
 * - The management account of an organization asks for the jobs of all its accounts by words instead of an account's id.
 * - Resource types with spaces are what AWS Backup itself calls them; UpdateRegionSettings opts them in by these names.
 */
const acceptedBeyondPattern: Readonly<
  Partial<Record<ServiceName, Readonly<Record<string, readonly string[]>>>>
> = {
  backup: {
    AccountId: ["*", "ANY", "AGGREGATE_ALL"],
    BackupVaultName: ["aws/efs/automatic-backup-vault"],
    BackupVaultNameOrWildcard: ["aws/efs/automatic-backup-vault"],
    ResourceType: ["Aurora DSQL", "Redshift Serverless", "SAP HANA on Amazon EC2", "Storage Gateway"],
  },
};

/** By shape name: values that pass the shape's pattern besides those that match it. */
export function acceptedBeyondModel(service: ServiceName): Readonly<Record<string, readonly string[]>> {
  return acceptedBeyondPattern[service] ?? {};
}
