import { AwsError } from "../../core/basics";
import type { Answer } from "../../core/calls";
import type { OperationModel } from "../../model";
import type { Target } from "../target";
import { bodyObject, readWireInput, refuseDeep } from "./decode";
import { errorResponse, outputResponse, refusal } from "./encode";
import { UnreadableRequest, type WireRequest, type WireResponse } from "./request";
import { type Route, Router, type Signature, SignatureReader, type UnknownRoute } from "./routes";
import { callerIdentity, stsAction, stsFailure } from "./sts";

/** Answers requests in the protocols of the services. */
export class WireService {
  readonly #target: Target;
  readonly #router = new Router();
  readonly #signatures = new SignatureReader();

  constructor(target: Target) {
    this.#target = target;
  }

  /**
   * Answers a request, synchronously unless a stub delays it. Throws what AWS would not answer: a `MockError`, or an
   * error of a stub that is not an AWS error.
   */
  answer(request: WireRequest): WireResponse | Promise<WireResponse> {
    try {
      const signature = this.#signatures.read(request);
      const action = stsAction(request, signature);
      if (action !== undefined) return this.#sts(action, request, signature);
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
    const input = readWireInput(operation, request, labels);
    request.heard?.({ operation: operation.name, input });
    const answer = this.#target.dispatch({
      service: operation.service,
      operation: operation.name,
      input,
      place: this.#target.placeOf(signature),
      caller: request.caller,
      size: request.size,
      exception,
    });
    return "then" in answer
      ? answer.then(known => responseTo(operation, known))
      : responseTo(operation, answer);
  }

  /** Records a call that this version cannot answer, and rejects with the reason. */
  #unknown(route: UnknownRoute, request: WireRequest, signature: Signature): Promise<never> {
    const input = bodyObject(request.body);
    refuseDeep(input);
    return this.#unanswered(route, input, request, signature);
  }

  #sts(operation: string, request: WireRequest, signature: Signature): WireResponse | Promise<WireResponse> {
    if (operation === "GetCallerIdentity") return callerIdentity(this.#target.placeOf(signature));
    return this.#unanswered({ service: "sts", operationName: operation }, {}, request, signature).catch(
      stsFailure,
    );
  }

  #unanswered(
    { service, operationName: operation }: UnknownRoute,
    input: object,
    { size }: WireRequest,
    signature: Signature,
  ): Promise<never> {
    const place = this.#target.placeOf(signature);
    return Promise.resolve(this.#target.dispatch({ service, operation, input, place, size, exception })).then(
      answer => {
        if ("error" in answer) throw answer.error;
        throw new Error(`Cannot answer ${operation} of ${service}: the form of its output is unknown.`);
      },
    );
  }
}

/** The client makes its exception from the response. The error itself, with its members, serves the call log. */
const exception = (error: AwsError): Error => Object.assign(error, error.members);

function responseTo(operation: OperationModel, answer: Answer): WireResponse {
  if (!("error" in answer)) return outputResponse(operation, answer.output, answer.requestId);
  const { error, requestId } = answer;
  const facts = error instanceof AwsError ? error : factsOf(error);
  if (!facts) throw error;
  return errorResponse(operation.service, facts, requestId);
}

/** The facts of an SDK exception that a stub threw. */
function factsOf(error: Error): AwsError | undefined {
  if (!("$fault" in error)) return undefined;
  const members = Object.entries(error).filter(([name]) => name !== "name" && !name.startsWith("$"));
  return new AwsError(error.name, error.message, Object.fromEntries(members));
}
