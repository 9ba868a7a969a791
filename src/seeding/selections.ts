import type {
  BackupSelection,
  CreateBackupSelectionInput,
  GetBackupSelectionOutput,
} from "@aws-sdk/client-backup";
import { quoted, suggestion } from "../core/basics";
import type { BackupAccount } from "../services/backup/account/account";
import { defaultRole } from "./backup-items";
import { invalidItem } from "./collection";
import { isObject, type Members } from "./members";

export type SelectionSeed = Partial<BackupSelection> &
  CreateBackupSelectionInput &
  GetBackupSelectionOutput & {
    /** The name of the plan, in place of its id. */
    readonly BackupPlanName?: string;
  };

/** What stands beside the BackupSelection of a selection. */
const around: { readonly [Name in keyof (CreateBackupSelectionInput & GetBackupSelectionOutput)]: true } = {
  BackupPlanId: true,
  BackupSelection: true,
  CreationDate: true,
  CreatorRequestId: true,
  SelectionId: true,
};

const isAround = ([name]: readonly [string, unknown]): boolean => Object.hasOwn(around, name);

/**
 * A selection in the members of CreateBackupSelection: one that is written without the BackupSelection around its members,
 * names its plan, or has no role, for which AWS Backup's usual one stands in.
 */
export function completeSelection(item: Members, account: BackupAccount): Members {
  const { BackupPlanName, ...others } = item;
  const members = Object.entries(others);
  const own = Object.fromEntries(members.filter(isAround));
  const inside: Members = Object.fromEntries(members.filter(member => !isAround(member)));
  const { BackupSelection = {}, ...rest } = own;
  const plan = BackupPlanName === undefined ? {} : { BackupPlanId: BackupPlanName };
  if (!isObject(BackupSelection)) return { ...inside, ...plan, ...own };
  const selection = { IamRoleArn: defaultRole(account), ...inside, ...BackupSelection };
  return { ...plan, ...rest, BackupSelection: selection };
}

/** Ids of plans are UUIDs; those of automatic plans begin with `aws/`. */
const idForm = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|aws\/)/i;

/** The id of the plan with this name. An id stays as it is. */
export function planIdOf(nameOrId: string, { backup }: BackupAccount): string {
  if (backup.plans.has(nameOrId) || idForm.test(nameOrId)) return nameOrId;
  const plans = [...backup.plans].filter(({ DeletionDate }) => DeletionDate === undefined);
  const named = plans.filter(({ BackupPlan }) => BackupPlan.BackupPlanName === nameOrId);
  const [plan, ...others] = named;
  if (plan && others.length === 0) return plan.BackupPlanId;
  if (plan) {
    throw invalidItem(`${named.length} backup plans are named ${quoted(nameOrId)}; give the BackupPlanId`);
  }
  const names = plans.map(({ BackupPlan }) => BackupPlan.BackupPlanName);
  const what = names.length === 0 ? "seed the plan, too" : suggestion(nameOrId, names);
  throw invalidItem(`no backup plan is named ${quoted(nameOrId)}; ${what}`);
}
