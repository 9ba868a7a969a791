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

/** Stable names of the ways in which the mock itself can be misused. */
export type MockErrorCode =
  | "ClassHeld"
  | "ClockCannotMove"
  | "InvalidExpectation"
  | "InvalidFixture"
  | "InvalidOption"
  | "InvalidSnapshot"
  | "InvalidStub"
  | "NeverSettles"
  | "NotAClient"
  | "StubbedElsewhere"
  | "UnhandledCalls"
  | "UnknownCommand"
  | "UnknownThing"
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
