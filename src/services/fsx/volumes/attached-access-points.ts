import type { FsxAccount } from "../account/account";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";

/** Refuses to delete volumes while any of them has S3 access points attached. */
export function refuseAttached({ fsx }: FsxAccount, volumes: readonly Volume[]): void {
  const attached = volumes.find(({ VolumeId }) => fsx.s3AccessPoints.by("volume", VolumeId).size > 0);
  refuseUnless(
    attached === undefined,
    `Cannot delete volume ${attached?.VolumeId} while it has S3 access points attached.`,
  );
}
