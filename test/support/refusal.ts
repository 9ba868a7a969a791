/** Where a refusal happened: an account, whose state is the very same object while nothing changes. */
interface Story {
  readonly aws: { readonly state: object };
}

/** What a call is refused with, once it is sure that the refusal changed nothing. */
export async function refusal({ aws }: Story, act: () => Promise<unknown>): Promise<Error> {
  const before = aws.state;
  const error: unknown = await act().then(
    () => new Error("It was not refused."),
    (thrown: unknown) => thrown,
  );
  expect(aws.state).toBe(before);
  return error instanceof Error ? error : new Error(String(error));
}

/** That a call is refused with an error of these members, and changed nothing. */
export async function refused(story: Story, act: () => Promise<unknown>, error: object): Promise<void> {
  expect(await refusal(story, act)).toEqual(expect.objectContaining(error));
}
