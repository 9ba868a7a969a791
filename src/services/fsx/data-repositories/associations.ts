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
import { withOwners } from "../account/owners";
import { bucketOf } from "../file-systems/data-repository";
import { fileSystemWithId } from "../file-systems/file-systems";
import { isLinked } from "../file-systems/lustre";
import { refuseUnless } from "../file-systems/rules";
import type { Association } from "../records/data-repository-associations";
import type { FileSystem } from "../records/file-systems";
import { newTags } from "../tags/tags";
import { overlap } from "./repositories";
import { importAll, isOnLeavingFileSystem, willImport } from "./tasks";

const mostAssociations = 8;
const defaultChunk = 1_024;

type Input = Stored<CreateDataRepositoryAssociationCommandInput>;

export const createDataRepositoryAssociation = write<"CreateDataRepositoryAssociation">((input, account) => {
  const Association = once(account, "CreateDataRepositoryAssociation", input, {
    act: () => make(account, input),
    nameOf: made => made.AssociationId,
    find: id => account.fsx.associations.get(id),
  });
  return { Association };
});

/** Whether a file system can be linked at all. */
function checkFileSystem(fileSystem: FileSystem): void {
  const { FileSystemType, FileSystemTypeVersion, StorageType, LustreConfiguration, Lifecycle, FileSystemId } =
    fileSystem;
  if (FileSystemType !== "LUSTRE") {
    throw unsupported(`Data repository associations are not supported for ${FileSystemType} file systems.`);
  }
  const isOld = LustreConfiguration?.DeploymentType === "SCRATCH_1" || FileSystemTypeVersion === "2.10";
  if (isOld || StorageType === "INTELLIGENT_TIERING" || isLinked(fileSystem)) {
    throw unsupported(
      "Data repository associations are supported for file systems of Lustre 2.12 and newer, but not for SCRATCH_1, INTELLIGENT_TIERING and those with an ImportPath.",
    );
  }
  refuseUnless(
    Lifecycle === "AVAILABLE",
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
    others.length < mostAssociations,
    `The maximum number of data repository associations on a file system is ${mostAssociations}.`,
  );
  const inTheWay = others.find(other => overlap(other.FileSystemPath ?? "/", FileSystemPath));
  refuseUnless(
    inTheWay === undefined,
    `The file system path ${FileSystemPath} overlaps with that of ${inTheWay?.AssociationId}.`,
  );
  const linked = others.find(other => overlap(other.DataRepositoryPath, DataRepositoryPath));
  refuseUnless(
    linked === undefined,
    `The data repository path ${DataRepositoryPath} overlaps with that of ${linked?.AssociationId}.`,
  );
}

function make(account: FsxAccount, input: Input): Association {
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
  return fsx.associations.insert({ ...association, next: inTurn(account, association, "becomeAvailable") });
}

/** What is asked of the associations of a file system is done one after the other. */
function inTurn(account: FsxAccount, association: Association, step: string): Next {
  const { FileSystemId } = association;
  const others = FileSystemId === undefined ? [] : account.fsx.associations.by("fileSystem", FileSystemId);
  const free = Math.max(account.now, ...[...others].map(({ next }) => next?.at ?? account.now));
  const takes = account.duration("fsxDataRepositoryAssociation", association);
  return account.inFlight(step, free - account.now + takes);
}

function associationWithId({ fsx }: FsxView, id: string): Association {
  const association = fsx.associations.get(id);
  if (!association) throw associationNotFound(id);
  return association;
}

export const updateDataRepositoryAssociation = write<"UpdateDataRepositoryAssociation">((input, account) => {
  const { associations } = account.fsx;
  const Association = once(account, "UpdateDataRepositoryAssociation", input, {
    act: () => {
      const found = associationWithId(account, input.AssociationId);
      const { AssociationId, Lifecycle, FileCacheId } = found;
      refuseUnless(FileCacheId === undefined, "The associations of a file cache cannot be updated.");
      refuseUnless(
        Lifecycle === "AVAILABLE" || Lifecycle === "MISCONFIGURED",
        `Cannot update ${AssociationId} while it is in ${Lifecycle}`,
      );
      refuseUnless(
        !isOnLeavingFileSystem(account, found),
        `Cannot update ${AssociationId} while ${found.FileSystemId} is in DELETING`,
      );
      return associations.replace({
        ...found,
        Lifecycle: "UPDATING",
        ImportedFileChunkSize: input.ImportedFileChunkSize ?? found.ImportedFileChunkSize,
        S3: input.S3 ? { ...found.S3, ...input.S3 } : found.S3,
        next: inTurn(account, found, "becomeAvailable"),
      });
    },
    nameOf: updated => updated.AssociationId,
    find: id => associations.get(id),
  });
  return { Association };
});

export const deleteDataRepositoryAssociation = write<"DeleteDataRepositoryAssociation">((input, account) => {
  const { associations } = account.fsx;
  const { DeleteDataInFileSystem = false } = input;
  const { AssociationId, Lifecycle } = once(account, "DeleteDataRepositoryAssociation", input, {
    act: () => {
      const found = associationWithId(account, input.AssociationId);
      refuseUnless(found.FileCacheId === undefined, "The associations of a file cache go with the cache.");
      refuseUnless(
        found.Lifecycle !== "DELETING" && found.Lifecycle !== "CREATING",
        `Cannot delete ${input.AssociationId} while it is in ${found.Lifecycle}`,
      );
      return associations.replace({
        ...found,
        Lifecycle: "DELETING",
        next: inTurn(account, found, "remove"),
      });
    },
    nameOf: deleted => deleted.AssociationId,
    find: id => associations.get(id),
  });
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
    if (unknownType !== undefined)
      throw invalidRepositoryType(`Invalid data repository type: ${unknownType}`);
    const unknown = filterValues(Filters, "file-system-id").find(id => !fileSystems.has(id));
    if (unknown !== undefined) throw fileSystemNotFound(unknown);
    const { items, token } = pageOfDescribed(input, {
      ids,
      all: associations.all(),
      where: passing(Filters, filterable),
      longest: 25,
      find: id => associations.get(id),
      notFound: associationNotFound,
    });
    const shown = items.map(item =>
      withOwners(item, fileSystems.get(item.FileSystemId ?? ""), fileCaches.get(item.FileCacheId ?? "")),
    );
    return { Associations: shown, NextToken: token };
  },
);

/** What happens to associations by themselves. */
export const associationSteps = {
  becomeAvailable(association: Association, account: FsxAccount): void {
    const isNew = association.Lifecycle === "CREATING";
    account.fsx.associations.replace({ ...association, Lifecycle: "AVAILABLE", next: undefined });
    if (isNew && willImport(account, association)) importAll(account, association);
  },

  remove({ AssociationId }: Association, { fsx }: FsxAccount): void {
    fsx.associations.remove(AssociationId);
  },
};
