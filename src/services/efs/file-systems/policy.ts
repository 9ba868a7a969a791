import { read, write } from "../account/account";
import { invalidPolicy, policyNotFound } from "../account/errors";
import { availableFileSystem, fileSystemWithId } from "./file-systems";
import { hasInvalidPrincipal, locksOut, prettyPrinted, readFileSystemPolicy } from "./policy-document";

/** Returns the policy as it was sent. DescribeFileSystemPolicy returns it reformatted. */
export const putFileSystemPolicy = write<"PutFileSystemPolicy">((input, account) => {
  const { Policy, BypassPolicyLockoutSafetyCheck = false } = input;
  const { FileSystemId, FileSystemArn } = availableFileSystem(account, input.FileSystemId);
  const document = readFileSystemPolicy(Policy);
  if (!document) throw invalidPolicy("The policy is not a valid resource policy.");
  if (hasInvalidPrincipal(document)) throw invalidPolicy("Policy contains invalid Principal block");
  if (!BypassPolicyLockoutSafetyCheck && locksOut(document, FileSystemArn, account.place)) {
    throw invalidPolicy(
      "This policy would prevent future FileSystemPolicy updates. Retry the request with the BypassPolicyLockoutSafetyCheck parameter to apply this policy.",
    );
  }
  account.efs.fileSystems.update(FileSystemId, { policy: prettyPrinted(document) });
  return { FileSystemId, Policy };
});

export const describeFileSystemPolicy = read<"DescribeFileSystemPolicy">((input, account) => {
  const { FileSystemId, policy } = fileSystemWithId(account, input.FileSystemId);
  if (policy === undefined) throw policyNotFound();
  return { FileSystemId, Policy: policy };
});

export const deleteFileSystemPolicy = write<"DeleteFileSystemPolicy">((input, account) => {
  const { FileSystemId } = availableFileSystem(account, input.FileSystemId);
  account.efs.fileSystems.update(FileSystemId, { policy: undefined });
  return {};
});
