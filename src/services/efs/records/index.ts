import { accessPoints } from "./access-points";
import { backupPolicies } from "./backup-policies";
import { fileSystems } from "./file-systems";
import { mountTargets } from "./mount-targets";
import { replications } from "./replications";
import { subnets } from "./subnets";

/** The tables of Amazon EFS, for each account and Region. */
export const efsTables = {
  fileSystems,
  backupPolicies,
  mountTargets,
  accessPoints,
  replications,
  subnets,
};
