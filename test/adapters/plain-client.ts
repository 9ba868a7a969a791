import type { Target } from "../../src/adapters/target";

type Handler = (args: object) => Promise<object>;
type Middleware = (next: Handler, context: object) => Handler;

/** A minimal client, with what every version of the SDK has in common. */
export class PlainClient {
  readonly config: object;
  readonly #context: object;
  readonly #middleware: Middleware[] = [];
  readonly middlewareStack = {
    add: (middleware: Middleware, _options: object) => {
      this.#middleware.push(middleware);
    },
    remove: (middleware: Middleware) => {
      const at = this.#middleware.indexOf(middleware);
      if (at >= 0) this.#middleware.splice(at, 1);
      return at >= 0;
    },
    use: (plugin: { applyToStack(stack: object): void }) => plugin.applyToStack(this.middlewareStack),
  };

  /** The context that the SDK gives to middleware. */
  constructor(context: { clientName: string; commandName: string; __smithy_context?: object }, config = {}) {
    this.#context = context;
    this.config = config;
  }

  async send(command: object): Promise<object> {
    const own: Handler = () => Promise.reject(new Error("the service was asked"));
    return this.#middleware.reduce((next, middleware) => middleware(next, this.#context), own)(command);
  }
}

/** A client of a service that the mock does not model. */
export class S3Client extends PlainClient {
  constructor() {
    super({ clientName: "S3Client", commandName: "PutObjectCommand" });
  }
}

/** A mock that answers everything with nothing, and lets nothing wait. */
export const emptyTarget: Target = {
  dispatch: () => ({ output: {}, requestId: "the-id", status: 200 }),
  placeOf: () => ({ accountId: "123456789012", region: "us-east-1" }),
  interceptAt: "call",
  time: { now: () => 0, pass: () => Promise.resolve(), alarm: () => () => {} },
};
