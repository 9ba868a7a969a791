import { type AnyService, defineService, type ServiceRef } from "../../core/world";
import { accessPointSteps } from "./access-points/access-points";
import type { EfsLinks, EfsShape } from "./account/account";
import { efsDurations } from "./account/durations";
import { refuseInput } from "./account/errors";
import { efsQuotas } from "./account/quotas";
import { backupPolicySteps } from "./file-systems/backup-policy";
import { fileSystemSteps } from "./file-systems/deleting";
import { efsKinds } from "./kinds";
import { mountTargetSteps } from "./mount-targets/mount-targets";
import { efsOperations } from "./operations";
import { efsTables } from "./records";
import { replicationSteps } from "./replications/replication-steps";

/** The service Amazon EFS. */
export const efsService = (links: EfsLinks): AnyService =>
  defineService<EfsShape>({
    ...efs,
    operations: efsOperations,
    steps: {
      fileSystems: fileSystemSteps,
      backupPolicies: backupPolicySteps,
      mountTargets: mountTargetSteps,
      accessPoints: accessPointSteps,
      replications: replicationSteps,
    },
    kinds: efsKinds,
    links,
    durations: efsDurations,
    quotas: efsQuotas,
    refuse: refuseInput,
  });

/** How `integrations/` refers to the tables of Amazon EFS. */
export const efs: ServiceRef<EfsShape> = { name: "efs", tables: efsTables };
