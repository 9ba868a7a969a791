import type { CreateFileSystemRequest } from "@aws-sdk/client-efs";
import type { Stored } from "../../../core/stored";
import type { EfsView } from "../account";
import { badRequest, throughputLimitExceeded } from "../errors";

/** What the throughput of a file system can be said by. */
export type Throughput = Pick<
  Stored<CreateFileSystemRequest>,
  "ThroughputMode" | "ProvisionedThroughputInMibps" | "PerformanceMode"
>;

/** Refuses combinations that no file system can have. */
export function checkThroughput(account: EfsView, throughput: Throughput): void {
  const { ThroughputMode, ProvisionedThroughputInMibps: provisioned, PerformanceMode } = throughput;
  if (ThroughputMode === "elastic" && PerformanceMode === "maxIO") {
    throw badRequest("The throughput mode 'elastic' is not supported with the performance mode 'maxIO'.");
  }
  if (ThroughputMode === "provisioned" && provisioned === undefined) {
    throw badRequest("ProvisionedThroughputInMibps is required with the throughput mode 'provisioned'.");
  }
  if (ThroughputMode !== "provisioned" && provisioned !== undefined) {
    throw badRequest("ProvisionedThroughputInMibps is only valid with the throughput mode 'provisioned'.");
  }
  const limit = account.quota("efsProvisionedThroughput");
  if (provisioned !== undefined && provisioned > limit) {
    throw throughputLimitExceeded(`The provisioned throughput limit is ${limit} MiB/s.`);
  }
}
