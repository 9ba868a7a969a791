import type { SelfManagedActiveDirectoryAttributes } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";

type Attributes = Stored<SelfManagedActiveDirectoryAttributes>;

/** What is kept and shown of a self-managed Active Directory: all but the password. */
export function directoryAttributes(
  asked: Attributes & { readonly Password?: string | undefined },
): Attributes {
  const { Password: _secret, ...shown } = asked;
  return shown;
}
