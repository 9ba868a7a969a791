import type { Alias as SdkAlias } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { badRequest } from "../account/errors";
import { pageOf } from "../account/listing";
import { beginAction } from "../administrative-actions/administrative-actions";
import type { ActionType } from "../records/administrative-actions";
import { type Alias, keyOf } from "../records/aliases";
import type { FileSystem } from "../records/file-systems";
import { fileSystemWithId, takesUpdates } from "./file-systems";
import { refuseUnless } from "./rules";

type AliasAction = Extract<ActionType, `FILE_SYSTEM_ALIAS_${string}`>;

const maxAliases = 50;
const label = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
const nameForm = new RegExp(`^${label}([.]${label})+$`);

/** Valid alias names in lower case, without repetitions. */
function checkedNames(asked: readonly string[]): readonly string[] {
  const names = [...new Set(asked.map(name => name.toLowerCase()))];
  const invalid = names.find(name => !nameForm.test(name) || name.length > 253);
  if (invalid !== undefined) {
    throw badRequest(`Invalid DNS alias: ${invalid}. Must be a fully qualified domain name.`);
  }
  return names;
}

/** Begins to associate aliases with a file system. Returns the names of the new ones; existing ones do not change. */
export function addAliases(
  account: FsxAccount,
  { FileSystemId }: FileSystem,
  asked: readonly string[],
): readonly string[] {
  const { aliases } = account.fsx;
  const names = checkedNames(asked);
  const deleting = existingAliases(account, FileSystemId, names).find(
    ({ Lifecycle }) => Lifecycle === "DELETING",
  );
  refuseUnless(deleting === undefined, `The DNS alias ${deleting?.Name} is still being disassociated.`);
  const added = names.filter(name => !aliases.has(keyOf(FileSystemId, name)));
  refuseUnless(
    aliases.by("fileSystem", FileSystemId).size + added.length <= maxAliases,
    `A file system can have at most ${maxAliases} DNS aliases.`,
  );
  for (const Name of added) {
    const alias: Alias = { Name, Lifecycle: "CREATING", FileSystemId };
    aliases.insert(alias, {
      next: account.inFlight("becomeAvailable", account.duration("fsxAlias", alias)),
    });
  }
  return added;
}

const existingAliases = ({ fsx }: FsxAccount, id: string, names: readonly string[]): readonly Alias[] =>
  names.flatMap(name => fsx.aliases.get(keyOf(id, name)) ?? []);

function fileSystemWithAliases(account: FsxView, id: string): FileSystem {
  const fileSystem = fileSystemWithId(account, id);
  refuseUnless(
    fileSystem.FileSystemType === "WINDOWS",
    `DNS aliases are not supported for ${fileSystem.FileSystemType} file systems.`,
  );
  return fileSystem;
}

/** The aliases of a file system, without those that are being removed. */
export const associatedAliases = ({ fsx }: FsxView, id: string): readonly Stored<SdkAlias>[] =>
  [...fsx.aliases.by("fileSystem", id)].filter(({ Lifecycle }) => Lifecycle !== "DELETING").map(shown);

const shown = (alias: Alias): Stored<SdkAlias> => ({ Name: alias.Name, Lifecycle: alias.Lifecycle });

/** The file system with an id. Throws if its aliases cannot be changed. */
function changeableFileSystem(account: FsxView, id: string): FileSystem {
  const fileSystem = fileSystemWithAliases(account, id);
  refuseUnless(
    takesUpdates(fileSystem),
    `Cannot change the DNS aliases of ${id} while it is in ${fileSystem.Lifecycle}`,
  );
  return fileSystem;
}

/** Begins an administrative action for the aliases that change, if any. */
function beginAliasAction(
  account: FsxAccount,
  id: string,
  type: AliasAction,
  changing: readonly Alias[],
): void {
  if (changing.length === 0) return;
  beginAction(account, id, type, {
    TargetFileSystemValues: { WindowsConfiguration: { Aliases: changing.map(shown) } },
  });
}

export const associateFileSystemAliases = write<"AssociateFileSystemAliases">((input, account) => {
  const fileSystem = changeableFileSystem(account, input.FileSystemId);
  const { FileSystemId } = fileSystem;
  const added = existingAliases(account, FileSystemId, addAliases(account, fileSystem, input.Aliases));
  beginAliasAction(account, FileSystemId, "FILE_SYSTEM_ALIAS_ASSOCIATION", added);
  return { Aliases: existingAliases(account, FileSystemId, checkedNames(input.Aliases)) };
});

export const disassociateFileSystemAliases = write<"DisassociateFileSystemAliases">((input, account) => {
  const { FileSystemId } = changeableFileSystem(account, input.FileSystemId);
  const { aliases } = account.fsx;
  const names = checkedNames(input.Aliases);
  const unknown = names.find(name => !aliases.has(keyOf(FileSystemId, name)));
  refuseUnless(
    unknown === undefined,
    `The DNS alias ${unknown} is not associated with file system ${FileSystemId}.`,
  );
  const removed = existingAliases(account, FileSystemId, names)
    .filter(({ Lifecycle }) => Lifecycle !== "DELETING")
    .map(alias =>
      aliases.change(alias, {
        Lifecycle: "DELETING",
        next: account.inFlight("remove", account.duration("fsxAlias", alias)),
      }),
    );
  beginAliasAction(account, FileSystemId, "FILE_SYSTEM_ALIAS_DISASSOCIATION", removed);
  return { Aliases: existingAliases(account, FileSystemId, names) };
});

export const describeFileSystemAliases = read<"DescribeFileSystemAliases">((input, account) => {
  const { FileSystemId } = fileSystemWithAliases(account, input.FileSystemId);
  const { items, token } = pageOf(account.fsx.aliases.by("fileSystem", FileSystemId), input);
  return { Aliases: items, NextToken: token };
});

/** The steps of aliases. */
export const aliasSteps = {
  becomeAvailable(alias: Alias, { fsx }: FsxAccount): void {
    fsx.aliases.change(alias, { Lifecycle: "AVAILABLE", next: undefined });
  },

  remove({ FileSystemId, Name }: Alias, { fsx }: FsxAccount): void {
    fsx.aliases.remove(keyOf(FileSystemId, Name));
  },
};
