import type {
  FileSystemLustreMetadataConfiguration,
  UpdateFileSystemLustreMetadataConfiguration,
} from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "./rules";

type Metadata = Stored<FileSystemLustreMetadataConfiguration>;
type Asked = Stored<UpdateFileSystemLustreMetadataConfiguration>;

/** The metadata IOPS in mode AUTOMATIC, by storage capacity. */
function automaticIops(capacity: number): number {
  if (capacity >= 48_000) return 12_000 * Math.floor(capacity / 24_000);
  if (capacity >= 12_000) return 12_000;
  if (capacity >= 4_800) return 6_000;
  return capacity >= 2_400 ? 3_000 : 1_500;
}

const smallSteps: readonly number[] = [1_500, 3_000, 6_000];
const tieringSteps: readonly number[] = [6_000, 12_000];
const maxIops = 192_000;

const isSsdIops = (iops: number): boolean =>
  smallSteps.includes(iops) || (iops > 0 && iops % 12_000 === 0 && iops <= maxIops);

/** The metadata IOPS of a new file system. `capacity` is undefined for Intelligent-Tiering. */
export function newMetadata(asked: Asked | undefined, capacity: number | undefined): Metadata | undefined {
  if (!asked) return undefined;
  const { Mode, Iops } = asked;
  if (Mode === "AUTOMATIC") {
    refuseUnless(capacity !== undefined, "The metadata mode AUTOMATIC is supported for SSD storage only.");
    refuseUnless(Iops === undefined, "Iops cannot be specified when the metadata mode is AUTOMATIC.");
    return { Mode, Iops: automaticIops(capacity) };
  }
  refuseUnless(Iops !== undefined, "Iops is required when the metadata mode is USER_PROVISIONED.");
  const isValid = capacity === undefined ? tieringSteps.includes(Iops) : isSsdIops(Iops);
  refuseUnless(isValid, `Invalid metadata IOPS: ${Iops}.`);
  return { Mode: "USER_PROVISIONED", Iops };
}

/** The metadata IOPS after an update, if it changes them. In mode AUTOMATIC they grow with the storage. */
export function changedMetadata(
  before: Metadata | undefined,
  asked: Asked | undefined,
  capacity: number | undefined,
  grows: boolean,
): Metadata | undefined {
  if (asked === undefined && !(grows && before?.Mode === "AUTOMATIC")) return undefined;
  refuseUnless(
    before !== undefined,
    "Updating metadata configuration is not supported on file systems created without specifying a metadata configuration.",
  );
  const after = newMetadata({ Mode: asked?.Mode ?? before.Mode, Iops: asked?.Iops }, capacity);
  refuseUnless(
    (after?.Iops ?? 0) >= (before.Iops ?? 0),
    `Metadata IOPS cannot be decreased below the current ${before.Iops}.`,
  );
  return after;
}
