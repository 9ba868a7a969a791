import { lendMethod, type Method } from "./lent-member";
import { isObject, member } from "./sdk";

/** Lets time pass in place of a timer. Undefined while the client talks to no mock: then timers are real. */
export interface LentTime {
  now(): number | undefined;
  pass(milliseconds: number): Promise<void> | undefined;
}

/**
 * Lets the retries of a client wait on a mock's clock. Retry strategies differ between versions of the SDK, and each sets
 * its timer at another point, but always in the statements that follow the same few methods. There, and only until the
 * running code awaits, `setTimeout` stands for the mock's clock. Delays, and what the SDK says of them, stay its own.
 */
export function lendRetryTime(config: object, time: LentTime): () => void {
  const known = new WeakMap<object, () => void>();
  let takeLast = (): void => {};
  const takeProvider = lendMethod(config, "retryStrategy", original => async () => {
    const strategy = await original();
    // The oldest versions make a strategy for each call, later ones keep it.
    if (isObject(strategy)) {
      takeLast = known.get(strategy) ?? lendStrategyTime(strategy, time);
      known.set(strategy, takeLast);
    }
    return strategy;
  });
  return () => {
    takeProvider();
    takeLast();
  };
}

function lendStrategyTime(strategy: object, time: LentTime): () => void {
  const standard = member(strategy, "standardRetryStrategy") ?? strategy;
  const limiter = member(strategy, "rateLimiter");
  const takers = [
    // In the oldest versions, in the strategy's own loop.
    lendMethod(strategy, "delayDecider", announced(time)),
    // Later, in the SDK's loop, by the token of the retry …
    lendMethod(strategy, "refreshRetryTokenForRetry", original => async (...args) => {
      const token = await original(...args);
      lendMethod(token, "getRetryDelay", announced(time));
      return token;
    }),
    // … and in versions of 2026, in the strategy, as it makes the token.
    lendMethod(member(standard, "retryBackoffStrategy"), "computeNextBackoffDelay", announced(time)),
    // The rate limiter of adaptive mode counts by the date, and waits for its next token.
    lendMethod(limiter, "getCurrentTimeInSeconds", original => () => {
      const now = time.now();
      return now === undefined ? original() : now / 1000;
    }),
    lendMethod(limiter, "getSendToken", original => (...args) => {
      const timers: readonly Timer[] = [globalTimer, [member(limiter, "constructor"), "setTimeoutFn"]];
      const putBack = lendTimers(timers, time);
      try {
        return original(...args);
      } finally {
        putBack();
      }
    }),
  ];
  return () => {
    for (const take of takers) take();
  };
}

/** Makes a method whose result is a delay, for which its caller sets a timer before it awaits anything. */
const announced =
  (time: LentTime) =>
  (original: Method): Method =>
  (...args) => {
    const delay = original(...args);
    void Promise.resolve().then(lendTimers([globalTimer], time, delay));
    return delay;
  };

/** A function that sets timers: its owner and its name. */
type Timer = readonly [owner: unknown, name: string];

const globalTimer: Timer = [globalThis, "setTimeout"];

/** Lends functions that set timers, for one timer, of this delay if one is given. */
function lendTimers(timers: readonly Timer[], time: LentTime, delay?: unknown): () => void {
  const putBack = (): void => {
    for (const take of takers) take();
  };
  const takers = timers.map(([owner, name]) =>
    lendMethod(owner, name, original => (callback, milliseconds, ...args) => {
      const isMeant = delay === undefined || milliseconds === delay;
      // Passing time may need a real timer.
      if (isMeant) putBack();
      const passing = isMeant ? time.pass(Math.ceil(Number(milliseconds))) : undefined;
      if (!passing || typeof callback !== "function") return original(callback, milliseconds, ...args);
      return passing.then(() => callback(...args));
    }),
  );
  return putBack;
}
