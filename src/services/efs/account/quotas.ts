/** The defaults of the `quotas` option (User Guide, "Amazon EFS quotas"). */
export const efsQuotas = {
  /** File systems. Default: 1,000. */
  efsFileSystems: 1_000,
  /** Mount targets of a VPC. Default: 400. */
  efsMountTargetsPerVpc: 400,
  /** Security groups of a mount target. Default: 5. */
  efsSecurityGroupsPerMountTarget: 5,
  /** Access points of a file system. Default: 10,000. */
  efsAccessPointsPerFileSystem: 10_000,
  /** Tags of a file system or access point. Default: 50. */
  efsTagsPerResource: 50,
  /** Provisioned throughput of a file system, in MiB/s. Default: 3,414. */
  efsProvisionedThroughput: 3_414,
};

export type EfsQuota = keyof typeof efsQuotas;
