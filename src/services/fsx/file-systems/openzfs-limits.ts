import type { CreateFileSystemOpenZFSConfiguration } from "@aws-sdk/client-fsx";
import type { Place } from "../../../core/basics";
import { refuseUnless } from "./rules";

type DeploymentType = NonNullable<CreateFileSystemOpenZFSConfiguration["DeploymentType"]>;

// By the User Guide, "Service quotas on Amazon FSx for OpenZFS resources"

/** Regions with less storage for MULTI_AZ_1 than the largest. */
const middle: ReadonlySet<string> = new Set([
  "ap-east-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ca-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-south-1",
  "sa-east-1",
]);

/** Regions with the least storage for all but SINGLE_AZ_2. */
const small: ReadonlySet<string> = new Set([
  "af-south-1",
  "ap-south-2",
  "ap-southeast-3",
  "me-central-1",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-1",
]);

/** Of the middle Regions, those with as much storage for SINGLE_AZ_1 as the largest. */
const largeForSingleAz: ReadonlySet<string> = new Set([
  "ap-east-1",
  "ap-northeast-2",
  "ap-south-1",
  "ca-central-1",
  "eu-north-1",
  "eu-west-2",
]);

const most = 524_288;
const mostElsewhere = 131_072;

/** The most SSD storage of a file system, in GiB. */
export function maxCapacity(deployment: DeploymentType, throughput: number, region: string): number {
  if (deployment.endsWith("_2")) return most;
  if (deployment !== "MULTI_AZ_1") {
    return small.has(region) || (middle.has(region) && !largeForSingleAz.has(region)) ? mostElsewhere : most;
  }
  if (small.has(region)) return Math.min((throughput * 3_072) / 5, mostElsewhere);
  if (middle.has(region)) return Math.min((throughput * 3_072) / 20, mostElsewhere);
  return Math.min((throughput * 1_024) / 5, most);
}

/** The Regions where MULTI_AZ_1 has the most throughput and SSD IOPS ("Data access from disk"). */
const fastForMultiAz: ReadonlySet<string> = new Set([
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-2",
  "eu-west-1",
  "us-east-1",
  "us-east-2",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
]);

const slowMultiAz = (deployment: DeploymentType, region: string): boolean =>
  deployment === "MULTI_AZ_1" && !fastForMultiAz.has(region);

const mostSlowThroughput = 5_120;

/** Refuses a throughput of MULTI_AZ_1 that the Region does not have. */
export const checkRegionalThroughput = (
  deployment: DeploymentType,
  throughput: number,
  region: string,
): void =>
  refuseUnless(
    throughput <= mostSlowThroughput || !slowMultiAz(deployment, region),
    `Invalid ThroughputCapacity: ${throughput}. Must be at most ${mostSlowThroughput} for MULTI_AZ_1 in ${region}.`,
  );

/** The most SSD IOPS of a deployment type. */
export const maxIops = (deployment: DeploymentType, { region }: Place): number =>
  deployment === "SINGLE_AZ_1" || deployment === "SINGLE_AZ_HA_1" || slowMultiAz(deployment, region)
    ? 160_000
    : 400_000;

/** How many S3 access points a file system can have. All documented numbers follow this rule. */
export const maxAccessPoints = (throughput: number): number => Math.floor(throughput / 37);
