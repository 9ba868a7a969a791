import { MockError } from "../core/basics";
import { member } from "./sdk";

/** Refuses to take over a `send` that a stub answers: the stub would win, and nothing would tell. */
export function refuseStub(send: unknown, what: string): void {
  if (!isStub(send)) return;
  throw new MockError(
    "StubbedElsewhere",
    `Cannot take over ${what}: its send is a stub already, as aws-sdk-client-mock makes them, and would answer first; restore that stub, or leave this one to it.`,
  );
}

/** Sinon marks what it makes; unlike its stubs, its spies let calls through. */
const isStub = (send: unknown): boolean =>
  member(send, "isSinonProxy") === true && typeof member(send, "callsFake") === "function";
