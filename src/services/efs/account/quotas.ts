/** The defaults of the `quotas` option (User Guide, "Amazon EFS quotas"). */
export const efsQuotas = {
  /** File systems. Default: 1,000. */
  efsFileSystems: 1_000,
  /** Mount targets of a VPC. Default: 1,400. */
  efsMountTargetsPerVpc: 1_400,
  /** Security groups of a mount target. Default: 5. */
  efsSecurityGroupsPerMountTarget: 5,
  /** Access points of a file system. Default: 10,000. */
  efsAccessPointsPerFileSystem: 10_000,
  /** Tags of a file system or access point. Default: 50. */
  efsTagsPerResource: 50,
  /** Provisioned throughput of a file system, in MiB/s, in the largest Regions; 1,024 in others unless set. Default: 3,414. */
  efsProvisionedThroughput: 3_414,
};

export type EfsQuota = keyof typeof efsQuotas;

const largestRegions: ReadonlySet<string> = new Set(["us-east-1", "us-east-2", "us-west-2", "eu-west-1"]);
const provisionedElsewhere = 1_024;

/** The limit of provisioned throughput in a Region, in MiB/s. A quota that differs from the default applies everywhere. */
export const provisionedLimit = (quota: number, region: string): number =>
  quota === efsQuotas.efsProvisionedThroughput && !largestRegions.has(region) ? provisionedElsewhere : quota;
