/**
 * An error that AWS would answer, as plain facts. Handlers throw it; an adapter turns it into the exception
 * class of the client in use.
 */
export class AwsError extends Error {
  override readonly name: string;
  /** The members the service adds to the error, such as `Code` or `FileSystemId`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string | undefined, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = name;
    this.members = members;
  }
}

/** Stable names of the ways in which the mock itself can be misused; `docs/errors.md` has an example of each. */
export type MockErrorCode =
  /** Another mock holds the client or class: call `restore()` on that one first, or use one mock for both. */
  | "ClassHeld"
  /** Time was to go back, or too far at once: roll back to a snapshot, or go in several steps. */
  | "ClockCannotMove"
  /** A matcher was given what it cannot look at, or wrong arguments: call it as the message shows. */
  | "InvalidExpectation"
  /** A fixture says what cannot be; nothing was seeded: correct each path that the message lists. */
  | "InvalidFixture"
  /** A value is none that the option, duration, date or job can have: give one that the message names. */
  | "InvalidOption"
  /** A document is no record of evidence, or its file cannot be read or written: correct what the message lists. */
  | "InvalidRecord"
  /** What was to be rolled back to is no snapshot: pass what `aws.snapshot()` returned, or its JSON read again. */
  | "InvalidSnapshot"
  /** A stub was to answer what its operation cannot: give members of the operation's output only. */
  | "InvalidStub"
  /** Work or listeners go on without end: let a listener stop, or move a bounded time with `aws.clock.advance`. */
  | "NeverSettles"
  /** What was attached is no client, or what was intercepted no class: clients go to `attach`, classes to `intercept`. */
  | "NotAClient"
  /** Another library's stub answers for the client: restore that stub first, or leave the client to it. */
  | "StubbedElsewhere"
  /** `aws.assertNoUnhandledCalls()` found calls that nobody answered: stub them, or leave them out. */
  | "UnhandledCalls"
  /** A command is of another service, or is none: take the mock off that client, or pass the command's class. */
  | "UnknownCommand"
  /** An id or ARN names nothing here: pass one that an answer shows, and look in its own place with `aws.in`. */
  | "UnknownThing"
  /** The operation is newer than this version: stub it with `aws.on(Command).resolves({ … })`. */
  | "UnsupportedOperation";

/**
 * Wrong use of the mock, never something that AWS would answer. The message reads "what failed: why; what to do".
 * `code` is stable and meant for programs.
 */
export class MockError extends Error {
  override readonly name: string = "MockError";
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What an error says, of whatever kind and realm it is. */
export const messageOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "message" in thrown
    ? String(thrown.message)
    : String(thrown);
