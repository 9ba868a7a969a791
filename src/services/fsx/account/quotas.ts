/** Limits of Amazon FSx (Service Quotas of a new account). */
export const fsxQuotas = {
  /** File systems of a type; for Lustre, of a deployment type, where both scratch types count as one. Default: 100. */
  fsxFileSystems: 100,
  /** SSD storage of all Windows file systems, in GiB. Default: 524,288. */
  fsxWindowsSsdStorage: 524_288,
  /** HDD storage of all Windows file systems, in GiB. Default: 524,288. */
  fsxWindowsHddStorage: 524_288,
  /** SSD storage of all ONTAP file systems, in GiB. Default: 524,288. */
  fsxOntapSsdStorage: 524_288,
  /** SSD storage of all OpenZFS file systems, in GiB, in the largest Regions; 65,536 in others unless set. Default: 262,144. */
  fsxOpenZfsSsdStorage: 262_144,
  /** Storage of all Lustre file systems of a deployment type, in GiB. Default: 100,800. */
  fsxLustreStorage: 100_800,
  /** Throughput of all Lustre file systems with Intelligent-Tiering, in MB/s. Default: 100,000. */
  fsxLustreThroughput: 100_000,
  /** Throughput of all Windows, all ONTAP, and all OpenZFS file systems, each in MB/s. Default: 10,240. */
  fsxThroughput: 10_240,
  /** SSD IOPS requested for all Windows file systems. Default: 500,000. */
  fsxWindowsSsdIops: 500_000,
  /** SSD IOPS requested for all ONTAP file systems. Default: 1,000,000. */
  fsxOntapSsdIops: 1_000_000,
  /** SSD IOPS requested for all OpenZFS file systems. Default: 400,000. */
  fsxOpenZfsSsdIops: 400_000,
  /** Backups of Windows file systems by users or AWS Backup. Default: 500. */
  fsxWindowsBackups: 500,
  /** Backups of Lustre file systems by users or AWS Backup. Default: 500. */
  fsxLustreBackups: 500,
  /** Backups of ONTAP volumes by users or AWS Backup. Default: 10,000. */
  fsxOntapBackups: 10_000,
  /** Backups of OpenZFS file systems by users or AWS Backup. Default: 10,000. */
  fsxOpenZfsBackups: 10_000,
  /** Concurrent copies of backups to a Region. Default: 5. */
  fsxBackupCopies: 5,
  /** Volumes of an ONTAP file system. Default: 500. */
  fsxVolumes: 500,
  /** Volumes of an OpenZFS file system. Default: 100. */
  fsxOpenZfsVolumes: 100,
  /** Snapshots of an OpenZFS file system. Default: 700. */
  fsxSnapshots: 700,
  /** Storage virtual machines of a file system. Default: 24. */
  fsxStorageVirtualMachines: 24,
  /** File caches. Default: 100. */
  fsxFileCaches: 100,
  /** Storage of all file caches, in GiB. Default: 100,800. */
  fsxFileCacheStorage: 100_800,
  /** S3 access points. Default: 10,000. */
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
