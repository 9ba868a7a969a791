import { becomeAvailable } from "./creating";
import { removeFileSystem } from "./deleting";

/** What happens to file systems by themselves. */
export const fileSystemSteps = { becomeAvailable, remove: removeFileSystem };
