import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../../src/core/world";
import { gapped, known, nightly, type RichWorld, table, vaultArn } from "../world";

export type ListName = Extract<OperationName<typeof sdk>, `List${string}`>;

const anyOfAll = { State: "ANY", ResourceType: "ANY" };
const nothing = () => ({});
const ofPlan = ({ ids }: RichWorld) => ({ BackupPlanId: ids.BackupPlanId });

/** The input of each list that makes it complete. */
export const bases: {
  readonly [Name in ListName]: (world: RichWorld) => object | Promise<object>;
} = {
  ListBackupJobs: nothing,
  ListBackupJobSummaries: () => ({ ...anyOfAll, MessageCategory: "ANY" }),
  ListBackupPlans: nothing,
  ListBackupPlanTemplates: nothing,
  ListBackupPlanVersions: ofPlan,
  ListBackupSelections: ofPlan,
  ListBackupVaults: nothing,
  ListCopyJobs: nothing,
  ListCopyJobSummaries: () => ({ ...anyOfAll, MessageCategory: "ANY" }),
  ListFrameworks: nothing,
  ListIndexedRecoveryPoints: nothing,
  ListLegalHolds: nothing,
  ListProtectedResources: nothing,
  ListProtectedResourcesByBackupVault: () => nightly,
  ListRecoveryPointsByBackupVault: () => nightly,
  async ListRecoveryPointsByLegalHold({ backup }) {
    const { LegalHolds } = await backup.listLegalHolds({});
    return { LegalHoldId: known(LegalHolds?.at(-1)).LegalHoldId };
  },
  ListRecoveryPointsByResource: () => ({ ResourceArn: table }),
  ListReportJobs: nothing,
  ListReportPlans: nothing,
  ListRestoreAccessBackupVaults: () => gapped,
  ListRestoreJobs: nothing,
  ListRestoreJobsByProtectedResource: () => ({ ResourceArn: table }),
  ListRestoreJobSummaries: () => anyOfAll,
  ListRestoreTestingPlans: nothing,
  ListRestoreTestingSelections: () => ({ RestoreTestingPlanName: "tests" }),
  ListScanJobs: nothing,
  ListScanJobSummaries: () => anyOfAll,
  ListTags: () => ({ ResourceArn: vaultArn("nightly") }),
  ListTieringConfigurations: nothing,
};
