import { becomeAvailable } from "./creating";
import { removeFileSystem } from "./deleting";

/** The steps of file systems. */
export const fileSystemSteps = { becomeAvailable, remove: removeFileSystem };
