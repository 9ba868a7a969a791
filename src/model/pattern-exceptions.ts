import type { ServiceName } from "./names";

/**
 * Values that AWS uses although they break the pattern of its own model. Every operation accepts them; the service's
 * rules decide whether such a vault can be created, deleted or targeted.
 *
 * - The vault of automatic EFS backups has slashes in its name.
 * - The management account of an organization passes a word instead of an account id to list the jobs of all accounts.
 * - AWS Backup has resource types with spaces in their names; UpdateRegionSettings takes them as keys.
 * - The DNS name of most Windows file systems begins with `amznfsx` instead of the id.
 */
const exceptions: Readonly<Partial<Record<ServiceName, Readonly<Record<string, Exceptions>>>>> = {
  backup: {
    AccountId: ["*", "ANY", "AGGREGATE_ALL"],
    BackupVaultName: ["aws/efs/automatic-backup-vault"],
    BackupVaultNameOrWildcard: ["aws/efs/automatic-backup-vault"],
    ResourceType: ["Aurora DSQL", "Redshift Serverless", "SAP HANA on Amazon EC2", "Storage Gateway"],
  },
  fsx: { DNSName: /^amznfsx\w{8}\..{4,253}$/ },
};

/** Valid values, or a pattern of them. */
export type Exceptions = readonly string[] | RegExp;

/** By shape name: the values that are valid although they do not match the shape's pattern. */
export function patternExceptions(service: ServiceName): Readonly<Record<string, Exceptions>> {
  return exceptions[service] ?? {};
}
