import type { FsxAccount } from "../account/account";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";

/** Refuses to delete volumes while any of them has S3 access points attached. */
export function refuseAttached({ fsx }: FsxAccount, volumes: readonly Volume[]): void {
  const names = volumes.flatMap(({ VolumeId }) =>
    [...fsx.s3AccessPoints.by("volume", VolumeId)].map(({ Name }) => Name),
  );
  refuseUnless(
    names.length === 0,
    `Cannot delete volume while it has one or multiple S3 access points: [${names.join(", ")}]`,
  );
}
