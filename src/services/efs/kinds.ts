import type { Kinds } from "../../core/world";
import { accessPointKind } from "./access-points/record-kinds";
import type { EfsShape } from "./account/account";
import { backupPolicyKind, fileSystemKind } from "./file-systems/record-kinds";
import { mountTargetKind, subnetKind } from "./mount-targets/record-kinds";
import { replicationKind } from "./replications/record-kinds";

/** What users know of the records in each table. */
export const efsKinds = {
  fileSystems: fileSystemKind,
  backupPolicies: backupPolicyKind,
  mountTargets: mountTargetKind,
  accessPoints: accessPointKind,
  replications: replicationKind,
  subnets: subnetKind,
} satisfies Kinds<EfsShape>;
