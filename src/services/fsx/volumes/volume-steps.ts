import { removeVolume } from "./deleting";
import { becomeAvailable } from "./volumes";

/** The steps of volumes. */
export const volumeSteps = { becomeAvailable, remove: removeVolume };
