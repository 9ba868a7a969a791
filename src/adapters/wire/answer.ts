import { AwsError } from "../../core/basics";
import type { Answer } from "../../core/calls";
import type { OperationModel } from "../../model";
import type { Target } from "../target";
import { bodyObject, readWireInput, refuseDeep } from "./decode";
import { errorResponse, outputResponse, refusal } from "./encode";
import { UnreadableRequest, type WireRequest, type WireResponse } from "./request";
import { type Route, Router, type Signature, SignatureReader, type UnknownRoute } from "./routes";

/** Answers requests in the services' own protocols: one for the whole life of a mock. */
export class WireService {
  readonly #target: Target;
  readonly #router = new Router();
  readonly #signatures = new SignatureReader();

  constructor(target: Target) {
    this.#target = target;
  }

  /**
   * Answers a request, at once unless a stub makes it wait. What is not an answer of AWS at all, such as wrong use of
   * the mock or an error of a stub's own making, is thrown.
   */
  answer(request: WireRequest): WireResponse | Promise<WireResponse> {
    try {
      const signature = this.#signatures.read(request);
      const route = this.#router.route(request, signature);
      return "operation" in route
        ? this.#operation(route, request, signature)
        : this.#unknown(route, request, signature);
    } catch (thrown) {
      if (!(thrown instanceof UnreadableRequest)) throw thrown;
      return refusal(thrown.status, thrown.name, thrown.message);
    }
  }

  #operation(
    { operation, labels }: Route,
    request: WireRequest,
    signature: Signature,
  ): WireResponse | Promise<WireResponse> {
    const answer = this.#target.dispatch({
      service: operation.service,
      operation: operation.name,
      input: readWireInput(operation, request, labels),
      place: this.#target.placeOf(signature),
      size: request.size,
      exception,
    });
    return "then" in answer
      ? answer.then(known => responseTo(operation, known))
      : responseTo(operation, answer);
  }

  /** Nothing in this version can answer it; the call is kept as one that nobody answered. */
  #unknown(
    { service, operationName: operation }: UnknownRoute,
    request: WireRequest,
    signature: Signature,
  ): Promise<never> {
    const input = bodyObject(request.body);
    refuseDeep(input);
    const place = this.#target.placeOf(signature);
    const { size } = request;
    return Promise.resolve(this.#target.dispatch({ service, operation, input, place, size, exception })).then(
      answer => {
        if ("error" in answer) throw answer.error;
        throw new Error(`Cannot answer ${operation} of ${service}: how its output is written is not known.`);
      },
    );
  }
}

/** The client makes the exception out of the response; until then the facts do, with their members as users look for them. */
const exception = (error: AwsError): Error => Object.assign(error, error.members);

function responseTo(operation: OperationModel, answer: Answer): WireResponse {
  if (!("error" in answer)) return outputResponse(operation, answer.output, answer.requestId);
  const { error, requestId } = answer;
  const facts = error instanceof AwsError ? error : factsOf(error);
  if (!facts) throw error;
  return errorResponse(operation.service, facts, requestId);
}

/** The facts of an exception of the SDK's own, which a stub threw. */
function factsOf(error: Error): AwsError | undefined {
  if (!("$fault" in error)) return undefined;
  const members = Object.entries(error).filter(([name]) => name !== "name" && !name.startsWith("$"));
  return new AwsError(error.name, error.message, Object.fromEntries(members));
}
