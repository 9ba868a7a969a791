import { backupPolicies } from "./file-systems/backup-policy";
import { fileSystems } from "./file-systems/file-systems";

/** Everything that Amazon EFS keeps of one account and Region. */
export const efsTables = {
  fileSystems,
  backupPolicies,
};
