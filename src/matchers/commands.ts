import type { CommandFacts } from "../adapters/command";
import type { ObservedCall, Observer } from "../mock/observer";
import { Arguments } from "./arguments";
import { type Holds, holdsBy, type MatcherContext, type MatcherResult } from "./host";
import { type Finding, type Near, nearestOf, resultOf, type Said } from "./report";
import { callsSeenBy } from "./subject";

/** A call with its place among all calls, from 1. */
interface Numbered extends ObservedCall {
  readonly number: number;
}

/** What a matcher looks at: all calls, and how things are compared. */
interface Look {
  readonly calls: readonly Numbered[];
  readonly holds: Holds;
}

/** What a matcher finds out from its arguments and the calls; `hits` are the calls that it is about. */
interface Judgement extends Pick<Finding, "pass" | "claim" | "opposite"> {
  readonly hits: readonly Numbered[];
  readonly nearest?: () => Near | undefined;
}

type Judge = (given: Arguments, look: Look) => Judgement;

/** A function for `expect.extend`. */
export type Matcher = (this: MatcherContext, received: unknown, ...args: readonly unknown[]) => MatcherResult;

function commandMatcher(name: string, usage: string, judge: Judge): Matcher {
  return function matcher(received, ...args) {
    const observer = callsSeenBy(name, received);
    const calls = observer.calls().map((call, index) => ({ ...call, number: index + 1 }));
    const { hits, ...judged } = judge(new Arguments(name, usage, args), { calls, holds: holdsBy(this) });
    return resultOf(observer.name, this, { ...judged, ...evidence(observer, calls, hits) });
  };
}

const evidence = (
  { name }: Observer,
  calls: readonly Numbered[],
  hits: readonly Numbered[],
): Pick<Finding, "found" | "exhibits"> => ({
  found: `${sentenceOf(name)} received ${calls.length === 0 ? "no calls" : calls.length === 1 ? "1 call" : `${calls.length} calls`}`,
  exhibits: () =>
    calls.map(call => ({ title: `${call.operation}Command`, shown: call.input, hit: hits.includes(call) })),
});

const sentenceOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const isOf =
  ({ service, operation }: CommandFacts) =>
  (call: ObservedCall): boolean =>
    call.operation === operation && call.service === service;

const nameOf = ({ operation }: CommandFacts): string => `${operation}Command`;

const timesOf = (times: number): string => (times === 1 ? "exactly once" : `exactly ${times} times`);

const nth = (number: number): string => {
  const suffix = /1[1-3]$/.test(String(number)) ? undefined : ["st", "nd", "rd"][(number % 10) - 1];
  return `${number}${suffix ?? "th"}`;
};

/** Whether a call has at least this input. */
const fits = (call: ObservedCall, input: object, { holds }: Look): boolean => holds(call.input, input);

const nearestCall =
  (candidates: readonly Numbered[], input: object, { holds }: Look) =>
  (): Near | undefined => {
    const best = nearestOf(candidates, input, call => call.input, holds);
    return best && { number: best.number, actual: best.input, expected: input };
  };

const withInput = (command: CommandFacts, input: object): readonly Said[] => [
  `${nameOf(command)} with `,
  { value: input },
];

const times = (command: CommandFacts, number: number, { calls }: Look): Judgement => {
  const hits = calls.filter(isOf(command));
  return {
    pass: hits.length === number,
    claim: [`to have received ${nameOf(command)} ${timesOf(number)}`],
    hits,
  };
};

/** A certain call: the third of all, or the last of a command. */
function certainCall(
  call: Numbered | undefined,
  which: string,
  command: CommandFacts,
  input: object,
  look: Look,
): Judgement {
  const isRight = call !== undefined && isOf(command)(call);
  return {
    pass: isRight && fits(call, input, look),
    claim: ["to have received ", ...withInput(command, input), ` as ${which}`],
    hits: call ? [call] : [],
    nearest: nearestCall(isRight ? [call] : [], input, look),
  };
}

const nthOfCommand = (number: number, command: CommandFacts, input: object, look: Look): Judgement => {
  const call = look.calls.filter(isOf(command))[number - 1];
  return certainCall(call, `its ${nth(number)} ${nameOf(command)}`, command, input, look);
};

