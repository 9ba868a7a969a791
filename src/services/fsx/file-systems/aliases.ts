import type { Alias as SdkAlias } from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import { type FsxAccount, type FsxView, read, write } from "../account";
import { beginAction } from "../administrative-actions";
import { badRequest } from "../errors";
import { pageOf } from "../listing";
import { type FileSystem, fileSystemWithId } from "./file-systems";
import { refuseUnless } from "./rules";

/** A DNS alias of a file system. */
export interface Alias extends Stored<SdkAlias> {
  readonly Name: string;
  readonly Lifecycle: NonNullable<SdkAlias["Lifecycle"]>;
  readonly FileSystemId: string;
  readonly next?: Next | undefined;
}

const keyOf = (fileSystemId: string, name: string): string => `${fileSystemId}/${name}`;

export const aliases = table<Alias>(alias => keyOf(alias.FileSystemId, alias.Name)).by(
  "fileSystem",
  alias => alias.FileSystemId,
);

const mostAliases = 50;
const label = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
const nameForm = new RegExp(`^${label}([.]${label})+$`);

/** Aliases as they are kept: in lower case, each once. */
function checkedNames(asked: readonly string[]): readonly string[] {
  const names = [...new Set(asked.map(name => name.toLowerCase()))];
  const wrong = names.find(name => !nameForm.test(name) || name.length > 253);
  if (wrong !== undefined)
    throw badRequest(`Invalid DNS alias: ${wrong}. Must be a fully qualified domain name.`);
  return names;
}

/** Begins to associate aliases with a file system; those it has already are left alone. */
export function addAliases(
  account: FsxAccount,
  { FileSystemId }: FileSystem,
  asked: readonly string[],
): readonly Alias[] {
  const { aliases } = account.fsx;
  const names = checkedNames(asked);
  const added = names.filter(name => !aliases.has(keyOf(FileSystemId, name)));
  refuseUnless(
    aliases.by("fileSystem", FileSystemId).size + added.length <= mostAliases,
    `A file system can have at most ${mostAliases} DNS aliases.`,
  );
  for (const Name of added) {
    const alias: Alias = { Name, Lifecycle: "CREATING", FileSystemId };
    aliases.insert({ ...alias, next: account.inFlight("associate", account.duration("fsxAlias", alias)) });
  }
  return theAliases(account, FileSystemId, names);
}

const theAliases = ({ fsx }: FsxAccount, id: string, names: readonly string[]): readonly Alias[] =>
  names.flatMap(name => fsx.aliases.get(keyOf(id, name)) ?? []);

function aliasedFileSystem(account: FsxView, id: string): FileSystem {
  const fileSystem = fileSystemWithId(account, id);
  refuseUnless(
    fileSystem.FileSystemType === "WINDOWS",
    `DNS aliases are not supported for ${fileSystem.FileSystemType} file systems.`,
  );
  return fileSystem;
}

const shown = (alias: Alias): Stored<SdkAlias> => ({ Name: alias.Name, Lifecycle: alias.Lifecycle });

export const associateFileSystemAliases = write<"AssociateFileSystemAliases">((input, account) => {
  const fileSystem = aliasedFileSystem(account, input.FileSystemId);
  const Aliases = addAliases(account, fileSystem, input.Aliases);
  beginAction(account, fileSystem.FileSystemId, "FILE_SYSTEM_ALIAS_ASSOCIATION", {
    TargetFileSystemValues: { WindowsConfiguration: { Aliases: Aliases.map(shown) } },
  });
  return { Aliases };
});

export const disassociateFileSystemAliases = write<"DisassociateFileSystemAliases">((input, account) => {
  const { FileSystemId } = aliasedFileSystem(account, input.FileSystemId);
  const { aliases } = account.fsx;
  const names = checkedNames(input.Aliases);
  const unknown = names.find(name => !aliases.has(keyOf(FileSystemId, name)));
  refuseUnless(
    unknown === undefined,
    `The DNS alias ${unknown} is not associated with file system ${FileSystemId}.`,
  );
  const Aliases = theAliases(account, FileSystemId, names).map(alias =>
    aliases.replace({
      ...alias,
      Lifecycle: "DELETING",
      next: account.inFlight("disassociate", account.duration("fsxAlias", alias)),
    }),
  );
  beginAction(account, FileSystemId, "FILE_SYSTEM_ALIAS_DISASSOCIATION", {
    TargetFileSystemValues: { WindowsConfiguration: { Aliases: Aliases.map(shown) } },
  });
  return { Aliases };
});

export const describeFileSystemAliases = read<"DescribeFileSystemAliases">((input, account) => {
  const { FileSystemId } = aliasedFileSystem(account, input.FileSystemId);
  const { items, token } = pageOf(account.fsx.aliases.by("fileSystem", FileSystemId), input);
  return { Aliases: items, NextToken: token };
});

/** What happens to aliases by themselves. */
export const aliasSteps = {
  associate(alias: Alias, { fsx }: FsxAccount): void {
    fsx.aliases.replace({ ...alias, Lifecycle: "AVAILABLE", next: undefined });
  },

  disassociate({ FileSystemId, Name }: Alias, { fsx }: FsxAccount): void {
    fsx.aliases.remove(keyOf(FileSystemId, Name));
  },
};
