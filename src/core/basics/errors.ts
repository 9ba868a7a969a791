import { beginAtUser } from "./stack";

/** An error of AWS, as plain facts. Handlers throw it; adapters turn it into the exception class of the client. */
export class AwsError extends Error {
  override readonly name: string;
  /** Further members of the error, such as `Code` or `FileSystemId`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string | undefined, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = name;
    this.members = members;
  }
}

/** Stable codes of misuse of the mock; `docs/errors.md` has an example of each. */
export type MockErrorCode =
  /** Another mock holds the client or class: call its `restore()` first, or use one mock. */
  | "ClassHeld"
  /** Time cannot go back, nor that far: roll back to a snapshot, or move in several steps. */
  | "ClockCannotMove"
  /** Another mock, or fake timers, have replaced `Date`: call `restore()` on that mock, or use `clock: "system"`. */
  | "DateHeld"
  /** A matcher received a wrong subject or argument: call it as the message shows. */
  | "InvalidExpectation"
  /** The edit cannot be made; nothing changed: change members that the service shows, to values it has. */
  | "InvalidEdit"
  /** The fixture is invalid; nothing was seeded: correct each path that the message lists. */
  | "InvalidFixture"
  /** A template, plan or dump cannot be read: correct what the message lists; nothing was seeded. */
  | "InvalidInfrastructure"
  /** Invalid value of an option, duration, date or job: give one that the message names. */
  | "InvalidOption"
  /** Not a valid record, or its file cannot be read or written: correct what the message lists. */
  | "InvalidRecord"
  /** Invalid snapshot: pass what `aws.snapshot()` returned, or its parsed JSON. */
  | "InvalidSnapshot"
  /** The stub's answer is not a possible output: give members of the operation's output only. */
  | "InvalidStub"
  /** A change was made inside another one, for example by a duration function: only read there. */
  | "NestedChange"
  /** Work or listeners never end: stop a listener, or move a bounded time with `aws.clock.advance`. */
  | "NeverSettles"
  /** This runtime has no `AsyncLocalStorage`, which boundaries need: run the tests one after another. */
  | "NoAsyncContext"
  /** Not a client or client class: pass clients to `attach`, classes to `intercept`. */
  | "NotAClient"
  /** A call was repeated over and over while time stood still: move the clock, or release the hold. */
  | "NothingChanges"
  /** `aws.assertNoPending()` found outcomes or stubs that nothing used: see which call or record missed them. */
  | "PendingOutcomes"
  /** The mock was reset before a delayed stub answered: await the call before `aws.reset()`. */
  | "ResetMeanwhile"
  /** Another library stubs the client: restore that stub first, or leave the client to it. */
  | "StubbedElsewhere"
  /** `aws.assertNoUnhandledCalls()` found unanswered calls: stub them, or do not make them. */
  | "UnhandledCalls"
  /** Not a command of these services: disconnect the mock from that client, or pass the command's class. */
  | "UnknownCommand"
  /** No record has this id or ARN here: pass one from an answer, or look in its own place with `aws.in`. */
  | "UnknownId"
  /** `aws.onUnstubbed("error")` is set, and no stub matches the command: stub it, or let the model answer. */
  | "UnstubbedCall"
  /** The operation is newer than this version: stub it with `aws.on(Command).resolves({ … })`. */
  | "UnsupportedOperation";

/**
 * Misuse of the mock, never an answer of AWS. The message reads "what failed: why; what to do".
 *
 * @example
 * if (error instanceof MockError && error.code === "InvalidFixture") console.error(error.message);
 */
export class MockError extends Error {
  /** Always `MockError`. */
  override readonly name: string = "MockError";
  /** A stable code, for programs. */
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string) {
    super(message);
    this.code = code;
    beginAtUser(this);
  }
}

/** The message of a thrown value, of any kind and realm. */
export const messageOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "message" in thrown
    ? String(thrown.message)
    : String(thrown);
