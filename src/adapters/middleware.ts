import { abortError, orAborted } from "./abort";
import { serviceOfClient } from "./client-names";
import { Line } from "./line";
import type { SdkContext, SdkHandler } from "./sdk";
import { type Route, SdkCall } from "./sdk-call";
import type { Target } from "./target";

/** First of all at `initialize`: no Region, no credentials and no serialiser have a say before. */
export const middlewareOptions = {
  step: "initialize",
  priority: "high",
  name: "awsBackupMock",
  override: true,
} as const;

/** Middleware for `initialize`, whatever types the SDK's own version gives to what goes through it. */
export type Middleware = <Args, Result>(
  next: (args: Args) => Promise<Result>,
  context: object,
) => (args: Args) => Promise<Result>;

/** A plugin for `client.middlewareStack.use`. */
export interface Plugin {
  applyToStack(stack: { add(middleware: Middleware, options: typeof middlewareOptions): void }): void;
}

/** Middleware and plugin for clients that are not known further, and how to take them out of all of these. */
export function createMiddleware(target: Target): {
  readonly middleware: Middleware;
  readonly plugin: Plugin;
  readonly remove: () => void;
} {
  const line = new Line(target);
  const middleware = middlewareOf(line);
  return {
    middleware,
    plugin: { applyToStack: stack => stack.add(middleware, middlewareOptions) },
    remove: () => line.cut(),
  };
}

/** Answers every command in the SDK's stead, and lets it pass once the line is cut. */
export function middlewareOf(line: Line): Middleware {
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
      client: line.client,
    };
    const handler: SdkHandler = args => {
      const { target } = line;
      if (!target) return next(args);
      const signal = line.signalOf(args, context);
      if (signal?.aborted) return Promise.reject(abortError(signal));
      const place = line.placeIn(target);
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
