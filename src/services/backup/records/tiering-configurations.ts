import type { GetTieringConfigurationOutput } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";

type SdkConfiguration = NonNullable<GetTieringConfigurationOutput["TieringConfiguration"]>;

/** A tiering configuration: which backups of one or all vaults move to the cheaper tier of warm storage, and when. */
export interface TieringConfiguration extends Stored<SdkConfiguration> {
  readonly TieringConfigurationArn: string;
  readonly CreationTime: EpochMs;
}

export const tieringConfigurations = table<TieringConfiguration>(
  configuration => configuration.TieringConfigurationName,
)
  .by("vault", configuration => configuration.BackupVaultName)
  .by("arn", configuration => configuration.TieringConfigurationArn)
  .alias(configuration => [configuration.TieringConfigurationArn]);
