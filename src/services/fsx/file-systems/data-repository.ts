import type { CreateFileSystemLustreConfiguration, DataRepositoryConfiguration } from "@aws-sdk/client-fsx";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { invalidExportPath, invalidImportPath } from "../account/errors";
import { refuseUnless } from "./rules";

const pathForm = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(\/.*)?$/;

export const bucketOf = (path: string): string | undefined => pathForm.exec(path)?.[1];

/** The end of default export paths, such as `20181105T222312Z`. */
const stamp = (now: EpochMs): string =>
  `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** The S3 bucket that a request links a file system to, if any. */
export function dataRepository(
  asked: Stored<CreateFileSystemLustreConfiguration>,
  now: EpochMs,
): Stored<DataRepositoryConfiguration> | undefined {
  const { ImportPath, ExportPath, ImportedFileChunkSize = 1_024, AutoImportPolicy = "NONE" } = asked;
  if (ImportPath === undefined) {
    if (ExportPath !== undefined) throw invalidExportPath("ExportPath requires an ImportPath.");
    refuseUnless(
      asked.ImportedFileChunkSize === undefined && asked.AutoImportPolicy === undefined,
      "ImportedFileChunkSize and AutoImportPolicy require an ImportPath.",
    );
    return undefined;
  }
  refuseUnless(
    asked.DeploymentType !== "PERSISTENT_2",
    "Linking a Persistent 2 file system to an S3 bucket using the LustreConfiguration is not supported. Create a file system and then create a data repository association to link S3 buckets to the file system. For more details, visit https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-linked-data-repo.html",
  );
  const bucket = bucketOf(ImportPath);
  if (bucket === undefined) throw invalidImportPath(`Invalid import path: ${ImportPath}`);
  if (ExportPath !== undefined && bucketOf(ExportPath) !== bucket) {
    throw invalidExportPath(`The export path ${ExportPath} must be in the bucket of the import path.`);
  }
  return {
    Lifecycle: "CREATING",
    ImportPath,
    ExportPath: ExportPath ?? `s3://${bucket}/FSxLustre${stamp(now)}`,
    ImportedFileChunkSize,
    AutoImportPolicy,
  };
}
