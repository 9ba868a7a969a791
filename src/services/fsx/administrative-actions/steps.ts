import { joinAgain } from "../file-systems/maintenance";
import { applyUpdate } from "../file-systems/updating";
import { goBack } from "../volumes/going-back";
import { takeOver } from "../volumes/replicating";
import { applySnapshotUpdate } from "../volumes/snapshots";
import { applyVolumeUpdate } from "../volumes/updating";
import { actionSteps } from "./administrative-actions";

/** What happens to administrative actions by themselves, with what each type of action does when it completes. */
export const administrativeActionSteps = actionSteps({
  FILE_SYSTEM_UPDATE: applyUpdate,
  MISCONFIGURED_STATE_RECOVERY: joinAgain,
  VOLUME_UPDATE: applyVolumeUpdate,
  VOLUME_RESTORE: goBack,
  VOLUME_UPDATE_WITH_SNAPSHOT: takeOver,
  SNAPSHOT_UPDATE: applySnapshotUpdate,
});
