import { isObject } from "../../seeding/members";
import type { ReadingProblems } from "../problems";
import type { SkippedResource, Warning } from "../result";
import { tagsOf } from "../tags";
import { type Answer, labelOf } from "./answer";
import { type Command, cliName } from "./commands";
import type { Tagging } from "./infrastructure-of-answers";
import { type Reading, readings } from "./readings";
import type { TaggedResource } from "./resources";
import type { Source } from "./sources";

/** Members that clients add to answers, and those of pages, which every answer of a list has. */
const common = new Set(["$metadata", "ResponseMetadata", "Marker", "NextMarker", "NextToken"]);

const hasFurtherPage = ({ output }: Answer): boolean =>
  [output["NextToken"], output["NextMarker"]].some(token => token !== undefined && token !== null);

/** What the sources of a dump say. */
export interface Read {
  readonly answers: readonly Answer[];
  readonly taggings: readonly Tagging[];
  readonly skipped: readonly SkippedResource[];
}

/** The answers in the sources. What is no answer of its command is reported; what is no command is skipped. */
export function readAnswers(sources: readonly Source[], problems: ReadingProblems): Read {
  const [answers, taggings, skipped]: [Answer[], Tagging[], SkippedResource[]] = [[], [], []];
  for (const { name, command, documents } of sources) {
    if ("why" in command) {
      if (command.isMistake) problems.add(name, command.why);
      else skipped.push({ name, type: "", reason: command.why });
      continue;
    }
    const type = "operation" in command ? cliName(command.operation.name) : "get-resources";
    if (documents.length === 0 && !problems.concern(name)) {
      skipped.push({ name, type, reason: "it is empty: the command failed, or there is nothing to show" });
    }
    for (const [index, document] of documents.entries()) {
      const where = documents.length === 1 ? name : `${name}[${index}]`;
      const report = (problem: string): void => problems.add(where, problem, name);
      if ("isTagging" in command) taggings.push({ name: where, resources: taggedIn(document, report) });
      else answers.push(...answerIn(document, command, where, report));
    }
  }
  return { answers, taggings, skipped };
}

type Report = (problem: string) => void;

function answerIn(document: unknown, command: Command, name: string, report: Report): readonly Answer[] {
  const answer = answerOf(document, command, name);
  const found = typeof answer === "string" ? [answer] : problemsOf(answer, command);
  for (const problem of found) report(problem);
  return typeof answer === "string" || found.length > 0 ? [] : [answer];
}

/** The tags in an answer of the Resource Groups Tagging API. */
function taggedIn(document: unknown, report: Report): readonly TaggedResource[] {
  const list: unknown = isObject(document) ? document["ResourceTagMappingList"] : undefined;
  if (!Array.isArray(list)) {
    report("it is no answer of get-resources, which has ResourceTagMappingList; give the answer whole");
    return [];
  }
  return list.filter(isObject).flatMap(({ ResourceARN: arn, Tags }) => {
    return typeof arn === "string" ? [{ arn, tags: tagsOf(Tags) }] : [];
  });
}

/** A warning for each command whose last page is missing. */
export function pagesMissing(answers: readonly Answer[]): Warning[] {
  const ended = new Set<string>();
  const keyOf = ({ service, operation }: Answer): string => `${service} ${operation}`;
  for (const answer of answers) if (!hasFurtherPage(answer)) ended.add(keyOf(answer));
  const last = new Map(
    answers.filter(answer => !ended.has(keyOf(answer))).map(answer => [keyOf(answer), answer]),
  );
  const text = "it is a page, and none is the last; add the remaining pages, or read without --max-items";
  return [...last.values()].map(answer => ({ where: labelOf(answer), text }));
}

/** The answer in a document, which may say the input as well: `{ input, output }`. */
function answerOf(document: unknown, { operation, input, rest }: Command, name: string): Answer | string {
  if (!isObject(document)) return "it is no object; give the answer as the command prints it";
  const { input: given, output } = document;
  const isWrapped = isObject(given) && isObject(output);
  const { name: operationName, service } = operation;
  const reading = readings[service][operationName];
  const asked = rest === "" ? undefined : askedMember(reading);
  return {
    service,
    operation: operationName,
    input: { ...(asked !== undefined && { [asked]: rest }), ...input, ...(isWrapped && given) },
    output: isWrapped ? output : document,
    name,
  };
}

/** The member of the input that says what an answer is about, where the answer itself does not. */
function askedMember(reading: Reading | undefined): string | undefined {
  if (!reading || "unread" in reading) return undefined;
  if ("tagsOf" in reading) return reading.tagsOf;
  return "adds" in reading ? reading.to : undefined;
}

/** Why a document cannot be an answer of its command. */
function problemsOf({ service, operation, output }: Answer, command: Command): readonly string[] {
  const { members } = command.operation.output;
  const known = members.map(({ name }) => name);
  const given = Object.keys(output).filter(name => !common.has(name));
  const written = cliName(operation);
  if (given.length > 0 && !given.some(name => known.includes(name))) {
    return [
      `it is no answer of ${written}, which has ${known.slice(0, 5).join(", ")}; give the answer whole, without --query`,
    ];
  }
  const reading = readings[service][operation];
  if (!reading || "unread" in reading) return [];
  const inside = "in" in reading ? reading.in : undefined;
  if (inside === undefined) return [];
  const shape = command.operation.output.member(inside)?.target;
  const value = output[inside];
  if (value === undefined || value === null) return [];
  if (shape?.type !== "list") return isObject(value) ? [] : [`${inside} must be an object`];
  if (!Array.isArray(value)) return [`${inside} must be a list`];
  const keys = "key" in reading ? reading.key.filter(name => !reading.ofInput?.includes(name)) : [];
  return value.flatMap((item: unknown, index) => itemProblems(item, keys, `${inside}[${index}]`));
}

function itemProblems(item: unknown, keys: readonly string[], path: string): readonly string[] {
  if (!isObject(item)) return [`${path} must be an object`];
  return keys.filter(name => typeof item[name] !== "string").map(name => `${path}.${name} is missing`);
}
