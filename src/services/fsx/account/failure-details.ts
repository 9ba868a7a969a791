/** A failure's message, as `FailureDetails` and `LifecycleTransitionReason` show it. */
export const failureDetails = (Message: string | undefined): { readonly Message: string } | undefined =>
  Message === undefined ? undefined : { Message };
