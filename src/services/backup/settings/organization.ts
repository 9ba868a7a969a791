import { isAccountId } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { isManagement } from "./global-settings";

/** The filter value with which lists of jobs cover all accounts. */
export const everyAccount = "*";

/** The accounts that an account may see: the management account sees the organization, others only themselves. */
export function visibleAccounts(account: BackupView): readonly BackupView[] {
  if (!isManagement(account)) return [account];
  const { links, place } = account;
  const others = account.accountIds().filter(id => isAccountId(id) && links.isMember(id));
  return [...new Set([place.accountId, ...others])].map(accountId =>
    accountId === place.accountId ? account : account.at({ ...place, accountId }),
  );
}

/** The accounts that a filter selects. */
export function accountsAskedFor(account: BackupView, asked: string | undefined): readonly BackupView[] {
  if (asked === undefined || asked === account.place.accountId) return [account];
  const visible = visibleAccounts(account);
  return asked === everyAccount ? visible : visible.filter(({ place }) => place.accountId === asked);
}
