import { type CommandClass, commandFacts } from "../adapters/command";
import { matches, type Place } from "../core/basics";
import { type Call, type CallLog, callOf, type LoggedCall, shown } from "../core/calls";

/** Which calls are meant: those of a command, whose input has at least some members, made at a place. */
export interface CallFilter {
  readonly Command?: CommandClass | undefined;
  readonly input?: unknown;
  /** Whether calls of a place are meant. */
  sees(place: Place): boolean;
}

/** The recorded calls that are meant, oldest first, as users see them. */
export function recordedCalls(log: CallLog, { Command, input, sees }: CallFilter): readonly Call[] {
  const facts = Command && commandFacts(Command);
  const isMeant = (call: LoggedCall): boolean =>
    (!facts || (call.service === facts.service && call.operation === facts.operation)) &&
    sees(call.place) &&
    (input === undefined || matches(input, shown(call.input)));
  return log.all().filter(isMeant).map(callOf);
}
