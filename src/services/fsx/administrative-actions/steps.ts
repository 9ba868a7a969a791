import { joinAgain } from "../file-systems/maintenance";
import { applyUpdate } from "../file-systems/updating";
import { completeSnapshotCopy } from "../volumes/copying-snapshots";
import { completeSnapshotRestore } from "../volumes/restoring-from-snapshot";
import { applySnapshotUpdate } from "../volumes/snapshots";
import { applyVolumeUpdate } from "../volumes/updating";
import { actionSteps } from "./administrative-actions";

/** The steps of administrative actions, with the effect of each type. */
export const administrativeActionSteps = actionSteps({
  FILE_SYSTEM_UPDATE: applyUpdate,
  MISCONFIGURED_STATE_RECOVERY: joinAgain,
  VOLUME_UPDATE: applyVolumeUpdate,
  VOLUME_RESTORE: completeSnapshotRestore,
  VOLUME_UPDATE_WITH_SNAPSHOT: completeSnapshotCopy,
  SNAPSHOT_UPDATE: applySnapshotUpdate,
});