export const toHaveReceivedAnyCommand = commandMatcher("toHaveReceivedAnyCommand", "", (given, { calls }) => {
  given.end("to ask for a certain command, use toHaveReceivedCommand(Command)");
  return { pass: calls.length > 0, claim: ["to have received any command"], hits: calls };
});

export const toHaveReceivedCommand = commandMatcher(
  "toHaveReceivedCommand",
  "Command",
  (given, { calls }) => {
    const command = given.command();
    given.end("to ask for an input, use toHaveReceivedCommandWith(Command, input)");
    const hits = calls.filter(isOf(command));
    return { pass: hits.length > 0, claim: [`to have received ${nameOf(command)}`], hits };
  },
);

export const toHaveReceivedCommandOnce = commandMatcher(
  "toHaveReceivedCommandOnce",
  "Command",
  (given, look) => {
    const command = given.command();
    given.end("to ask for an input, use toHaveReceivedCommandExactlyOnceWith(Command, input)");
    return times(command, 1, look);
  },
);

export const toHaveReceivedCommandTimes = commandMatcher(
  "toHaveReceivedCommandTimes",
  "Command, times",
  (given, look) => {
    const command = given.command();
    const number = given.number("times", 0);
    given.end();
    return times(command, number, look);
  },
);

export const toHaveReceivedCommandWith = commandMatcher(
  "toHaveReceivedCommandWith",
  "Command, input",
  (given, look) => {
    const command = given.command();
    const input = given.part("the input");
    given.end();
    const ofCommand = look.calls.filter(isOf(command));
    const hits = ofCommand.filter(call => fits(call, input, look));
    return {
      pass: hits.length > 0,
      claim: ["to have received ", ...withInput(command, input)],
      hits,
      nearest: nearestCall(ofCommand, input, look),
    };
  },
);

export const toHaveReceivedCommandExactlyOnceWith = commandMatcher(
  "toHaveReceivedCommandExactlyOnceWith",
  "Command, input",
  (given, look) => {
    const command = given.command();
    const input = given.part("the input");
    given.end();
    const hits = look.calls.filter(isOf(command));
    const fitting = hits.filter(call => fits(call, input, look));
    return {
      pass: hits.length === 1 && fitting.length === 1,
      claim: [`to have received ${nameOf(command)} exactly once, and that with `, { value: input }],
      hits,
      nearest: nearestCall(fitting.length === 0 ? hits : [], input, look),
    };
  },
);

/** `(2, Command, input)` is the second call of all, `(Command, 2, input)` the second one of that command. */
export const toHaveReceivedNthCommandWith = commandMatcher(
  "toHaveReceivedNthCommandWith",
  "n, Command, input",
  (given, look) => {
    if (!given.nextIsNumber) {
      const command = given.command();
      const number = given.number("n", 1);
      const input = given.part("the input");
      given.end();
      return nthOfCommand(number, command, input, look);
    }
    const number = given.number("n", 1);
    const command = given.command();
    const input = given.part("the input");
    given.end();
    return certainCall(look.calls[number - 1], `its ${nth(number)} call`, command, input, look);
  },
);

export const toHaveReceivedNthSpecificCommandWith = commandMatcher(
  "toHaveReceivedNthSpecificCommandWith",
  "n, Command, input",
  (given, look) => {
    const number = given.number("n", 1);
    const command = given.command();
    const input = given.part("the input");
    given.end();
    return nthOfCommand(number, command, input, look);
  },
);

export const toHaveReceivedLastCommandWith = commandMatcher(
  "toHaveReceivedLastCommandWith",
  "Command, input",
  (given, look) => {
    const command = given.command();
    const input = given.part("the input");
    given.end();
    const last = look.calls.filter(isOf(command)).at(-1);
    return certainCall(last, `its last ${nameOf(command)}`, command, input, look);
  },
);

export const toHaveReceivedNoOtherCommands = commandMatcher(
  "toHaveReceivedNoOtherCommands",
  "[Command, …]",
  (given, { calls }) => {
    const expected = given.more ? given.commands() : [];
    given.end("give all commands in one list");
    const others = calls.filter(call => !expected.some(command => isOf(command)(call)));
    const than =
      expected.length > 0 ? `other commands than ${expected.map(nameOf).join(", ")}` : "any command";
    return {
      pass: others.length === 0,
      claim: [expected.length > 0 ? `to have received no ${than}` : "to have received no command"],
      opposite: [`to have received ${than}`],
      hits: others,
    };
  },
);
