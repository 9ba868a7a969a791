import { ownerOfClient } from "../adapters/hook";
import { MockError } from "../core/basics";
import { type Observer, observerOf } from "../mock/observer";

/** The observer of the received mock, place or client, for matchers on calls. Refuses a mock that records no calls. */
export function callObserver(matcher: string, received: unknown): Observer {
  const observer = observerOf(received) ?? observerOfClient(received);
  if (!observer) {
    throw new MockError(
      "InvalidExpectation",
      `Cannot check ${matcher} on ${describe(received)}: it is neither a mock nor a client that talks to one; use expect(aws), expect(aws.in({ … })), or a client given to aws.attach or of a class given to aws.intercept.`,
    );
  }
  if (!observer.recording) {
    throw new MockError(
      "InvalidExpectation",
      `Cannot check ${matcher}: this mock does not record calls; make it with recordCalls: true.`,
    );
  }
  return observer;
}

/** The observer of the received mock or place, for matchers on records and events. Refuses clients. */
export function stateObserver(matcher: string, received: unknown): Observer {
  const observer = observerOf(received);
  if (observer) return observer;
  const why = observerOfClient(received) ? "a client has calls, but no state" : "it is not a mock";
  throw new MockError(
    "InvalidExpectation",
    `Cannot check ${matcher} on ${describe(received)}: ${why}; use expect(aws) or expect(aws.in({ … })).`,
  );
}

function observerOfClient(received: unknown): Observer | undefined {
  const owner = ownerOfClient(received);
  return typeof received === "object" && received !== null
    ? observerOf(owner)?.ofClient(received)
    : undefined;
}

function describe(value: unknown): string {
  if (typeof value === "function") return value.name || "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const name = value.constructor?.name;
  return name === undefined || name === "Object" ? "an object" : `a ${name}`;
}
