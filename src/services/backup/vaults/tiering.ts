import type { TieringConfigurationInputForUpdate } from "@aws-sdk/client-backup";
import { arn, parseArn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { alreadyExists, conflict, invalidParameter, limitExceeded, notFound } from "../account/errors";
import { checkRequestId } from "../account/names";
import { pageOf } from "../account/paging";
import type { TieringConfiguration } from "../records/tiering-configurations";
import { can, resourceTypeNamed, resourceTypeOf } from "../resources/resource-types";
import { putTags, removeTags } from "../tags/tags";

type ConfigurationInput = Stored<TieringConfigurationInputForUpdate>;

const everything = "*";

function configurationNamed({ backup }: BackupView, name: string): TieringConfiguration {
  const configuration = backup.tieringConfigurations.get(name);
  if (!configuration) throw notFound(`Cannot find tiering configuration with name: ${name}`);
  return configuration;
}

const existsError = ({ TieringConfigurationArn, CreatorRequestId }: TieringConfiguration, message: string) =>
  alreadyExists(message, { Arn: TieringConfigurationArn, CreatorRequestId });

/** Validates a configuration. `currentName` is the name of the one that is updated. */
function checkConfiguration(account: BackupAccount, input: ConfigurationInput, currentName?: string): void {
  const { backup } = account;
  const { BackupVaultName, ResourceSelection } = input;
  checkSelections(account, ResourceSelection);
  if (BackupVaultName !== everything) {
    const vault = backup.vaults.get(BackupVaultName);
    if (!vault) throw invalidParameter(`Backup vault ${BackupVaultName} does not exist.`);
    if (vault.VaultState === "CREATING") {
      throw conflict(`Backup vault ${BackupVaultName} is still being created.`);
    }
  }
  for (const other of backup.tieringConfigurations.by("vault", BackupVaultName)) {
    if (other.TieringConfigurationName === currentName) continue;
    throw existsError(other, `A tiering configuration for backup vault ${BackupVaultName} already exists.`);
  }
}

function checkSelections(account: BackupAccount, selections: ConfigurationInput["ResourceSelection"]): void {
  const limit = account.quota("tieringSelections");
  if (selections.length > limit) {
    throw limitExceeded(`The maximum number of resource selections is ${limit}.`);
  }
  if (selections.length === 0) throw invalidParameter("ResourceSelection must be non-empty.");
  const resources = account.quota("tieringResources");
  if (selections.flatMap(({ Resources }) => Resources).length > resources) {
    throw limitExceeded(`The maximum number of resources of a tiering configuration is ${resources}.`);
  }
  for (const { ResourceType, Resources } of selections) {
    const type = resourceTypeNamed(ResourceType);
    if (!type || !can(type, "tiering")) throw invalidParameter(`Unsupported resource type: ${ResourceType}`);
    const ofOtherType = Resources.find(
      resource => resource !== everything && resourceTypeOf(parseArn(resource)) !== type,
    );
    if (ofOtherType !== undefined) {
      throw invalidParameter(`Invalid ARN of a ${ResourceType} resource: ${ofOtherType}`);
    }
    if (Resources.length === 0 || (Resources.length > 1 && Resources.includes(everything))) {
      throw invalidParameter(`Resources must be ARNs, or ${everything} alone.`);
    }
  }
}

export const createTieringConfiguration = write<"CreateTieringConfiguration">((input, account) => {
  const { backup, place, now, ids } = account;
  const { TieringConfiguration: given, TieringConfigurationTags, CreatorRequestId } = input;
  const { TieringConfigurationName } = given;
  checkRequestId(CreatorRequestId);
  const same = backup.tieringConfigurations.get(TieringConfigurationName);
  if (same && CreatorRequestId !== undefined && same.CreatorRequestId === CreatorRequestId) return same;
  if (same) throw existsError(same, "Tiering configuration with the same name already exists");
  checkConfiguration(account, given);
  const configuration = backup.tieringConfigurations.insert({
    ...given,
    TieringConfigurationArn: arn(
      "backup",
      place,
      `tiering-configuration:${TieringConfigurationName}-${ids.uuid()}`,
    ),
    CreatorRequestId: CreatorRequestId ?? ids.uuid(),
    CreationTime: now,
  });
  putTags(account, configuration.TieringConfigurationArn, TieringConfigurationTags);
  return configuration;
});

export const getTieringConfiguration = read<"GetTieringConfiguration">((input, account) => ({
  TieringConfiguration: configurationNamed(account, input.TieringConfigurationName),
}));

export const listTieringConfigurations = read<"ListTieringConfigurations">((input, { backup }) => {
  const { items, token } = pageOf(backup.tieringConfigurations.all(), input);
  return { TieringConfigurations: items, NextToken: token };
});

export const updateTieringConfiguration = write<"UpdateTieringConfiguration">((input, account) => {
  const configuration = configurationNamed(account, input.TieringConfigurationName);
  checkConfiguration(account, input.TieringConfiguration, configuration.TieringConfigurationName);
  return account.backup.tieringConfigurations.change(configuration, input.TieringConfiguration, {
    LastUpdatedTime: account.now,
  });
});

export const deleteTieringConfiguration = write<"DeleteTieringConfiguration">((input, account) => {
  const configuration = configurationNamed(account, input.TieringConfigurationName);
  account.backup.tieringConfigurations.remove(configuration.TieringConfigurationName);
  removeTags(account, configuration.TieringConfigurationArn);
  return {};
});
