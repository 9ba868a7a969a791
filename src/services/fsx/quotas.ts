/** Limits of Amazon FSx (its User Guides, "Quotas"). */
export const fsxQuotas = {
  /** Of all types together. */
  fsxFileSystems: 100,
  /** Made by users or by AWS Backup. */
  fsxUserInitiatedBackups: 500,
  /** At the same time into one Region. */
  fsxBackupCopies: 5,
  /** On one file system. */
  fsxVolumes: 500,
  /** On one file system. */
  fsxStorageVirtualMachines: 24,
  fsxFileCaches: 100,
  fsxS3AccessPoints: 10_000,
};

export type FsxQuota = keyof typeof fsxQuotas;
