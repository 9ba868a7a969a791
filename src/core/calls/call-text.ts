import { isObject } from "../../model";
import { type EpochMs, minute } from "../time";

/** A time of the mock's clock in a line of a log: `05:00`, or `05:00:30` within a minute. */
export const clockText = (at: EpochMs): string =>
  new Date(at).toISOString().slice(11, 19).replace(/:00$/, "");

/** Whether a passage of time is worth a line: the times of the lines around it tell shorter ones. */
export const isLongPassage = (from: EpochMs, to: EpochMs): boolean => to - from >= minute;

/** The same with the date: `2026-01-01 05:00`. */
export const dateText = (at: EpochMs): string =>
  `${new Date(at).toISOString().slice(0, 10)} ${clockText(at)}`;

/** A text for a line of a log: names and messages may hold line feeds, and what terminals take for commands. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

/** The members that tell best what a call is about; otherwise the first one that names something does. */
const telling = ["ResourceArn", "RecoveryPointArn", "SourceRecoveryPointArn", "BackupVaultName"];
const naming = /(?:Name|Id|Arn|ARN|Token)$/;
const longest = 60;

/** What a call is about, for a line of a log: the name in `…table/orders`; undefined if nothing tells. */
export function subjectOf(input: unknown): string | undefined {
  if (!isObject(input)) return undefined;
  const named = [...telling, ...Object.keys(input).filter(name => naming.test(name))]
    .map(name => input[name])
    .find(value => typeof value === "string");
  if (typeof named === "string") return named.slice(named.lastIndexOf("/") + 1).slice(0, longest);
  const [inside] = Object.values(input).filter(isObject);
  return inside && subjectOf(inside);
}
