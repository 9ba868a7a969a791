import { MockError } from "../core/basics";
import type { EpochMs } from "../core/time";

/** On a `Date` of ours. Shared by every copy of this library in the process. */
const drivenMark = Symbol.for("aws-backup-mock.drivenDate");

const native = "function Date() { [native code] }";

/** Lets `Date` of this process tell a mock's time. */
export class DrivenDate {
  readonly #now: () => EpochMs;
  /** Puts the real `Date` back, while it is replaced. */
  #putBack: (() => void) | undefined;

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /** Replaces `Date`, unless this one has. Throws a {@link MockError} (`DateHeld`) if somebody else has. */
  start(): void {
    if (this.#putBack) return;
    const Real = globalThis.Date;
    if (Function.prototype.toString.call(Real) !== native) throw held(Real);
    let now = this.#now;
    const Driven = dateTelling(Real, () => now());
    replaceDate(Real, Driven);
    this.#putBack = () => {
      // A reference kept to it, or a replacement that wraps it, gets the real time from now on.
      now = () => Real.now();
      if (globalThis.Date === Driven) replaceDate(Driven, Real);
      Object.defineProperty(Real.prototype, "constructor", { value: Real });
    };
  }

  /** Puts the real `Date` back. */
  stop(): void {
    this.#putBack?.();
    this.#putBack = undefined;
  }
}

function replaceDate(before: DateConstructor, after: DateConstructor): void {
  globalThis.Date = after;
  // `date.constructor === Date` holds as before, for all dates of this process.
  Object.defineProperty(before.prototype, "constructor", { value: after });
}

/** `Date`, except for what time it is now. Its dates are real ones, so that `instanceof`, `Intl` and equality work. */
function dateTelling(Real: DateConstructor, now: () => EpochMs): DateConstructor {
  function Driven(...args: readonly unknown[]): Date | string {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, new.target);
  }
  const { prototype, ...statics } = Object.getOwnPropertyDescriptors(Real);
  return Object.defineProperties(Driven, {
    ...statics,
    prototype: { value: Real.prototype, writable: false },
    now: { value: now, writable: true, configurable: true },
    [drivenMark]: { value: true },
  }) as unknown as DateConstructor;
}

function held(Current: DateConstructor): MockError {
  const [why, what] = Object.hasOwn(Current, drivenMark)
    ? ["another mock drives it already", "call restore() on that mock first, in afterEach for instance"]
    : [
        "fake timers or another library have replaced it",
        'take them away first, or use mockAws({ clock: "system" }), which follows them',
      ];
  return new MockError("DateHeld", `Cannot drive Date: ${why}; ${what}.`);
}
