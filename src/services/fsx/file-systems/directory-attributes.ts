import type { SelfManagedActiveDirectoryAttributes } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";

type Attributes = Stored<SelfManagedActiveDirectoryAttributes>;

/** The attributes of a self-managed Active Directory that are kept and shown: everything except the password. */
export function directoryAttributes(
  asked: Attributes & { readonly Password?: string | undefined },
): Attributes {
  const { Password: _secret, ...shown } = asked;
  return shown;
}
