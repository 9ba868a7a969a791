import type { EfsAccount } from "./account";

/** What Amazon EFS asks of other services; `integrations/` answers. */
export interface EfsLinks {
  /** Sees to it that AWS Backup has the plan that backs up every file system with automatic backups. */
  automaticBackupsOn(account: EfsAccount): void;
}
