/**
 * The parts of the SDK that this library uses, in all versions since 3.245 unless noted. Nothing is imported from the
 * SDK, so that any copy of any version works.
 */

/** What middleware knows of its command. */
export interface SdkContext {
  readonly clientName?: string;
  readonly commandName?: string;
  readonly __smithy_context?: {
    /** `[9, namespace, operation, …]`; since 3.943. */
    readonly operationSchema?: unknown;
    /** In versions of 2026. */
    readonly abortSignal?: AbortSignalLike;
  };
}

/** The arguments at `initialize`: the command itself, unless other middleware replaced them. */
export interface SdkArgs {
  readonly input: object;
  /** Reads a response into an output, or throws the command's exception; up to 3.928. */
  readonly deserialize?: unknown;
}

/** What a handler returns at `initialize`. */
export interface SdkResult {
  readonly output: object;
  readonly response: unknown;
}

export type SdkHandler = (args: SdkArgs) => Promise<SdkResult>;

/** A signal of the platform, or of an older SDK. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener?(type: "abort", listener: () => void, options?: { once: boolean }): void;
  removeEventListener?(type: "abort", listener: () => void): void;
  onabort?: unknown;
}

export interface SdkStack {
  add(middleware: object, options: object): void;
  remove(middleware: object): boolean;
}

type Send = (...args: unknown[]) => unknown;

export interface SdkClient {
  readonly config: { readonly region?: unknown; readonly credentials?: unknown; readonly protocol?: unknown };
  readonly middlewareStack: SdkStack;
  send: Send;
  /** Handlers that the client caches with `cacheMiddleware`. */
  handlers?: unknown;
}

export const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** A property of any value. */
export const member = (value: unknown, name: PropertyKey): unknown =>
  isObject(value) ? Reflect.get(value, name) : undefined;

export const isSdkClient = (value: unknown): value is SdkClient => {
  const stack = member(value, "middlewareStack");
  return (
    typeof member(value, "send") === "function" &&
    isObject(member(value, "config")) &&
    typeof member(stack, "add") === "function" &&
    typeof member(stack, "remove") === "function"
  );
};

export const isSignal = (value: unknown): value is AbortSignalLike =>
  typeof member(value, "aborted") === "boolean";
