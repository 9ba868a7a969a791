/** The texts of errors that records of AWS's behaviour state, as the mock answers them when it replays the records. */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { compare, type EvidenceRecord, type EvidenceStep, readRecordFile } from "../../src/evidence";
import { type Connect, inProcess } from "../../src/evidence/in-process";
import { hole } from "./texts";

export type Confidence = EvidenceRecord["confidence"];

/** A text that AWS was seen or documented to answer. */
interface KnownText {
  readonly service: string;
  readonly confidence: Confidence;
  readonly text: string;
}

const folder = resolve(import.meta.dirname, "../../test/evidence");

export async function knownTexts(): Promise<readonly KnownText[]> {
  const names = readdirSync(folder, { encoding: "utf8", recursive: true }).sort();
  const texts: KnownText[] = [];
  for (const name of names.filter(name => name.endsWith(".json") && name !== "not-yet.json")) {
    for (const record of await readRecordFile(join(folder, name))) texts.push(...(await textsOf(record)));
  }
  return texts;
}

/** A few words of a text would confirm others as well. */
const shortest = 20;

/** A value that an earlier step of a record saved. */
const saved = /\$\{\w+\}/;

/** What a record says of the message of a refusal, as a pattern; undefined if little or nothing. */
function statedMessage(step: EvidenceStep): RegExp | undefined {
  const message = "error" in step ? step.error?.message : undefined;
  const source = typeof message === "object" ? message.$matches : message;
  if (source === undefined || source.length < shortest) return undefined;
  const parts = source.split(saved);
  return typeof message === "object"
    ? new RegExp(parts.join(".*"), "s")
    : new RegExp(`^${parts.map(escaped).join(".*")}$`, "s");
}

async function textsOf(record: EvidenceRecord): Promise<readonly KnownText[]> {
  const stated = record.steps.map(statedMessage).filter(pattern => pattern !== undefined);
  if (stated.length === 0) return [];
  const answered: KnownText[] = [];
  const connect: Connect = (options, accountIds) => {
    const { aws, send } = inProcess(options, accountIds);
    return {
      aws,
      async send(call) {
        const answer = await send(call);
        if ("error" in answer) {
          answered.push({
            service: call.service,
            confidence: record.confidence,
            text: answer.error.message,
          });
        }
        return answer;
      },
    };
  };
  await compare(record, { connect });
  return answered.filter(({ text }) => stated.some(pattern => pattern.test(text)));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A text of the sources as a pattern of the texts that it can become. */
const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.split(hole).map(escaped).join("[\\s\\S]*?")}$`);

/** Where a text of a service comes from, by the records. */
export function sourceOfText(
  service: string,
  text: string,
  known: readonly KnownText[],
): Confidence | undefined {
  const pattern = patternOf(text);
  const confirmed = known
    .filter(other => other.service === service && pattern.test(other.text))
    .map(({ confidence }) => confidence);
  return confirmed.includes("recorded") ? "recorded" : confirmed[0];
}
