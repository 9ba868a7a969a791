import { read, write } from "../account/account";
import { badRequest } from "../account/errors";
import type { FileSystem, LifecyclePolicy } from "../records/file-systems";
import { availableFileSystem, fileSystemWithId } from "./file-systems";

export const putLifecycleConfiguration = write<"PutLifecycleConfiguration">((input, account) => {
  const { LifecyclePolicies } = input;
  const fileSystem = availableFileSystem(account, input.FileSystemId);
  const problem = problemWith(LifecyclePolicies, fileSystem);
  if (problem !== undefined) throw badRequest(problem);
  account.efs.fileSystems.update(fileSystem.FileSystemId, { lifecyclePolicies: LifecyclePolicies });
  return { LifecyclePolicies };
});

export const describeLifecycleConfiguration = read<"DescribeLifecycleConfiguration">((input, account) => ({
  LifecyclePolicies: fileSystemWithId(account, input.FileSystemId).lifecyclePolicies,
}));

/** The number of days in a rule such as `AFTER_30_DAYS`. */
const daysOf = (rule: string): number => Number(/\d+/.exec(rule)?.[0]);

/** Why a file system cannot have these policies; undefined if it can. */
function problemWith(policies: readonly LifecyclePolicy[], fileSystem: FileSystem): string | undefined {
  const transitions = policies.map(policy => Object.keys(policy));
  const isRepeated = new Set(transitions.flat()).size < policies.length;
  if (isRepeated || transitions.some(({ length }) => length !== 1)) {
    return "One or more LifecyclePolicy objects specified are malformed.";
  }
  const archive = policies.find(policy => policy.TransitionToArchive)?.TransitionToArchive;
  const infrequent = policies.find(policy => policy.TransitionToIA)?.TransitionToIA;
  if (archive === undefined) return undefined;
  // A file system with elastic throughput always has the performance mode generalPurpose.
  const { ThroughputMode } = fileSystem;
  if (ThroughputMode !== "elastic") {
    return "The ThroughputMode value for the file system does not support TransitionToArchive. Either change the ThroughputMode value to Elastic or remove the TransitionToArchive parameter.";
  }
  if (infrequent === undefined || daysOf(archive) <= daysOf(infrequent)) {
    return "TransitionToArchive must be later than TransitionToIA.";
  }
  return undefined;
}
