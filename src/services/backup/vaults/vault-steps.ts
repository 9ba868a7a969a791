import { airGappedVaultSteps } from "./air-gapped-vaults";
import { approvalTeamSteps } from "./approval-teams";
import { restoreAccessSteps } from "./restore-access-vaults";

/** The timed steps of vaults. */
export const vaultSteps = { ...airGappedVaultSteps, ...approvalTeamSteps, ...restoreAccessSteps };
