import { type AnyService, defineService } from "../../core/service";
import type { ServiceRef } from "../../core/shape";
import type { EfsShape } from "./account";
import { efsDurations } from "./durations";
import { refuseInput } from "./errors";
import { backupPolicySteps } from "./file-systems/backup-policy";
import { fileSystemSteps } from "./file-systems/deleting";
import type { EfsLinks } from "./links";
import { efsOperations } from "./operations";
import { efsQuotas } from "./quotas";
import { efsTables } from "./tables";

/** Amazon EFS, joined to AWS Backup, which makes its automatic backups. */
export const efsService = (links: EfsLinks): AnyService =>
  defineService<EfsShape>({
    ...efs,
    operations: efsOperations,
    steps: { fileSystems: fileSystemSteps, backupPolicies: backupPolicySteps },
    links,
    durations: efsDurations,
    quotas: efsQuotas,
    found: () => {},
    refuse: refuseInput,
  });

/** By which `integrations/` opens what Amazon EFS keeps. */
export const efs: ServiceRef<EfsShape> = { name: "efs", tables: efsTables };
