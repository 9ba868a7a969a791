import { type CommandClass, commandFacts } from "../adapters/command";
import { MockError, matches, matchesExactly, type Place } from "../core/basics";
import { type Call, type CallLog, callOf, type LoggedCall, shown } from "../core/calls";

/** Which calls are meant: those of a command, whose input has at least some members, made at a place. */
export interface CallFilter {
  readonly Command?: CommandClass | undefined;
  readonly input?: unknown;
  /** Whether the input may have no other members. */
  readonly isExact?: boolean;
  /** Whether calls of a place are meant. */
  sees(place: Place): boolean;
}

/** The recorded calls that are meant, oldest first, as users see them. */
export function recordedCalls(
  log: CallLog,
  { Command, input, isExact = false, sees }: CallFilter,
): readonly Call[] {
  const compare = isExact ? matchesExactly : matches;
  const facts = Command && commandFacts(Command);
  const isMeant = (call: LoggedCall): boolean =>
    (!facts || (call.service === facts.service && call.operation === facts.operation)) &&
    sees(call.place) &&
    (input === undefined || compare(input, shown(call.input)));
  return log.all().filter(isMeant).map(callOf);
}

/** The nth recorded call, counted from 0, or from the end. */
export function nthCall(log: CallLog, n: number): Call {
  const calls = log.all();
  const call = calls.at(n);
  if (call) return callOf(call);
  throw new MockError(
    "InvalidExpectation",
    `Cannot read call ${n}: ${calls.length === 1 ? "1 call was" : `${calls.length} calls were`} recorded, and the first is call 0; choose one of them.`,
  );
}

/** The error that names the calls which nobody answered. */
export function unhandledCalls(calls: readonly LoggedCall[]): MockError {
  const counts = new Map<string, number>();
  for (const { service, operation } of calls) {
    const name = `${service} ${operation}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`));
  return new MockError(
    "UnhandledCalls",
    `${calls.length} unanswered ${calls.length === 1 ? "call" : "calls"}: ${names.join(", ")}: neither modelled nor stubbed; stub them with aws.on(…), or do not make them.`,
  );
}
