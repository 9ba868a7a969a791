import type { CreateFileSystemOntapConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { usableKey } from "../external-resources/kms-keys";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { checkRegion, multiAzSettings } from "./multi-az";
import { address, checkSubnets, dnsName, endpointAddresses, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessOneOf, refuseUnlessWithin, requiredCapacity } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemOntapConfiguration>;

const firstGeneration = [128, 256, 512, 1024, 2048, 4096];
const secondGeneration = [384, 768, 1536, 3072, 6144];
/** Several pairs are offered with the larger throughputs only. */
const minWithPairs = 1536;
const throughputsPerPair: Readonly<Record<Asked["DeploymentType"], readonly number[]>> = {
  SINGLE_AZ_1: firstGeneration,
  MULTI_AZ_1: firstGeneration,
  SINGLE_AZ_2: secondGeneration,
  MULTI_AZ_2: secondGeneration,
};
const defaultRetention = 30;
const endpointRange = "198.19.255.0/24";
/** The largest storage by deployment type, in GiB. Each pair of SINGLE_AZ_2 has at most 524,288 of them. */
const maxCapacities: Readonly<Record<Asked["DeploymentType"], number>> = {
  SINGLE_AZ_1: 196_608,
  MULTI_AZ_1: 196_608,
  SINGLE_AZ_2: 1_048_576,
  MULTI_AZ_2: 524_288,
};
/** SSD IOPS: at most for each pair, and for each GiB. */
const maxIopsPerPair = 200_000;
const maxIopsPerGibibyte = 50;

const isMultiAz = (deployment: string | undefined): boolean => deployment?.startsWith("MULTI_AZ") === true;

/** The throughput per pair of servers and of all pairs; a request has one of them, or both if they match. */
export function pairThroughput(
  asked: Pick<Asked, "ThroughputCapacity" | "ThroughputCapacityPerHAPair">,
  DeploymentType: Asked["DeploymentType"],
  HAPairs: number,
) {
  const { ThroughputCapacity: total, ThroughputCapacityPerHAPair: each } = asked;
  refuseUnless(
    total === undefined || each === undefined || total === each * HAPairs,
    "ThroughputCapacity and ThroughputCapacityPerHAPair do not match.",
  );
  const perPair = each ?? (total === undefined ? undefined : total / HAPairs);
  refuseUnless(perPair !== undefined, "ThroughputCapacity or ThroughputCapacityPerHAPair is required.");
  const valid = throughputsPerPair[DeploymentType].filter(each => HAPairs === 1 || each >= minWithPairs);
  refuseUnlessOneOf("ThroughputCapacityPerHAPair", perPair, valid);
  return { ThroughputCapacity: perPair * HAPairs, ThroughputCapacityPerHAPair: perPair };
}

/** The smallest and the largest storage capacity, in GiB. */
export const capacityBounds = (deployment: Asked["DeploymentType"], pairs: number) => ({
  min: 1_024 * pairs,
  max: Math.min(maxCapacities[deployment], 524_288 * pairs),
});

export const maxIops = (capacity: number, pairs: number): number =>
  Math.min(maxIopsPerPair * pairs, maxIopsPerGibibyte * capacity);

/** FSx for NetApp ONTAP. */
export const ontap: FileSystemKind = {
  block: "OntapConfiguration",
  hasDefaultBlock: false,
  noBackups: "hidden",

  membersFor(request, account, id) {
    const { ids, place } = account;
    const { StorageType = "SSD", SubnetIds, OntapConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "OntapConfiguration is required.");
    const { DeploymentType, PreferredSubnetId, HAPairs = 1 } = asked;
    refuseUnless(StorageType === "SSD", `${StorageType} storage is not supported for ONTAP.`);
    refuseUnless(
      HAPairs === 1 || DeploymentType === "SINGLE_AZ_2",
      `HAPairs must be 1 for ${DeploymentType} file systems.`,
    );
    const StorageCapacity = requiredCapacity(request.StorageCapacity);
    const { min, max } = capacityBounds(DeploymentType, HAPairs);
    refuseUnlessWithin("storage capacity", StorageCapacity, min, max);
    checkSubnets(SubnetIds, isMultiAz(DeploymentType), PreferredSubnetId);
    checkRegion("ONTAP", place, DeploymentType);
    const name = dnsName(id, place);
    return {
      StorageCapacity,
      StorageType,
      KmsKeyId: usableKey(account, request.KmsKeyId),
      NetworkType: request.NetworkType ?? "IPV4",
      OntapConfiguration: {
        ...dailyBackups(ids, asked, defaultRetention, "hidden"),
        DeploymentType,
        ...multiAzSettings(asked, isMultiAz(DeploymentType), endpointRange, place, request.NetworkType),
        Endpoints: {
          Intercluster: { DNSName: `intercluster.${name}` },
          Management: { DNSName: `management.${name}` },
        },
        DiskIopsConfiguration: diskIops(
          asked.DiskIopsConfiguration,
          StorageCapacity,
          maxIops(StorageCapacity, HAPairs),
        ),
        PreferredSubnetId: PreferredSubnetId ?? SubnetIds[0],
        ...pairThroughput(asked, DeploymentType, HAPairs),
        WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
        HAPairs,
      },
    };
  },

  assignAddresses(draft, { ids }) {
    const { OntapConfiguration: settings } = draft;
    const { Intercluster, Management } = settings?.Endpoints ?? {};
    draft.NetworkInterfaceIds = networkInterfaces(ids, 2 * (settings?.HAPairs ?? 1));
    if (Intercluster) Intercluster.IpAddresses = [address(ids), address(ids)];
    if (Management) Object.assign(Management, endpointAddresses(ids, settings));
  },

  // Only volumes of ONTAP file systems are backed up.
  inBackup: () => ({}),
};
