import type { Place } from "../core/basics";
import type { Answer, IncomingCall } from "../core/calls";
import type { EpochMs } from "../core/time";

/** Where the calls of attached clients and intercepted classes end: before the SDK's pipeline, or after it. */
export type InterceptAt = "call" | "request";

/** What a client was given explicitly. */
export interface ClientFacts {
  readonly region?: string;
  readonly accessKeyId?: string;
}

/** One mock, seen from one account and Region. */
export interface Target {
  dispatch(call: IncomingCall): Answer | Promise<Answer>;
  /** The place of a client: its Region and the account of its access key, or else those of the mock. */
  placeOf(client: ClientFacts): Place;
  /** Shared by all places of a mock: hooks may move between them, but not to another mock. Default: the target itself. */
  readonly owner?: object;
  /** Whether `placeOf` uses access keys. If not, credentials are not resolved. */
  readonly readsAccessKeys?: boolean;
  readonly interceptAt: InterceptAt;
  readonly time: TargetTime;
}

/** The clock of a mock, for what an adapter lets wait. */
export interface TargetTime {
  now(): EpochMs;
  /** Resolves when this much time has passed. With `clock: "auto"`, it lets it pass. */
  pass(milliseconds: number): Promise<void>;
  /** Calls back when something else has let this much time pass. Returns a function that takes it back. */
  alarm(milliseconds: number, ring: () => void): () => void;
}

/** What all places of a target's mock share. */
export const ownerOf = (target: Target): object => target.owner ?? target;

/** A client of any version of the AWS SDK for JavaScript v3. */
export interface Client {
  /** The resolved configuration. */
  readonly config: object;
  /** The middleware of the client. */
  readonly middlewareStack: {
    /** Adds middleware. */
    add(middleware: never, options: never): void;
    /** Removes middleware, by reference or name. */
    remove(middleware: never): boolean;
  };
  /** Sends a command. */
  send(command: never, options?: never): unknown;
}

/** A client class of any version of the AWS SDK for JavaScript v3. */
export interface ClientClass {
  /** The methods of its instances. */
  readonly prototype: Pick<Client, "send">;
  /** The name of the class. */
  readonly name: string;
}
