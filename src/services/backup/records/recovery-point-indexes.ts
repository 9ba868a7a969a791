import type { GetRecoveryPointIndexDetailsOutput } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** The search index of a recovery point. Capitalised members are AWS's; the others are the mock's own. */
export interface PointIndex extends Stored<GetRecoveryPointIndexDetailsOutput> {
  readonly RecoveryPointArn: string;
  readonly BackupVaultArn: string;
  readonly BackupVaultName: string;
  readonly SourceResourceArn: string;
  readonly ResourceType: string;
  readonly IamRoleArn: string | undefined;
  readonly BackupCreationDate: EpochMs;
  readonly IndexCreationDate: EpochMs;
  readonly IndexStatus: NonNullable<GetRecoveryPointIndexDetailsOutput["IndexStatus"]>;
  /** Whether it is being built, rather than waiting for other indexes. */
  readonly building?: true | undefined;
  /** Whether UpdateRecoveryPointIndexSettings asked for it. */
  readonly onDemand?: true | undefined;
  /** Whether it is of a continuous backup, and therefore rebuilt every day. */
  readonly continuous: boolean;
  readonly next?: Next | undefined;
}

export const pointIndexes = table<PointIndex>(index => index.RecoveryPointArn)
  .by("resource", index => index.SourceResourceArn)
  .by("building", index => (index.building ? "yes" : undefined))
  .by("buildingOnDemand", index => (index.building && index.onDemand ? "yes" : undefined))
  .by("buildingOfResource", index => (index.building ? index.SourceResourceArn : undefined))
  .by("inTransition", index =>
    index.IndexStatus === "PENDING" || index.IndexStatus === "DELETING" ? "yes" : undefined,
  );
