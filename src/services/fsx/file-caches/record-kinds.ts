import type { Kind } from "../../../core/world";
import type { FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import type { FileCache } from "../records/file-caches";

export const fileCacheKind = {
  required: ["StorageCapacity"],
  description: {
    by: "DescribeFileCaches.FileCaches",
    inputFor: ({ FileCacheId }) => ({ FileCacheIds: [FileCacheId] }),
  },
  further: { Tags: "ListTagsForResource.Tags" },
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxFileCache" },
    DELETING: { step: "remove", duration: "fsxFileCacheDeletion", phase: "removal" },
  },
  failures: {
    FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable"],
      fail(cache, { fsx }, message) {
        const FailureDetails = failureDetails(message);
        fsx.fileCaches.change(cache, { Lifecycle: "FAILED", next: undefined }, { FailureDetails });
      },
    },
  },
} satisfies Kind<FsxShape, FileCache>;
