import { type AbortSignalLike, member } from "./sdk";

/** The error that the SDK's request handlers reject with when a call is aborted. */
export function abortError({ reason }: AbortSignalLike): Error {
  // Errors may come from another realm: jest's sandbox has its own Error.
  const isError = typeof member(reason, "message") === "string";
  const error = new Error(reason && !isError ? String(reason) : "Request aborted");
  error.name = "AbortError";
  if (isError) error.cause = reason;
  return error;
}

/** Rejects as soon as the signal is aborted. The promise goes on, like a request on its way, and its result is dropped. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignalLike): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(abortError(signal));
    // A fake may have aborted it before its first await.
    if (signal.aborted) abort();
    if (signal.addEventListener) signal.addEventListener("abort", abort, { once: true });
    else signal.onabort = abort;
    promise.then(resolve, reject).finally(() => signal.removeEventListener?.("abort", abort));
  });
}
