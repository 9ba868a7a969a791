/** The defaults of the `quotas` option (User Guide, "Amazon EFS quotas"). */
export const efsQuotas = {
  efsFileSystems: 1_000,
  efsMountTargetsPerVpc: 400,
  efsSecurityGroupsPerMountTarget: 5,
  efsAccessPointsPerFileSystem: 10_000,
  efsTagsPerResource: 50,
  /** In MiB/s. */
  efsProvisionedThroughput: 3_414,
};

export type EfsQuota = keyof typeof efsQuotas;
