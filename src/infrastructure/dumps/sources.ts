import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { MockError, messageOf } from "../../core/basics";
import type { Members } from "../../seeding/members";
import type { ReadingProblems } from "../problems";
import { type Command, Commands, type NoCommand, type TaggingCommand } from "./commands";
import { BrokenJson, documentsIn } from "./json-documents";

/** What was given under one name. */
export interface Source {
  /** The key or the path of the file. */
  readonly name: string;
  readonly command: Command | TaggingCommand | NoCommand;
  /** The answers of the command. */
  readonly documents: readonly unknown[];
}

/** The sources in an object: answers, or lists of answers, by their command. */
export function sourcesIn(input: Members): readonly Source[] {
  const commands = new Commands();
  return Object.entries(input).map(([name, value]) => ({
    name,
    command: commands.ofText(name),
    documents: Array.isArray(value) ? value : [value],
  }));
}

/** The sources in a folder, in the order of their names. Broken files are reported. */
export function sourcesUnder(folder: string, problems: ReadingProblems): readonly Source[] {
  const commands = new Commands();
  return filesUnder(folder).map(name => {
    if (!/\.json$/i.test(name))
      return { name, command: { why: "it is no JSON file", isMistake: false }, documents: [] };
    const command = commands.ofPath(name);
    const documents = "why" in command ? [] : documentsOf(join(folder, name), name, problems);
    return { name, command, documents };
  });
}

const isHidden = /(?:^|[\\/])\./;

function filesUnder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter(path => !isHidden.test(path) && statSync(join(folder, path)).isFile())
      .map(path => path.replaceAll("\\", "/"))
      .sort();
  } catch (error) {
    const what = `Cannot read the folder ${folder}: ${messageOf(error)}`;
    throw new MockError(
      "InvalidInfrastructure",
      `${what}; give the path of a folder with answers, or an object`,
    );
  }
}

function documentsOf(path: string, name: string, problems: ReadingProblems): readonly unknown[] {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  if (text.trim() === "") return [];
  try {
    return documentsIn(text);
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    problems.add(`${name}, ${error.message}`, "it is no JSON; correct it or make the file again", name);
    return [];
  }
}
