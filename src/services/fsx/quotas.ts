/** Limits of Amazon FSx, as Service Quotas says them of a new account. */
export const fsxQuotas = {
  /** Of each type; of Lustre, of each deployment type, those for scratch counting as one. */
  fsxFileSystems: 100,
  /** In GiB, of all file systems of that type and storage together. */
  fsxWindowsSsdStorage: 524_288,
  fsxWindowsHddStorage: 524_288,
  fsxOntapSsdStorage: 524_288,
  fsxOpenZfsSsdStorage: 262_144,
  /** The same, for each deployment type. */
  fsxLustreStorage: 100_800,
  /** In MB/s, of all Windows, ONTAP and OpenZFS file systems, each type by itself. */
  fsxThroughput: 10_240,
  /** Of all file systems of that type together. */
  fsxWindowsSsdIops: 500_000,
  fsxOntapSsdIops: 1_000_000,
  fsxOpenZfsSsdIops: 400_000,
  /** Made by users or by AWS Backup. */
  fsxWindowsBackups: 500,
  fsxLustreBackups: 500,
  fsxOntapBackups: 10_000,
  fsxOpenZfsBackups: 10_000,
  /** At the same time into one Region. */
  fsxBackupCopies: 5,
  /** On one file system. */
  fsxVolumes: 500,
  /** On one file system. */
  fsxStorageVirtualMachines: 24,
  fsxFileCaches: 100,
  /** In GiB, of all caches together. */
  fsxFileCacheStorage: 100_800,
  fsxS3AccessPoints: 10_000,
};

export type FsxQuota = keyof typeof fsxQuotas;
