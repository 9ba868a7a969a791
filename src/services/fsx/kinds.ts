import type { Kinds } from "../../core/world";
import type { FsxShape } from "./account/account";
import { administrativeActionKind } from "./administrative-actions/record-kinds";
import { backupKind } from "./backups/record-kinds";
import { associationKind, taskKind } from "./data-repositories/record-kinds";
import { activeDirectoryKind, kmsKeyKind } from "./external-resources/record-kinds";
import { fileCacheKind } from "./file-caches/record-kinds";
import { aliasKind, fileSystemKind } from "./file-systems/record-kinds";
import { s3AccessPointKind } from "./s3-access-points/record-kinds";
import { sharedVpcKind } from "./shared-vpc/record-kinds";
import { machineKind, snapshotKind, volumeKind } from "./volumes/record-kinds";

/** What users know of the records in each table. */
export const fsxKinds = {
  fileSystems: fileSystemKind,
  aliases: aliasKind,
  administrativeActions: administrativeActionKind,
  storageVirtualMachines: machineKind,
  volumes: volumeKind,
  snapshots: snapshotKind,
  backups: backupKind,
  dailyBackups: undefined,
  associations: associationKind,
  tasks: taskKind,
  fileCaches: fileCacheKind,
  s3AccessPoints: s3AccessPointKind,
  sharedVpcSettings: sharedVpcKind,
  tokenRequests: undefined,
  activeDirectories: activeDirectoryKind,
  kmsKeys: kmsKeyKind,
} satisfies Kinds<FsxShape>;
