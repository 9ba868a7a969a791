import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { fileCacheNotFound, missingFileCacheConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { pageOfDescribed } from "../account/listing";
import { existing } from "../account/lookup";
import { serversFor } from "../file-systems/lustre";
import { networkInterfaces } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import type { FileCache } from "../records/file-caches";

const cacheWithId = ({ fsx }: FsxView, id: string): FileCache =>
  existing(fsx.fileCaches, id, fileCacheNotFound);

/** A cache as AWS shows it: with the ids of its associations. */
export const shownCache = ({ fsx }: FsxView, cache: FileCache) => ({
  ...cache,
  DataRepositoryAssociationIds: [...fsx.associations.by("fileCache", cache.FileCacheId)].map(
    ({ AssociationId }) => AssociationId,
  ),
});

export const describeFileCaches = read<"DescribeFileCaches">((input, account) => {
  const { items, token } = pageOfDescribed(input, account.fsx.fileCaches, {
    ids: input.FileCacheIds,
    notFound: fileCacheNotFound,
  });
  return { FileCaches: items.map(cache => shownCache(account, cache)), NextToken: token };
});

export const updateFileCache = write<"UpdateFileCache">((input, account) => {
  const { fileCaches } = account.fsx;
  const cache = once(account, "UpdateFileCache", input, fileCaches, () => {
    const found = cacheWithId(account, input.FileCacheId);
    const { WeeklyMaintenanceStartTime } = input.LustreConfiguration ?? {};
    if (input.LustreConfiguration === undefined) {
      throw missingFileCacheConfiguration("LustreConfiguration is required to update a file cache.");
    }
    refuseUnless(
      found.Lifecycle === "AVAILABLE",
      `Cannot update ${found.FileCacheId} while it is in ${found.Lifecycle}`,
    );
    if (WeeklyMaintenanceStartTime === undefined) return found;
    return fileCaches.change(found, ({ LustreConfiguration: settings }) => {
      if (settings) settings.WeeklyMaintenanceStartTime = WeeklyMaintenanceStartTime;
    });
  });
  return { FileCache: shownCache(account, cache) };
});

export const deleteFileCache = write<"DeleteFileCache">((input, account) => {
  const { fileCaches } = account.fsx;
  const { FileCacheId, Lifecycle } = once(account, "DeleteFileCache", input, fileCaches, () => {
    const cache = cacheWithId(account, input.FileCacheId);
    refuseUnless(
      cache.Lifecycle !== "DELETING" && cache.Lifecycle !== "CREATING",
      `Cannot delete ${cache.FileCacheId} while it is in ${cache.Lifecycle}`,
    );
    const next = account.inFlight("remove", account.duration("fsxFileCacheDeletion", cache));
    return fileCaches.change(cache, { Lifecycle: "DELETING", next });
  });
  return { FileCacheId, Lifecycle };
});

/** The steps of file caches. */
export const fileCacheSteps = {
  becomeAvailable(cache: FileCache, { fsx, ids }: FsxAccount): void {
    fsx.fileCaches.change(cache, {
      Lifecycle: "AVAILABLE",
      NetworkInterfaceIds: networkInterfaces(ids, serversFor(cache.StorageCapacity)),
      next: undefined,
    });
  },

  /** The associations of a cache are removed with it. */
  remove({ FileCacheId }: FileCache, { fsx }: FsxAccount): void {
    for (const { AssociationId } of [...fsx.associations.by("fileCache", FileCacheId)]) {
      fsx.associations.remove(AssociationId);
    }
    fsx.fileCaches.remove(FileCacheId);
  },
};
