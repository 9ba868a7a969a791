/** An operation of which only its account is known, as it was looked up by name. */
interface AnyOperation<A, Output extends object> {
  handle(input: never, account: A): Output;
}

/**
 * Runs an operation with an input that was read, or made, by the operation's own model. The model sees to what the
 * compiler cannot know here: that the input is of the type that the handler was written for.
 */
export const runOperation = <A, Output extends object>(
  operation: AnyOperation<A, Output>,
  input: object,
  account: A,
): Output => operation.handle(input as never, account);
