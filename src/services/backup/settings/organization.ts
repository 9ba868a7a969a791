import { isAccountId } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { isManagement } from "./global-settings";

/** Asks lists of jobs for those of all accounts. */
export const everyAccount = "*";

/** The accounts of the organization, of which only the management account is told; any other one is told of itself. */
export function accountsToldTo(account: BackupView): readonly BackupView[] {
  if (!isManagement(account)) return [account];
  const { links, place } = account;
  const others = account.accountIds().filter(id => isAccountId(id) && links.isMember(id));
  return [...new Set([place.accountId, ...others])].map(accountId =>
    accountId === place.accountId ? account : account.at({ ...place, accountId }),
  );
}

/** The accounts whose jobs are asked for. */
export function accountsAskedFor(account: BackupView, asked: string | undefined): readonly BackupView[] {
  if (asked === undefined || asked === account.place.accountId) return [account];
  const told = accountsToldTo(account);
  return asked === everyAccount ? told : told.filter(({ place }) => place.accountId === asked);
}
