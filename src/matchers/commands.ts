import type { CommandFacts } from "../adapters/command";
import type { ObservedCall, Observer } from "../mock/observer";
import { Arguments } from "./arguments";
import { type MatcherContext, type MatcherResult, type PartialEquality, partialEqualityOf } from "./host";
import { callObserver } from "./observers";
import { type ClosestItem, type MessagePart, type Report, resultOf } from "./report";
import { mostSimilar } from "./similarity";

/** A call with its number among all calls, from 1. */
interface NumberedCall extends ObservedCall {
  readonly number: number;
}

/** All calls, and the equality of the host. */
interface ReceivedCalls {
  readonly calls: readonly NumberedCall[];
  readonly equal: PartialEquality;
}

/** The result of a check; `matched` are the calls that a failure points at. */
interface CallCheck extends Pick<Report, "pass" | "expectation" | "negatedExpectation"> {
  readonly matched: readonly NumberedCall[];
  readonly closest?: () => ClosestItem | undefined;
}

type CheckCalls = (args: Arguments, received: ReceivedCalls) => CallCheck;

/** A function for `expect.extend`. */
export type Matcher = (this: MatcherContext, received: unknown, ...args: readonly unknown[]) => MatcherResult;

function commandMatcher(name: string, usage: string, check: CheckCalls): Matcher {
  return function matcher(received, ...args) {
    const observer = callObserver(name, received);
    const calls = observer.calls().map((call, index) => ({ ...call, number: index + 1 }));
    const { matched, ...result } = check(new Arguments(name, usage, args), {
      calls,
      equal: partialEqualityOf(this),
    });
    return resultOf(observer.name, this, { ...result, ...listingOf(observer, calls, matched) });
  };
}

function listingOf(
  { name }: Observer,
  calls: readonly NumberedCall[],
  matched: readonly NumberedCall[],
): Pick<Report, "summary" | "items"> {
  const isOneTime = new Set(calls.map(({ time }) => time.getTime())).size <= 1;
  const count = calls.length === 0 ? "no calls" : calls.length === 1 ? "1 call" : `${calls.length} calls`;
  return {
    summary: `${capitalize(name)} received ${count}`,
    items: () =>
      calls.map(call => ({
        title: `${isOneTime ? "" : `${call.time.toISOString()} `}${call.operation}Command`,
        value: call.input,
        matched: matched.includes(call),
      })),
  };
}

const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isCallOf =
  ({ service, operation }: CommandFacts) =>
  (call: ObservedCall): boolean =>
    call.operation === operation && call.service === service;

const nameOf = ({ operation }: CommandFacts): string => `${operation}Command`;

const exactly = (times: number): string => (times === 1 ? "exactly once" : `exactly ${times} times`);

const ordinal = (number: number): string => {
  const suffix = /1[1-3]$/.test(String(number)) ? undefined : ["st", "nd", "rd"][(number % 10) - 1];
  return `${number}${suffix ?? "th"}`;
};

/** Whether a call has at least this input. */
const hasInput = (call: ObservedCall, input: object, { equal }: ReceivedCalls): boolean =>
  equal(call.input, input);

const closestCall =
  (candidates: readonly NumberedCall[], input: object, { equal }: ReceivedCalls) =>
  (): ClosestItem | undefined => {
    const best = mostSimilar(candidates, input, call => call.input, equal);
    return best && { number: best.number, actual: best.input, expected: input };
  };

const withInput = (command: CommandFacts, input: object): readonly MessagePart[] => [
  `${nameOf(command)} with `,
  { value: input },
];

function checkTimes(command: CommandFacts, times: number, { calls }: ReceivedCalls): CallCheck {
  const matched = calls.filter(isCallOf(command));
  return {
    pass: matched.length === times,
    expectation: [`to have received ${nameOf(command)} ${exactly(times)}`],
    matched,
  };
}

/** Checks one given call, such as the third of all or the last of a command. `position` names it in the message. */
function checkCallAt(
  call: NumberedCall | undefined,
  position: string,
  command: CommandFacts,
  input: object,
  received: ReceivedCalls,
): CallCheck {
  const isOfCommand = call !== undefined && isCallOf(command)(call);
  return {
    pass: isOfCommand && hasInput(call, input, received),
    expectation: ["to have received ", ...withInput(command, input), ` as ${position}`],
    matched: call ? [call] : [],
    closest: closestCall(isOfCommand ? [call] : [], input, received),
  };
}

function checkNthOfCommand(
  n: number,
  command: CommandFacts,
  input: object,
  received: ReceivedCalls,
): CallCheck {
  const call = received.calls.filter(isCallOf(command))[n - 1];
  return checkCallAt(call, `its ${ordinal(n)} ${nameOf(command)}`, command, input, received);
}

