import type { Place } from "../core/basics";
import type { Answer, IncomingCall } from "../core/calls";

/** What a client tells of itself: only what it was given explicitly. */
export interface ClientFacts {
  readonly region?: string;
  readonly accessKeyId?: string;
}

/** One mock, seen from one account and Region. */
export interface Target {
  dispatch(call: IncomingCall): Answer | Promise<Answer>;
  /** The place of a client: its Region if it has one, the account its access key maps to; else the mock's. */
  placeOf(client: ClientFacts): Place;
  /** What all places of one mock share: hooks may move between them, but not to another mock. By default the target itself. */
  readonly owner?: object;
  /** Whether `placeOf` looks at access keys. Credentials are not asked for otherwise. */
  readonly readsAccessKeys?: boolean;
}

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
