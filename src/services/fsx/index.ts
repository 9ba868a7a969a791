import { type AnyService, defineService } from "../../core/service";
import type { ServiceRef } from "../../core/shape";
import type { FsxShape } from "./account";
import { backupSteps } from "./backups/backup-making";
import { fsxDurations } from "./durations";
import { refuseInput } from "./errors";
import { becomeAvailable } from "./file-systems/creating";
import { vanish } from "./file-systems/deleting";
import type { FsxLinks } from "./links";
import { fsxOperations } from "./operations";
import { fsxQuotas } from "./quotas";
import { fsxTables } from "./tables";

/** Amazon FSx, joined to AWS Backup, which makes backups of its own here. */
export const fsxService = (links: FsxLinks): AnyService =>
  defineService<FsxShape>({
    ...fsx,
    operations: fsxOperations,
    steps: { fileSystems: { becomeAvailable, vanish }, backups: backupSteps },
    links,
    durations: fsxDurations,
    quotas: fsxQuotas,
    found: () => {},
    refuse: refuseInput,
  });

/** By which `integrations/` opens what Amazon FSx keeps. */
export const fsx: ServiceRef<FsxShape> = { name: "fsx", tables: fsxTables };
