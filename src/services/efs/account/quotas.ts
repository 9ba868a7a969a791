/** The defaults of the `quotas` option (User Guide, "Amazon EFS quotas"). */
export const efsQuotas = {
  efsFileSystems: 1_000,
  efsMountTargetsPerVpc: 1_400,
  efsSecurityGroupsPerMountTarget: 5,
  efsAccessPointsPerFileSystem: 10_000,
  efsTagsPerResource: 50,
  /** In MiB/s, in the largest Regions; 1,024 in all others unless the option sets it. */
  efsProvisionedThroughput: 3_414,
};

export type EfsQuota = keyof typeof efsQuotas;

const largestRegions: ReadonlySet<string> = new Set(["us-east-1", "us-east-2", "us-west-2", "eu-west-1"]);
const provisionedElsewhere = 1_024;

/** The limit of provisioned throughput in a Region, in MiB/s. A quota that differs from the default applies everywhere. */
export const provisionedLimit = (quota: number, region: string): number =>
  quota === efsQuotas.efsProvisionedThroughput && !largestRegions.has(region) ? provisionedElsewhere : quota;
