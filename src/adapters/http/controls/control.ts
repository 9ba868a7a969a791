import { readPlace } from "../../../core/basics";
import type { ServedMock, ServedPlace } from "../served-mock";
import type { Turns } from "../turns";
import { type BodyOf, checkOneOf, checkSomeOf, type Members, membersOfQuery, readBody } from "./members";
import type { NamedSnapshots } from "./named-snapshots";

/** What the controls of an endpoint work on. */
export interface Controlled {
  readonly aws: ServedMock;
  readonly turns: Turns;
  readonly snapshots: NamedSnapshots;
}

/** What a request asks of a control. */
export interface ControlInput {
  readonly method: string;
  readonly query: object;
  readonly content: object;
  /** Whether the client has gone. */
  isAbandoned(): boolean;
}

/** What a control works with. */
export interface ControlContext extends Controlled, ControlInput {
  /** The mock, seen from the account and Region that the query names. */
  readonly at: ServedPlace;
}

/** A control path, and what it does. */
export interface ControlSpec<M extends Members> {
  /** Below `/_mock/`. */
  readonly path: string;
  /**
   * `show` answers GET. `read` does, too, with its members in the query, and POST, with its members in the body. `change`
   * answers POST when it has its turn; a `move` answers POST and takes turns itself.
   */
  readonly kind: "show" | "read" | "change" | "move";
  /** Completes "Cannot …": `set the next outcome`. */
  readonly what: string;
  /** What it does, for the schema. */
  readonly about: string;
  readonly members: M;
  /** Of these members, exactly one is given. */
  readonly oneOf?: readonly (keyof M & string)[];
  /** Of these members, at least one is given. */
  readonly someOf?: readonly (keyof M & string)[];
  /** The body is a document of its own, in place of members: a fixture. */
  readonly document?: "fixture";
  /** The answer, in JSON. */
  run(body: BodyOf<M>, context: ControlContext): unknown;
}

/** A control of any body. */
export interface Control extends Omit<ControlSpec<Members>, "run"> {
  answer(controlled: Controlled, input: ControlInput): unknown;
}

/** Makes a control of what it declares. */
export function control<M extends Members>(spec: ControlSpec<M>): Control {
  const { run, ...facts } = spec;
  return {
    ...facts,
    answer(controlled, input) {
      const { region, accountId, ...query }: Readonly<Record<string, unknown>> = { ...input.query };
      const place = {
        ...(region !== undefined && { region }),
        ...(accountId !== undefined && { accountId }),
      };
      const at = controlled.aws.in(readPlace(place));
      const body = bodyOf(spec, query, input);
      const answer = () => run(body, { ...controlled, ...input, at });
      return spec.kind === "change" ? controlled.turns.change(answer) : answer();
    },
  };
}

function bodyOf<M extends Members>(spec: ControlSpec<M>, query: object, input: ControlInput): BodyOf<M> {
  const { what, members, document, oneOf, someOf } = spec;
  if (input.method === "GET") return readBody(what, membersOfQuery(query, members), members);
  readBody(`${what} by the query`, query, {});
  const body = readBody(what, document ? {} : input.content, members);
  if (oneOf) checkOneOf(what, body, oneOf);
  if (someOf) checkSomeOf(what, body, someOf);
  return body;
}

/** The methods that a control answers. */
export const methodsOf = ({ kind }: Pick<Control, "kind">): readonly string[] =>
  kind === "read" ? ["GET", "POST"] : kind === "show" ? ["GET"] : ["POST"];
