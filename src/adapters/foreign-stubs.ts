import { MockError } from "../core/basics";
import { member } from "./sdk";

/** Refuses to take over a `send` that another library has stubbed: that stub would win silently. */
export function refuseStub(send: unknown, name: string): void {
  if (!isStub(send)) return;
  throw new MockError(
    "StubbedElsewhere",
    `Cannot take over ${name}: its send is already a stub, such as aws-sdk-client-mock makes, which would answer first; restore that stub, or use only that one.`,
  );
}

/** Sinon marks its stubs and spies; spies pass calls through. */
const isStub = (send: unknown): boolean =>
  member(send, "isSinonProxy") === true && typeof member(send, "callsFake") === "function";
