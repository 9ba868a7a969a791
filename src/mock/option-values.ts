import { MockError, quoted, sentence } from "../core/basics";

export const invalid = (option: string, value: unknown, why: string): MockError =>
  new MockError("InvalidOption", `Cannot make a mock with ${option} ${quoted(value)}: ${sentence(why)}`);
