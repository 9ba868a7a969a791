import { airGappedVaultSteps } from "./air-gapped-vaults";
import { approvalTeamSteps } from "./approval-teams";
import { restoreAccessSteps } from "./restore-access-vaults";

/** What happens to vaults by themselves. */
export const vaultSteps = { ...airGappedVaultSteps, ...approvalTeamSteps, ...restoreAccessSteps };
