import type { Collection } from "./collection";
import { isObject, type Members } from "./members";

/** What clients add to answers: the SDK for JavaScript, and boto3. */
const addedByClients = new Set(["$metadata", "ResponseMetadata"]);

type AnswerForms = Pick<Collection<never>, "described" | "unread" | "readAnswer">;

/**
 * The members of an item that is an answer of AWS. Metadata of clients is removed, and so are members that the mock
 * computes. Where one member holds the resource, such as `ReportPlan` in answers of DescribeReportPlan, its own members are
 * returned.
 */
export function membersOfAnswer(
  { described, unread = [], readAnswer = given => given }: AnswerForms,
  item: unknown,
): unknown {
  if (!isObject(item)) return item;
  const own = without(item, name => addedByClients.has(name));
  const [, holder = ""] = described?.by.split(".") ?? [];
  const { [holder]: held, ...around } = own;
  const whole = isObject(held) && Object.keys(around).length === 0 ? held : own;
  return without(readAnswer(whole), name => unread.includes(name));
}

function without(item: Members, isLeftOut: (name: string) => boolean): Members {
  const kept = Object.entries(item).filter(([name]) => !isLeftOut(name));
  return kept.length === Object.keys(item).length ? item : Object.fromEntries(kept);
}
