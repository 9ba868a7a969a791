import { abortError, orAborted } from "./abort";
import { identityOf } from "./client-identity";
import { serviceOfClient } from "./client-names";
import { Connection } from "./connection";
import { middlewareName } from "./kept-handlers";
import type { SdkContext, SdkHandler } from "./sdk";
import { type Route, SdkCall } from "./sdk-call";
import type { Target } from "./target";

/** Runs first in the stack, before the SDK looks for a Region or credentials and before it serializes. */
export const middlewareOptions = {
  /** The first step of the SDK's middleware stack. */
  step: "initialize",
  /** Before other middleware of the step. */
  priority: "high",
  /** The name under which `middlewareStack.remove` finds the middleware. */
  name: middlewareName,
  /** Adding the middleware again replaces it. */
  override: true,
} as const;

/** Middleware for `initialize`, for the types of any version of the SDK. */
export type Middleware = <Args, Result>(
  next: (args: Args) => Promise<Result>,
  context: object,
) => (args: Args) => Promise<Result>;

/** A plugin for `client.middlewareStack.use`. */
export interface Plugin {
  /** Adds the middleware to a stack. */
  applyToStack(stack: { add(middleware: Middleware, options: typeof middlewareOptions): void }): void;
}

/** What a user adds to clients by hand. */
export interface ByHand {
  readonly middleware: Middleware;
  readonly plugin: Plugin;
  /** Disables the middleware in all clients. Middleware that is read afterwards is new and works. */
  remove(): void;
}

/** Middleware and plugin for clients that the mock does not know. */
export function createMiddleware(target: Target): ByHand {
  let connection = new Connection(() => target);
  let middleware = middlewareOf(connection);
  return {
    get middleware() {
      return middleware;
    },
    plugin: { applyToStack: stack => stack.add(middleware, middlewareOptions) },
    remove: () => {
      connection.disconnect();
      connection = new Connection(() => target);
      middleware = middlewareOf(connection);
    },
  };
}

/** Answers every command instead of the SDK; passes commands on once the connection is closed. */
export function middlewareOf(connection: Connection): Middleware {
  function middleware<Args, Result>(
    next: (args: Args) => Promise<Result>,
    context: object,
  ): (args: Args) => Promise<Result>;
  function middleware(next: SdkHandler, context: SdkContext): SdkHandler {
    const { clientName = "", commandName = "" } = context;
    const route: Route = {
      service: serviceOfClient(clientName),
      operation: commandName.replace(/Command$/, ""),
      context,
      client: connection.client,
      caller: connection.client && identityOf(connection.client),
    };
    const handler: SdkHandler = args => {
      const target = connection.targetOfCalls;
      if (!target) return next(args);
      connection.handlers?.came(args, handler);
      const signal = connection.signalOf(args, context);
      if (signal?.aborted) return Promise.reject(abortError(signal));
      const place = connection.placeIn(target);
      const result =
        "then" in place
          ? place.then(function later(known) {
              return new SdkCall(route, args, known).sendTo(target, later);
            })
          : new SdkCall(route, args, place).sendTo(target, handler);
      return signal ? orAborted(result, signal) : result;
    };
    return handler;
  }
  return middleware;
}
