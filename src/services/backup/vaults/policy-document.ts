import { type Policy, readPolicy, type Statement } from "../../../core/basics";

function statementFault({ actions, resources }: Statement): string | undefined {
  const malformed = actions.find(action => action !== "*" && !/^[\w-]+:[\w*?]+$/.test(action));
  if (malformed !== undefined) return `${malformed} is not an action`;
  return resources ? undefined : "a statement must have a Resource";
}

/** Parses the access policy of a vault, or tells why it is invalid. */
export function readVaultPolicy(text: string): { readonly policy: Policy } | { readonly fault: string } {
  const read = readPolicy(text);
  if ("fault" in read) return read;
  const fault = read.policy.statements.map(statementFault).find(found => found !== undefined);
  return fault === undefined ? read : { fault };
}

/** AWS's policy for the vault of automatic EFS backups. Its recovery points can be deleted once it is replaced. */
export const automaticVaultPolicy: string = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: [
        "backup:DeleteBackupVault",
        "backup:DeleteBackupVaultAccessPolicy",
        "backup:DeleteRecoveryPoint",
        "backup:StartCopyJob",
        "backup:StartRestoreJob",
        "backup:UpdateRecoveryPointLifecycle",
      ],
      Resource: "*",
    },
  ],
});
