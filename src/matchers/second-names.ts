import type { SecondNames } from "./aws-matchers";
import * as commands from "./commands";

/** The matchers on calls under their second names. */
export const secondNames: Readonly<Record<keyof SecondNames, commands.Matcher>> = {
  toReceiveAnyCommand: commands.toHaveReceivedAnyCommand,
  toReceiveCommand: commands.toHaveReceivedCommand,
  toReceiveCommandOnce: commands.toHaveReceivedCommandOnce,
  toReceiveCommandTimes: commands.toHaveReceivedCommandTimes,
  toReceiveCommandWith: commands.toHaveReceivedCommandWith,
  toReceiveCommandExactlyOnceWith: commands.toHaveReceivedCommandExactlyOnceWith,
  toReceiveNthCommandWith: commands.toHaveReceivedNthCommandWith,
  toReceiveNthSpecificCommandWith: commands.toHaveReceivedNthSpecificCommandWith,
  toReceiveLastCommandWith: commands.toHaveReceivedLastCommandWith,
  toReceiveNoOtherCommands: commands.toHaveReceivedNoOtherCommands,
};
