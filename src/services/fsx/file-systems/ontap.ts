import type { CreateFileSystemOntapConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { usableKey } from "../external-resources/kms-keys";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { multiAzSettings } from "./multi-az";
import { address, checkSubnets, dnsName, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessOneOf, refuseUnlessWithin } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemOntapConfiguration>;

const firstGeneration = [128, 256, 512, 1024, 2048, 4096];
const throughputsPerPair: Readonly<Record<Asked["DeploymentType"], readonly number[]>> = {
  SINGLE_AZ_1: firstGeneration,
  MULTI_AZ_1: firstGeneration,
  SINGLE_AZ_2: [1536, 3072, 6144],
  MULTI_AZ_2: [384, 768, 1536, 3072, 6144],
};
const defaultRetention = 30;
const endpointRange = "198.19.255.0/24";
const endpointNetwork = "198.19";

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
  refuseUnlessOneOf("ThroughputCapacityPerHAPair", perPair, throughputsPerPair[DeploymentType]);
  return { ThroughputCapacity: perPair * HAPairs, ThroughputCapacityPerHAPair: perPair };
}

export function checkCapacity(capacity: number, pairs: number): void {
  refuseUnlessWithin("storage capacity", capacity, 1_024 * pairs, 524_288 * pairs);
}

export const iopsOf = (asked: Asked["DiskIopsConfiguration"], capacity: number, pairs: number) =>
  diskIops(asked, capacity, 200_000 * pairs);

/** FSx for NetApp ONTAP. */
export const ontap: FileSystemKind = {
  block: "OntapConfiguration",
  hasDefaultBlock: false,
  noBackups: "hidden",

  membersFor(request, account, id) {
    const { ids, place } = account;
    const { StorageCapacity, StorageType = "SSD", SubnetIds, OntapConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "OntapConfiguration is required.");
    const { DeploymentType, PreferredSubnetId, HAPairs = 1 } = asked;
    refuseUnless(StorageType === "SSD", `${StorageType} storage is not supported for ONTAP.`);
    refuseUnless(
      HAPairs === 1 || DeploymentType === "SINGLE_AZ_2",
      `HAPairs must be 1 for ${DeploymentType} file systems.`,
    );
    refuseUnless(StorageCapacity !== undefined, "StorageCapacity is required.");
    checkCapacity(StorageCapacity, HAPairs);
    checkSubnets(SubnetIds, isMultiAz(DeploymentType), PreferredSubnetId);
    const name = dnsName(id, place);
    return {
      StorageCapacity,
      StorageType,
      KmsKeyId: usableKey(account, request.KmsKeyId),
      NetworkType: request.NetworkType ?? "IPV4",
      OntapConfiguration: {
        ...dailyBackups(ids, asked, defaultRetention, "hidden"),
        DeploymentType,
        ...multiAzSettings(asked, isMultiAz(DeploymentType), endpointRange, place),
        Endpoints: {
          Intercluster: { DNSName: `intercluster.${name}` },
          Management: { DNSName: `management.${name}` },
        },
        DiskIopsConfiguration: iopsOf(asked.DiskIopsConfiguration, StorageCapacity, HAPairs),
        PreferredSubnetId: PreferredSubnetId ?? SubnetIds[0],
        ...pairThroughput(asked, DeploymentType, HAPairs),
        WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
        HAPairs,
      },
    };
  },

  assignAddresses(draft, { ids }) {
    const { OntapConfiguration: settings } = draft;
    const network = isMultiAz(settings?.DeploymentType) ? endpointNetwork : undefined;
    const { Intercluster, Management } = settings?.Endpoints ?? {};
    draft.NetworkInterfaceIds = networkInterfaces(ids, 2 * (settings?.HAPairs ?? 1));
    if (Intercluster) Intercluster.IpAddresses = [address(ids), address(ids)];
    if (Management) Management.IpAddresses = [address(ids, network)];
  },

  // Only volumes of ONTAP file systems are backed up.
  inBackup: () => ({}),
};
