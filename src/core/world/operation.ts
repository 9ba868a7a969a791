import type { Next } from "../time";
import type { Account, AccountView } from "./account";
import type { Shape } from "./shape";
import type { Stored } from "./stored";

/** The operations of a client package. */
export type OperationName<Sdk> = {
  [Export in keyof Sdk]: Export extends `${infer Name}Command` ? Exclude<Name, "$"> : never;
}[keyof Sdk] &
  string;

type CommandOf<Sdk, Name extends string> = `${Name}Command` extends keyof Sdk
  ? Sdk[`${Name}Command`] extends abstract new (
      ...args: never[]
    ) => infer Command
    ? Command
    : never
  : never;

/** The input of an operation as the SDK types it. */
export type InputOf<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends { readonly input: infer Input } ? Input : never;

/** The output of an operation as the SDK types it. */
export type OutputOf<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends {
    resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer Output }>;
  }
    ? Output
    : never;

/**
 * What a handler can return: records or parts of them, as in the state. Dispatch copies the members that the output
 * shape names. A `next` marks that something unfinished was shown.
 */
export type Shown<Output> = Stored<Output> & { readonly next?: Next | undefined };

/** An operation that cannot change anything. */
export interface Read<S extends Shape, Input = never, Output = object> {
  readonly kind: "read";
  readonly handle: (input: Input, account: AccountView<S>) => Output;
}

/** An operation that changes the account, completely or not at all. */
export interface Write<S extends Shape, Input = never, Output = object> {
  readonly kind: "write";
  readonly handle: (input: Input, account: Account<S>) => Output;
}

export type Handler<S extends Shape> = Read<S> | Write<S>;

/** The `read` and `write` functions with which a service declares its operations. */
export function operationsOf<S extends Shape, Sdk>() {
  return {
    read: <Name extends OperationName<Sdk>>(
      handle: (input: Stored<InputOf<Sdk, Name>>, account: AccountView<S>) => Shown<OutputOf<Sdk, Name>>,
    ): Read<S, Stored<InputOf<Sdk, Name>>, Shown<OutputOf<Sdk, Name>>> => ({ kind: "read", handle }),

    write: <Name extends OperationName<Sdk>>(
      handle: (input: Stored<InputOf<Sdk, Name>>, account: Account<S>) => Shown<OutputOf<Sdk, Name>>,
    ): Write<S, Stored<InputOf<Sdk, Name>>, Shown<OutputOf<Sdk, Name>>> => ({ kind: "write", handle }),
  };
}

/**
 * All operations of a service, complete by type: the compiler reports an operation that a newer client adds.
 * `undefined` marks one that is not modelled yet and is refused.
 */
export type OperationTable<S extends Shape, Sdk> = {
  readonly [Name in OperationName<Sdk>]:
    | Read<S, Stored<InputOf<Sdk, Name>>, Shown<OutputOf<Sdk, Name>>>
    | Write<S, Stored<InputOf<Sdk, Name>>, Shown<OutputOf<Sdk, Name>>>
    | undefined;
};
