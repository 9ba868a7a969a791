import { endDeletion } from "./deleting";
import { applyOntapUpdate } from "./updating";
import { becomeAvailable } from "./volumes";

/** The steps of volumes. */
export const volumeSteps = { becomeAvailable, remove: endDeletion, applyUpdate: applyOntapUpdate };
