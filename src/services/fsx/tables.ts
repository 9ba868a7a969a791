import { backups } from "./backups/backups";
import { fileSystems } from "./file-systems/file-systems";
import { tokenRequests } from "./idempotency";
import { volumes } from "./volumes/volumes";

/** Everything that Amazon FSx keeps of one account and Region. */
export const fsxTables = {
  fileSystems,
  backups,
  volumes,
  tokenRequests,
};