export const toHaveReceivedAnyCommand = commandMatcher("toHaveReceivedAnyCommand", "", (args, { calls }) => {
  args.end("for one command, use toHaveReceivedCommand(Command)");
  return { pass: calls.length > 0, expectation: ["to have received any command"], matched: calls };
});

export const toHaveReceivedCommand = commandMatcher("toHaveReceivedCommand", "Command", (args, { calls }) => {
  const command = args.command();
  args.end("to check the input, use toHaveReceivedCommandWith(Command, input)");
  const matched = calls.filter(isCallOf(command));
  return { pass: matched.length > 0, expectation: [`to have received ${nameOf(command)}`], matched };
});

export const toHaveReceivedCommandOnce = commandMatcher(
  "toHaveReceivedCommandOnce",
  "Command",
  (args, received) => {
    const command = args.command();
    args.end("to check the input, use toHaveReceivedCommandExactlyOnceWith(Command, input)");
    return checkTimes(command, 1, received);
  },
);

export const toHaveReceivedCommandTimes = commandMatcher(
  "toHaveReceivedCommandTimes",
  "Command, times",
  (args, received) => {
    const command = args.command();
    const times = args.integer("times", 0);
    args.end();
    return checkTimes(command, times, received);
  },
);

export const toHaveReceivedCommandWith = commandMatcher(
  "toHaveReceivedCommandWith",
  "Command, input",
  (args, received) => {
    const command = args.command();
    const input = args.partial("the input");
    args.end();
    const ofCommand = received.calls.filter(isCallOf(command));
    const matched = ofCommand.filter(call => hasInput(call, input, received));
    return {
      pass: matched.length > 0,
      expectation: ["to have received ", ...withInput(command, input)],
      matched,
      closest: closestCall(ofCommand, input, received),
    };
  },
);

export const toHaveReceivedCommandExactlyOnceWith = commandMatcher(
  "toHaveReceivedCommandExactlyOnceWith",
  "Command, input",
  (args, received) => {
    const command = args.command();
    const input = args.partial("the input");
    args.end();
    const ofCommand = received.calls.filter(isCallOf(command));
    const withThisInput = ofCommand.filter(call => hasInput(call, input, received));
    return {
      pass: ofCommand.length === 1 && withThisInput.length === 1,
      expectation: [`to have received ${nameOf(command)} exactly once, with `, { value: input }],
      matched: ofCommand,
      closest: closestCall(withThisInput.length === 0 ? ofCommand : [], input, received),
    };
  },
);

/** `(2, Command, input)` is the second of all calls, `(Command, 2, input)` the second call of that command. */
export const toHaveReceivedNthCommandWith = commandMatcher(
  "toHaveReceivedNthCommandWith",
  "n, Command, input",
  (args, received) => {
    if (!args.nextIsNumber) {
      const command = args.command();
      const n = args.integer("n", 1);
      const input = args.partial("the input");
      args.end();
      return checkNthOfCommand(n, command, input, received);
    }
    const n = args.integer("n", 1);
    const command = args.command();
    const input = args.partial("the input");
    args.end();
    return checkCallAt(received.calls[n - 1], `its ${ordinal(n)} call`, command, input, received);
  },
);

export const toHaveReceivedNthSpecificCommandWith = commandMatcher(
  "toHaveReceivedNthSpecificCommandWith",
  "n, Command, input",
  (args, received) => {
    const n = args.integer("n", 1);
    const command = args.command();
    const input = args.partial("the input");
    args.end();
    return checkNthOfCommand(n, command, input, received);
  },
);

export const toHaveReceivedLastCommandWith = commandMatcher(
  "toHaveReceivedLastCommandWith",
  "Command, input",
  (args, received) => {
    const command = args.command();
    const input = args.partial("the input");
    args.end();
    const last = received.calls.filter(isCallOf(command)).at(-1);
    return checkCallAt(last, `its last ${nameOf(command)}`, command, input, received);
  },
);

export const toHaveReceivedNoOtherCommands = commandMatcher(
  "toHaveReceivedNoOtherCommands",
  "[Command, …]",
  (args, { calls }) => {
    const expected = args.hasMore ? args.commands() : [];
    args.end("give all commands in one list");
    const others = calls.filter(call => !expected.some(command => isCallOf(command)(call)));
    const names = expected.map(nameOf).join(", ");
    return {
      pass: others.length === 0,
      expectation: [
        names ? `to have received no commands other than ${names}` : "to have received no commands",
      ],
      negatedExpectation: [
        names ? `to have received a command other than ${names}` : "to have received any command",
      ],
      matched: others,
    };
  },
);
