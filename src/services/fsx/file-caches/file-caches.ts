import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { fileCacheNotFound, missingFileCacheConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { pageOfDescribed } from "../account/listing";
import { networkInterfaces } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import type { FileCache } from "../records/file-caches";

function cacheWithId({ fsx }: FsxView, id: string): FileCache {
  const cache = fsx.fileCaches.get(id);
  if (!cache) throw fileCacheNotFound(id);
  return cache;
}

/** A cache as its descriptions show it. */
export const shownCache = ({ fsx }: FsxView, cache: FileCache) => ({
  ...cache,
  DataRepositoryAssociationIds: [...fsx.associations.by("fileCache", cache.FileCacheId)].map(
    ({ AssociationId }) => AssociationId,
  ),
});

export const describeFileCaches = read<"DescribeFileCaches">((input, account) => {
  const { fileCaches } = account.fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.FileCacheIds,
    all: fileCaches.all(),
    find: id => fileCaches.get(id),
    notFound: fileCacheNotFound,
  });
  return { FileCaches: items.map(cache => shownCache(account, cache)), NextToken: token };
});

export const updateFileCache = write<"UpdateFileCache">((input, account) => {
  const { fileCaches } = account.fsx;
  const cache = once(account, "UpdateFileCache", input, {
    act: () => {
      const found = cacheWithId(account, input.FileCacheId);
      const { WeeklyMaintenanceStartTime } = input.LustreConfiguration ?? {};
      if (WeeklyMaintenanceStartTime === undefined) {
        throw missingFileCacheConfiguration("LustreConfiguration is required to update a file cache.");
      }
      refuseUnless(
        found.Lifecycle === "AVAILABLE",
        `Cannot update ${found.FileCacheId} while it is in ${found.Lifecycle}`,
      );
      const LustreConfiguration = { ...found.LustreConfiguration, WeeklyMaintenanceStartTime };
      return fileCaches.replace({ ...found, LustreConfiguration });
    },
    nameOf: updated => updated.FileCacheId,
    find: id => fileCaches.get(id),
  });
  return { FileCache: shownCache(account, cache) };
});

export const deleteFileCache = write<"DeleteFileCache">((input, account) => {
  const { fileCaches } = account.fsx;
  const { FileCacheId, Lifecycle } = once(account, "DeleteFileCache", input, {
    act: () => {
      const cache = cacheWithId(account, input.FileCacheId);
      refuseUnless(
        cache.Lifecycle !== "DELETING" && cache.Lifecycle !== "CREATING",
        `Cannot delete ${cache.FileCacheId} while it is in ${cache.Lifecycle}`,
      );
      const next = account.inFlight("remove", account.duration("fsxFileCacheDeletion", cache));
      return fileCaches.replace({ ...cache, Lifecycle: "DELETING", next });
    },
    nameOf: deleted => deleted.FileCacheId,
    find: id => fileCaches.get(id),
  });
  return { FileCacheId, Lifecycle };
});

/** What happens to caches by themselves. */
export const fileCacheSteps = {
  becomeAvailable(cache: FileCache, { fsx, ids }: FsxAccount): void {
    fsx.fileCaches.replace({
      ...cache,
      Lifecycle: "AVAILABLE",
      NetworkInterfaceIds: networkInterfaces(ids, 1 + Math.max(1, Math.ceil(cache.StorageCapacity / 2_400))),
      next: undefined,
    });
  },

  /** What a cache is linked by goes with it. */
  remove({ FileCacheId }: FileCache, { fsx }: FsxAccount): void {
    for (const { AssociationId } of [...fsx.associations.by("fileCache", FileCacheId)]) {
      fsx.associations.remove(AssociationId);
    }
    fsx.fileCaches.remove(FileCacheId);
  },
};
