import type { CreateDataRepositoryAssociationCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import {
  associationNotFound,
  fileSystemNotFound,
  invalidRepositoryType,
  unsupported,
} from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, filterValues, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { withNextOfOwners } from "../account/owners";
import { bucketOf } from "../file-systems/data-repository";
import { fileSystemWithId, isInService } from "../file-systems/file-systems";
import { isLinked } from "../file-systems/lustre";
import { refuseUnless } from "../file-systems/rules";
import type { Association } from "../records/data-repository-associations";
import type { FileSystem } from "../records/file-systems";
import { newTags } from "../tags/tags";
import { overlap } from "./repositories";
import { importAll, isOnDeletedFileSystem, willImport } from "./tasks";

const maxAssociations = 8;
const defaultChunk = 1_024;

type Input = Stored<CreateDataRepositoryAssociationCommandInput>;

export const createDataRepositoryAssociation = write<"CreateDataRepositoryAssociation">((input, account) => {
  const Association = once(account, "CreateDataRepositoryAssociation", input, account.fsx.associations, () =>
    makeAssociation(account, input),
  );
  return { Association };
});

/** Refuses a file system that cannot be linked. */
function checkFileSystem(fileSystem: FileSystem): void {
  const { FileSystemType, FileSystemTypeVersion, StorageType, LustreConfiguration, Lifecycle, FileSystemId } =
    fileSystem;
  if (FileSystemType !== "LUSTRE") {
    throw unsupported(`Data repository associations are not supported for ${FileSystemType} file systems.`);
  }
  // AWS decides by the Lustre version: 2.10 of any deployment type is too old.
  const isOld = FileSystemTypeVersion === "2.10" || LustreConfiguration?.DeploymentType === "SCRATCH_1";
  if (isOld || StorageType === "INTELLIGENT_TIERING" || isLinked(fileSystem)) {
    throw unsupported("This file system does not support data repository associations.");
  }
  refuseUnless(
    isInService(fileSystem) || Lifecycle === "CREATING",
    `Cannot create a data repository association while ${FileSystemId} is in ${Lifecycle}`,
  );
  refuseUnless(
    (LustreConfiguration?.AutomaticBackupRetentionDays ?? 0) === 0,
    "File systems with automatic backups cannot be linked to a data repository.",
  );
}

function checkPaths(
  { fsx }: FsxAccount,
  { FileSystemId, FileSystemPath = "/", DataRepositoryPath }: Input,
): void {
  const others = [...fsx.associations.by("fileSystem", FileSystemId)];
  refuseUnless(FileSystemPath.startsWith("/"), `Invalid file system path: ${FileSystemPath}`);
  refuseUnless(
    bucketOf(DataRepositoryPath) !== undefined,
    `Invalid data repository path: ${DataRepositoryPath}`,
  );
  refuseUnless(
    others.length < maxAssociations,
    "You have reached the maximum allowed DRAs for this filesystem.",
  );
  const conflict = others.find(other => overlap(other.FileSystemPath ?? "/", FileSystemPath));
  refuseUnless(
    conflict === undefined,
    `The file system path ${FileSystemPath} overlaps with that of ${conflict?.AssociationId}.`,
  );
  const linked = others.find(other => overlap(other.DataRepositoryPath, DataRepositoryPath));
  refuseUnless(
    linked === undefined,
    `The data repository path ${DataRepositoryPath} overlaps with that of ${linked?.AssociationId}.`,
  );
}

function makeAssociation(account: FsxAccount, input: Input): Association {
  const { FileSystemId, FileSystemPath = "/", DataRepositoryPath, S3 } = input;
  checkFileSystem(fileSystemWithId(account, FileSystemId));
  checkPaths(account, input);
  return addAssociation(account, FileSystemId, {
    FileSystemId,
    FileSystemPath,
    DataRepositoryPath,
    BatchImportMetaDataOnCreate: input.BatchImportMetaDataOnCreate ?? false,
    ImportedFileChunkSize: input.ImportedFileChunkSize ?? defaultChunk,
    S3,
    Tags: newTags(input.Tags),
  });
}

type Link = Pick<Association, "DataRepositoryPath" | "Tags"> & Partial<Association>;

/** Adds an association to a file system or a cache. */
export function addAssociation(account: FsxAccount, owner: string, link: Link): Association {
  const { fsx, place, now, ids } = account;
  const AssociationId = `dra-${ids.hex(17)}`;
  const association: Association = {
    AssociationId,
    ResourceARN: arn("fsx", place, `association/${owner}/${AssociationId}`),
    Lifecycle: "CREATING",
    CreationTime: now,
    ImportedFileChunkSize: defaultChunk,
    ...link,
  };
  return fsx.associations.insert(association, { next: inTurn(account, association, "becomeAvailable") });
}

/**
 * A step that runs after the pending steps of the other associations of the file system, and after its creation. AWS
 * accepts associations before that, and works on one at a time.
 */
function inTurn(account: FsxAccount, association: Association, step: string): Next {
  const { FileSystemId } = association;
  const others = FileSystemId === undefined ? [] : account.fsx.associations.by("fileSystem", FileSystemId);
  const fileSystem = account.fsx.fileSystems.get(FileSystemId ?? "");
  const creation = fileSystem?.Lifecycle === "CREATING" ? fileSystem.next : undefined;
  const pending = [creation, ...[...others].map(({ next }) => next)];
  const free = Math.max(account.now, ...pending.map(next => next?.at ?? account.now));
  const takes = account.duration("fsxDataRepositoryAssociation", association);
  return account.inFlight(step, free - account.now + takes);
}

const associationWithId = ({ fsx }: FsxView, id: string): Association =>
  existing(fsx.associations, id, associationNotFound);

export const updateDataRepositoryAssociation = write<"UpdateDataRepositoryAssociation">((input, account) => {
  const { associations } = account.fsx;
  const Association = once(account, "UpdateDataRepositoryAssociation", input, associations, () => {
    const found = associationWithId(account, input.AssociationId);
    const { AssociationId, Lifecycle, FileCacheId } = found;
    refuseUnless(FileCacheId === undefined, "The associations of a file cache cannot be updated.");
    refuseUnless(
      Lifecycle === "AVAILABLE" || Lifecycle === "MISCONFIGURED",
      `Cannot update ${AssociationId} while it is in ${Lifecycle}`,
    );
    refuseUnless(
      !isOnDeletedFileSystem(account, found),
      `Cannot update ${AssociationId} while ${found.FileSystemId} is in DELETING`,
    );
    return associations.change(found, {
      Lifecycle: "UPDATING",
      ImportedFileChunkSize: input.ImportedFileChunkSize ?? found.ImportedFileChunkSize,
      S3: input.S3 ? { ...found.S3, ...input.S3 } : found.S3,
      next: inTurn(account, found, "becomeAvailable"),
    });
  });
  return { Association };
});

export const deleteDataRepositoryAssociation = write<"DeleteDataRepositoryAssociation">((input, account) => {
  const { associations } = account.fsx;
  const { DeleteDataInFileSystem = false } = input;
  const { AssociationId, Lifecycle } = once(
    account,
    "DeleteDataRepositoryAssociation",
    input,
    associations,
    () => {
      const found = associationWithId(account, input.AssociationId);
      refuseUnless(
        found.FileCacheId === undefined,
        "The associations of a file cache are deleted with the cache.",
      );
      refuseUnless(
        found.Lifecycle !== "DELETING" && found.Lifecycle !== "CREATING",
        `Cannot delete ${input.AssociationId} while it is in ${found.Lifecycle}`,
      );
      return associations.change(found, { Lifecycle: "DELETING", next: inTurn(account, found, "remove") });
    },
  );
  return { AssociationId, Lifecycle, DeleteDataInFileSystem };
});

const repositoryTypes: readonly string[] = ["S3", "NFS"];

const filterable: Filterable<Association> = {
  "file-system-id": association => association.FileSystemId,
  "file-cache-id": association => association.FileCacheId,
  "data-repository-type": association => (association.NFS ? "NFS" : "S3"),
};

export const describeDataRepositoryAssociations = read<"DescribeDataRepositoryAssociations">(
  (input, account) => {
    const { associations, fileSystems, fileCaches } = account.fsx;
    const { AssociationIds: ids, Filters } = input;
    const unknownType = filterValues(Filters, "data-repository-type").find(
      type => !repositoryTypes.includes(type),
    );
    if (unknownType !== undefined) {
      throw invalidRepositoryType(`Invalid data repository type: ${unknownType}`);
    }
    const unknown = filterValues(Filters, "file-system-id").find(id => !fileSystems.has(id));
    if (unknown !== undefined) throw fileSystemNotFound(unknown);
    const { items, token } = pageOfDescribed(input, associations, {
      ids,
      where: passing(Filters, filterable),
      maxSize: 25,
      notFound: associationNotFound,
    });
    const shown = items.map(item =>
      withNextOfOwners(
        item,
        fileSystems.get(item.FileSystemId ?? ""),
        fileCaches.get(item.FileCacheId ?? ""),
      ),
    );
    return { Associations: shown, NextToken: token };
  },
);

/** The steps of associations. */
export const associationSteps = {
  becomeAvailable(association: Association, account: FsxAccount): void {
    const isNew = association.Lifecycle === "CREATING";
    account.fsx.associations.change(association, { Lifecycle: "AVAILABLE", next: undefined });
    if (isNew && willImport(account, association)) importAll(account, association);
  },

  remove({ AssociationId }: Association, { fsx }: FsxAccount): void {
    fsx.associations.remove(AssociationId);
  },
};
