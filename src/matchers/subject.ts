import { ownerOfClient } from "../adapters/hook";
import { MockError } from "../core/basics";
import { type Observer, observerOf } from "../mock/observer";

/** Whose calls are looked at: a mock's, a place's, or those of a client that talks to a mock. */
export function callsSeenBy(matcher: string, received: unknown): Observer {
  const observer = observerOf(received) ?? clientWitness(received);
  if (!observer) {
    throw new MockError(
      "InvalidExpectation",
      `Cannot check ${matcher} of ${describe(received)}: it is no mock, and no client that talks to one; expect of aws, of aws.in({ … }), or of a client that was given to aws.attach or whose class was given to aws.intercept.`,
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

/** Whose things and events are looked at: a mock's, or a place's. */
export function worldSeenBy(matcher: string, received: unknown): Observer {
  const observer = observerOf(received);
  if (observer) return observer;
  throw new MockError(
    "InvalidExpectation",
    `Cannot check ${matcher} of ${describe(received)}: ${clientWitness(received) ? "a client knows what it was asked, not what there is" : "it is no mock"}; expect of aws, or of aws.in({ … }).`,
  );
}

function clientWitness(received: unknown): Observer | undefined {
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
