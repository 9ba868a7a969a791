import { isObject, isServiceName } from "../model";
import { differencesOf, shown, type ValueDifference } from "./differences";
import { type Connect, type Connection, inProcess } from "./in-process";
import type {
  CallStep,
  EvidenceAnswer,
  EvidenceCall,
  EvidenceRecord,
  EvidenceStep,
  ExpectedError,
} from "./record";
import { referencesIn, Variables } from "./variables";

/** A difference between a record and the mock. */
export interface Difference extends ValueDifference {
  /** The title of the record. */
  readonly record: string;
  /** The number of the step, from 1. 0 if the mock refused the options or the fixture. */
  readonly step: number;
  /** The call of the step: `backup.CreateBackupVault`. */
  readonly call?: string;
}

/** The maximum number of repeats of a polled call. If none fits, the answer with the fewest differences is reported. */
const longestPoll = 100;

/** Replays a record on a fresh mock. */
export async function replay(
  record: EvidenceRecord,
  connect: Connect = inProcess,
): Promise<readonly Difference[]> {
  const connection = begin(record, connect);
  if ("path" in connection) return [{ record: record.title, step: 0, ...connection }];
  const differences: Difference[] = [];
  const variables = new Variables();
  try {
    for (const [index, step] of record.steps.entries()) {
      const where = { record: record.title, step: index + 1, ...("call" in step && { call: step.call }) };
      const found = await takeStep(step, connection, variables);
      differences.push(...found.map(difference => ({ ...where, ...difference })));
    }
  } finally {
    connection.aws.restore();
  }
  return differences;
}

/** A fresh mock with the record's options and fixture, or the reason why the mock refused them. */
function begin(
  { options = {}, fixture, steps }: EvidenceRecord,
  connect: Connect,
): Connection | ValueDifference {
  let path = "options";
  try {
    const connection = connect(options, accountsOf(steps));
    path = "fixture";
    if (fixture) connection.aws.seed(fixture);
    return connection;
  } catch (thrown) {
    return { path, expected: "accepted", received: messageOf(thrown) };
  }
}

const accountsOf = (steps: readonly EvidenceStep[]): readonly string[] => [
  ...new Set(steps.flatMap(step => ("call" in step && step.in?.accountId) || [])),
];

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

async function takeStep(
  step: EvidenceStep,
  connection: Connection,
  variables: Variables,
): Promise<readonly ValueDifference[]> {
  if ("call" in step) return takeCall(step, connection, variables);
  const { aws } = connection;
  try {
    await ("settle" in step ? aws.settle() : aws.clock.advance(step.advance));
    return [];
  } catch (thrown) {
    return [{ path: "settle" in step ? "settle" : "advance", expected: "done", received: messageOf(thrown) }];
  }
}

async function takeCall(
  step: CallStep,
  connection: Connection,
  variables: Variables,
): Promise<readonly ValueDifference[]> {
  const { input = {}, in: place = {} } = step;
  const unknown = [...referencesIn({ input, place })].filter(name => !variables.has(name));
  if (unknown.length > 0) {
    const names = unknown.map(name => `\${${name}}`).join(", ");
    return [{ path: "input", expected: names, received: "no value, as the step that saves it failed" }];
  }
  const call = callOf(step, variables);
  let nearest = judge(step, await connection.send(call), variables);
  for (let repeats = 0; step.poll && nearest.length > 0 && repeats < longestPoll; repeats++) {
    const differences = judge(step, await connection.send(call), variables);
    if (differences.length < nearest.length) nearest = differences;
  }
  return nearest;
}

function callOf({ call, input = {}, in: place = {} }: CallStep, variables: Variables): EvidenceCall {
  const [service = "", operation = ""] = call.split(".");
  if (!isServiceName(service)) throw new Error(`${service} is no service of a record.`);
  const expanded = withDates(variables.expand(input));
  return {
    service,
    operation,
    input: isObject(expanded) ? expanded : {},
    place: Object.fromEntries(
      Object.entries(place).map(([name, value]) => [name, String(variables.expand(value))]),
    ),
  };
}

/** Replaces `{ $date }` by `Date`. */
function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (value instanceof Date || !isObject(value)) return value;
  const { $date } = value;
  if (typeof $date === "string") return new Date($date);
  if ($date instanceof Date) return $date;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withDates(member)]));
}

function judge(
  { output = {}, error, save = {} }: CallStep,
  answer: EvidenceAnswer,
  variables: Variables,
): readonly ValueDifference[] {
  if ("error" in answer) {
    return error
      ? differencesOf(expectedError(error, variables), receivedError(answer.error, error), "error")
      : [{ path: "error", expected: undefined, received: shown(answer.error) }];
  }
  if (error) return [{ path: "error", expected: error, received: undefined }];
  // Save first, since the expected output may refer to values of the same output.
  const missing = variables.save(answer.output, save).map(name => {
    const saved = save[name];
    const path = typeof saved === "object" ? saved.path : saved;
    return { path: `output.${path}`, expected: `a value for \${${name}}`, received: undefined };
  });
  const expected = variables.expand(output);
  return [...missing, ...differencesOf(expected, answer.output, "output")];
}

const expectedError = (error: ExpectedError, variables: Variables): unknown => variables.expand(error);

/** An error in the form of {@link ExpectedError}. */
function receivedError(
  { name, message, status, members }: Extract<EvidenceAnswer, { error: unknown }>["error"],
  expected: ExpectedError,
): object {
  const code = members["Code"] ?? members["ErrorCode"];
  return { name, code, status, message, ...(expected.members && { members }) };
}
