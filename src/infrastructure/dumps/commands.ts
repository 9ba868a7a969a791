import { nearest, quoted } from "../../core/basics";
import {
  isServiceName,
  type OperationModel,
  type ServiceName,
  serviceModel,
  serviceNames,
} from "../../model";
import type { Members } from "../../seeding/members";

/** A command of the AWS CLI, or of what its answer was saved as. */
export interface Command {
  readonly operation: OperationModel;
  readonly input: Members;
  /** What the name says beyond the command: `daily` of `get-backup-plan.daily`. */
  readonly rest: string;
}

/** Why a name is no command, and whether it seems to be a mistake. */
export interface NoCommand {
  readonly why: string;
  readonly isMistake: boolean;
}

/** `get-resources` of the Resource Groups Tagging API, of which the mock has no model. */
export interface TaggingCommand {
  readonly isTagging: true;
}

/** The name as the AWS CLI writes it: `describe-backup-vault` for `DescribeBackupVault` and `BackupVaultName` alike. */
export const cliName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();

const noCommand = "it is no command of backup, efs or fsx";

/** Other services with commands of the same names, as the AWS CLI calls them. */
const otherServices = new Set(
  "cloudformation docdb dynamodb ec2 eks elasticache neptune organizations rds redshift s3api storagegateway timestream-write workspaces".split(
    " ",
  ),
);

const commandsOf = (service: ServiceName): ReadonlyMap<string, OperationModel> => {
  const model = serviceModel(service);
  const operations = model.operationNames().flatMap(name => model.operation(name) ?? []);
  return new Map(operations.map(operation => [cliName(operation.name), operation]));
};

/** Reads names of commands, from keys of an object and names of files. */
export class Commands {
  readonly #commands = new Map(serviceNames.map(service => [service, commandsOf(service)] as const));

  /** The command `backup list-tags --resource-arn arn:…`, with or without its service. */
  ofText(text: string): Command | TaggingCommand | NoCommand {
    const [command = "", ...options] = text.trim().split(/\s+(?=--)/);
    const words = command.replace(/^aws\s+/, "").split(/[\s/]+/);
    const found = this.#find(words);
    if (!("operation" in found)) return found;
    return { ...found, input: inputOf(found.operation, options) };
  }

  /** The command of `backup/list-backup-vaults.json`, `get-backup-plan.daily.json` or `get-backup-plan/daily.json`. */
  ofPath(path: string): Command | TaggingCommand | NoCommand {
    const found = this.#find(path.replace(/\.json$/i, "").split("/"));
    return "operation" in found ? { ...found, input: {} } : found;
  }

  #find(words: readonly string[]): Omit<Command, "input"> | TaggingCommand | NoCommand {
    if (words.some(isTagging)) return { isTagging: true };
    if (words.some(word => otherServices.has(word.toLowerCase())))
      return { why: noCommand, isMistake: false };
    const prefix = words.map(cliName).find(isServiceName);
    for (const [index, word] of [...words.entries()].reverse()) {
      const { services, name } = splitService(word, prefix);
      const operations = services.flatMap(service => this.#longest(service, name) ?? []);
      const [operation, other] = operations;
      if (operation && other) {
        const choices = operations.map(({ service }) => `"${service} ${cliName(operation.name)}"`);
        const why = `it is a command of ${operations.map(({ service }) => service).join(" and ")}; name it ${choices.join(" or ")}`;
        return { why, isMistake: true };
      }
      if (operation) {
        const rest = [name.slice(cliName(operation.name).length + 1), ...words.slice(index + 1)];
        return { operation, rest: rest.filter(text => text !== "").join("/") };
      }
    }
    return this.#unknown(words, prefix);
  }

  /** The command with which a name begins. */
  #longest(service: ServiceName, name: string): OperationModel | undefined {
    const commands = this.#commands.get(service);
    const lower = name.toLowerCase().replaceAll("_", "-");
    for (const end of endsOfWords(lower)) {
      const operation = commands?.get(lower.slice(0, end)) ?? commands?.get(cliName(name.slice(0, end)));
      if (operation) return operation;
    }
    return undefined;
  }

  #unknown(words: readonly string[], prefix: ServiceName | undefined): NoCommand {
    const services = prefix ? [prefix] : serviceNames;
    const names = services.flatMap(service => [...(this.#commands.get(service)?.keys() ?? [])]);
    const meant = words.map(word => nearest(splitService(word, prefix).name, names)).find(Boolean);
    return meant === undefined
      ? { why: noCommand, isMistake: false }
      : { why: `${noCommand}; did you mean ${quoted(meant)}?`, isMistake: true };
  }
}

/** The command of the Resource Groups Tagging API whose answer has the tags of resources of all services. */
const isTagging = (word: string): boolean => /(?:^|[-. ])get-resources(?:[-. ]|$)/.test(cliName(word));

/** The ends of a name and of its words, from the last one. */
const endsOfWords = (name: string): readonly number[] => [
  name.length,
  ...[...name.matchAll(/[-. ]/g)].map(({ index }) => index).reverse(),
];

/** The name without `aws` and its service, and the services that it may belong to. */
function splitService(
  word: string,
  prefix: ServiceName | undefined,
): { readonly services: readonly ServiceName[]; readonly name: string } {
  const name = word.replace(/^aws[-_. ]/i, "");
  const [, first = "", rest = ""] = /^(backup|efs|fsx)[-_. ](.+)$/i.exec(name) ?? [];
  const service = first.toLowerCase();
  if (isServiceName(service)) return { services: [service], name: rest };
  return { services: prefix ? [prefix] : serviceNames, name };
}

/** The input that options of a command give: `--resource-arn arn:…`. Options of the AWS CLI itself are passed over. */
function inputOf({ input }: OperationModel, options: readonly string[]): Members {
  const members = new Map(input.members.map(({ name }) => [cliName(name), name]));
  const given = options.flatMap(option => {
    const [, name = "", value = ""] = /^--([\w-]+)[\s=]+(.*)$/.exec(option) ?? [];
    const member = members.get(name);
    return member === undefined ? [] : [[member, value.replace(/^(["'])(.*)\1$/, "$2")] as const];
  });
  return Object.fromEntries(given);
}
