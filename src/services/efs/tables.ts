import { accessPoints } from "./access-points/access-points";
import { backupPolicies } from "./file-systems/backup-policy";
import { fileSystems } from "./file-systems/file-systems";
import { mountTargets } from "./mount-targets/mount-targets";
import { subnets } from "./mount-targets/subnets";
import { replications } from "./replications/replications";

/** Everything that Amazon EFS keeps of one account and Region. */
export const efsTables = {
  fileSystems,
  backupPolicies,
  mountTargets,
  accessPoints,
  replications,
  /** Subnets of the account's VPCs, as far as mount targets are concerned. */
  subnets,
};
