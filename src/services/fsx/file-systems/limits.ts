import type { ServiceLimit } from "@aws-sdk/client-fsx";
import type { FsxAccount } from "../account/account";
import { limitExceeded } from "../account/errors";
import { type FsxQuota, limitIn } from "../account/quotas";
import type { FileSystem, FileSystemType } from "../records/file-systems";

/** A limit on the total of an account's file systems of a class. */
interface Limit {
  readonly name: ServiceLimit;
  readonly unit: string;
  readonly amountIn: (fileSystem: FileSystem) => number;
  /** The quota that applies to a file system, if any. */
  readonly quotaOf: (fileSystem: FileSystem) => FsxQuota | undefined;
}

const storageQuota = ({ FileSystemType, StorageType }: FileSystem): FsxQuota => {
  if (FileSystemType === "LUSTRE") return "fsxLustreStorage";
  if (FileSystemType === "ONTAP") return "fsxOntapSsdStorage";
  if (FileSystemType === "OPENZFS") return "fsxOpenZfsSsdStorage";
  return StorageType === "HDD" ? "fsxWindowsHddStorage" : "fsxWindowsSsdStorage";
};

const iopsQuotas: { readonly [Type in FileSystemType]?: FsxQuota } = {
  WINDOWS: "fsxWindowsSsdIops",
  ONTAP: "fsxOntapSsdIops",
  OPENZFS: "fsxOpenZfsSsdIops",
};

/** The settings with the throughput and IOPS that are limited. */
const performance = (fileSystem: FileSystem) =>
  fileSystem.WindowsConfiguration ?? fileSystem.OntapConfiguration ?? fileSystem.OpenZFSConfiguration;

/** The IOPS provisioned by the user. Those that come with the storage do not count. */
function provisionedIops(fileSystem: FileSystem): number {
  const { Mode, Iops = 0 } = performance(fileSystem)?.DiskIopsConfiguration ?? {};
  return Mode === "USER_PROVISIONED" ? Iops : 0;
}

const limits: readonly Limit[] = [
  {
    name: "FILE_SYSTEM_COUNT",
    unit: "file systems",
    amountIn: () => 1,
    quotaOf: () => "fsxFileSystems",
  },
  {
    name: "TOTAL_STORAGE",
    unit: "GiB of storage capacity total across file systems",
    amountIn: ({ StorageCapacity = 0 }) => StorageCapacity,
    quotaOf: storageQuota,
  },
  {
    name: "TOTAL_THROUGHPUT_CAPACITY",
    unit: "MB/s of throughput capacity total across file systems",
    amountIn: fileSystem =>
      (performance(fileSystem) ?? fileSystem.LustreConfiguration)?.ThroughputCapacity ?? 0,
    quotaOf: ({ FileSystemType }) => (FileSystemType === "LUSTRE" ? "fsxLustreThroughput" : "fsxThroughput"),
  },
  {
    name: "TOTAL_SSD_IOPS",
    unit: "SSD IOPS total across file systems",
    amountIn: provisionedIops,
    quotaOf: ({ FileSystemType }) => iopsQuotas[FileSystemType],
  },
];

/** The file systems that share quotas: those of a type; for Lustre, of a deployment type, with both scratch types as one. */
const classOf = ({ FileSystemType, LustreConfiguration }: FileSystem): string =>
  LustreConfiguration?.DeploymentType?.replace(/^SCRATCH_\d$/, "SCRATCH") ?? FileSystemType;

/** Refuses a new or updated file system that exceeds a quota of the account. An update that adds nothing passes. */
export function checkLimits(account: FsxAccount, wanted: FileSystem, before?: FileSystem): void {
  const others = [...account.fsx.fileSystems].filter(
    other => other.FileSystemId !== wanted.FileSystemId && classOf(other) === classOf(wanted),
  );
  for (const { name, unit, amountIn, quotaOf } of limits) {
    const quota = quotaOf(wanted);
    const had = before && quotaOf(before) === quota ? amountIn(before) : 0;
    if (quota === undefined || amountIn(wanted) <= had) continue;
    const counted = others.filter(other => quotaOf(other) === quota);
    const total = counted.reduce((sum, other) => sum + amountIn(other), amountIn(wanted));
    const max = limitIn(account.place.region, quota, account.quota(quota));
    if (total > max) {
      throw limitExceeded(
        name,
        `Account ${account.place.accountId} can have at most ${max} ${unit} in this region`,
      );
    }
  }
}
