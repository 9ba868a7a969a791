/** The default quotas of a new account, as Service Quotas lists them. */
export const fsxQuotas = {
  /** File systems of each type. Lustre counts each deployment type by itself, but both scratch types as one. */
  fsxFileSystems: 100,
  /** GiB of SSD storage in all Windows file systems. */
  fsxWindowsSsdStorage: 524_288,
  /** GiB of HDD storage in all Windows file systems. */
  fsxWindowsHddStorage: 524_288,
  /** GiB of SSD storage in all ONTAP file systems. */
  fsxOntapSsdStorage: 524_288,
  /** GiB of SSD storage in all OpenZFS file systems, in the largest Regions; 65,536 in all others unless the option sets it. */
  fsxOpenZfsSsdStorage: 262_144,
  /** GiB of storage in all Lustre file systems of one deployment type. */
  fsxLustreStorage: 100_800,
  /** MB/s of throughput of all Windows, of all ONTAP and of all OpenZFS file systems. */
  fsxThroughput: 10_240,
  /** SSD IOPS provisioned by the user in all Windows file systems. */
  fsxWindowsSsdIops: 500_000,
  /** SSD IOPS provisioned by the user in all ONTAP file systems. */
  fsxOntapSsdIops: 1_000_000,
  /** SSD IOPS provisioned by the user in all OpenZFS file systems. */
  fsxOpenZfsSsdIops: 400_000,
  /** Backups of Windows file systems, made by users or by AWS Backup. */
  fsxWindowsBackups: 500,
  /** Backups of Lustre file systems, made by users or by AWS Backup. */
  fsxLustreBackups: 500,
  /** Backups of ONTAP volumes, made by users or by AWS Backup. */
  fsxOntapBackups: 10_000,
  /** Backups of OpenZFS file systems, made by users or by AWS Backup. */
  fsxOpenZfsBackups: 10_000,
  /** Backup copies in progress to one Region. */
  fsxBackupCopies: 5,
  /** Volumes on one file system. */
  fsxVolumes: 500,
  /** Storage virtual machines on one file system. */
  fsxStorageVirtualMachines: 24,
  fsxFileCaches: 100,
  /** GiB of storage in all file caches. */
  fsxFileCacheStorage: 100_800,
  fsxS3AccessPoints: 10_000,
};

export type FsxQuota = keyof typeof fsxQuotas;

const largestRegions: ReadonlySet<string> = new Set(["us-east-1", "us-east-2", "us-west-2"]);
const openZfsStorageElsewhere = 65_536;

/** The limit of a quota in a Region. A quota that differs from the default applies everywhere. */
export const limitIn = (region: string, name: FsxQuota, quota: number): number =>
  name === "fsxOpenZfsSsdStorage" && quota === fsxQuotas[name] && !largestRegions.has(region)
    ? openZfsStorageElsewhere
    : quota;
