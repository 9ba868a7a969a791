import { removeVolume } from "./deleting";
import { becomeAvailable } from "./volumes";

/** What happens to volumes by themselves. */
export const volumeSteps = { becomeAvailable, remove: removeVolume };
