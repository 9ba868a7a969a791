/** An operation found by name: only the type of its account is known. */
interface AnyOperation<A, Output extends object> {
  handle(input: never, account: A): Output;
}

/**
 * Runs an operation with an input that its model has read or made. The model guarantees what the compiler cannot know
 * here: that the input has the type the handler expects.
 */
export const runOperation = <A, Output extends object>(
  operation: AnyOperation<A, Output>,
  input: object,
  account: A,
): Output => operation.handle(input as never, account);
