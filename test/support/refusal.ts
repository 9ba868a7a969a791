/** An account; its state is the same object as long as nothing changes. */
interface Account {
  readonly aws: { readonly state: object };
}

/** The error that a call fails with, after checking that the call changed nothing. */
export async function refusal({ aws }: Account, act: () => Promise<unknown>): Promise<Error> {
  const before = aws.state;
  const error: unknown = await act().then(
    () => new Error("The call succeeded."),
    (thrown: unknown) => thrown,
  );
  expect(aws.state).toBe(before);
  return error instanceof Error ? error : new Error(String(error));
}

/** Expects a call to fail with an error that has these members, and to change nothing. */
export async function refused(account: Account, act: () => Promise<unknown>, error: object): Promise<void> {
  expect(await refusal(account, act)).toEqual(expect.objectContaining(error));
}
