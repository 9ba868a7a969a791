import { accessPoints } from "./access-points";
import { backupPolicies } from "./backup-policies";
import { fileSystems } from "./file-systems";
import { mountTargets } from "./mount-targets";
import { replications } from "./replications";
import { subnets } from "./subnets";

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
