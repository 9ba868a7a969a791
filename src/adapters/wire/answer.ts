import { AwsError } from "../../core/errors";
import type { OperationModel } from "../../model";
import type { Target } from "../target";
import { bodyObject, readWireInput, refuseDeep } from "./decode";
import { errorResponse, outputResponse, plainError } from "./encode";
import { noRequestId, UnreadableRequest, type WireRequest, type WireResponse } from "./request";
import { Router, signatureOf } from "./routes";

/** Answers requests in the services' own protocols: one for the whole life of a mock. */
export class WireService {
  readonly #target: Target;
  readonly #router = new Router();

  constructor(target: Target) {
    this.#target = target;
  }

  /**
   * Answers a request. What is not an answer of AWS at all, such as wrong use of the mock or an error of a stub's own
   * making, is thrown.
   */
  async answer(request: WireRequest): Promise<WireResponse> {
    try {
      return await this.#answerTo(request);
    } catch (thrown) {
      if (!(thrown instanceof UnreadableRequest)) throw thrown;
      return plainError(thrown.status, thrown.name, { message: thrown.message }, noRequestId);
    }
  }

  async #answerTo(request: WireRequest): Promise<WireResponse> {
    const signature = signatureOf(request);
    const route = this.#router.route(request, signature);
    const { region, accessKeyId } = signature;
    const place = this.#target.placeOf({
      ...(region !== undefined && { region }),
      ...(accessKeyId !== undefined && { accessKeyId }),
    });
    if (!("operation" in route)) {
      const { service, operationName: operation } = route;
      const input = bodyObject(request.body);
      refuseDeep(input);
      const answer = await this.#target.dispatch({ service, operation, input, place, exception });
      if ("error" in answer) throw answer.error;
      throw new Error(`A stub answered ${operation} of ${service}, which has no form on the wire.`);
    }
    const { operation, labels } = route;
    const answer = await this.#target.dispatch({
      service: operation.service,
      operation: operation.name,
      input: readWireInput(operation, request, labels),
      place,
      exception,
    });
    return "error" in answer
      ? refusal(operation, answer.error, answer.requestId)
      : outputResponse(operation, answer.output, answer.requestId);
  }
}

/** The client makes the exception out of the response; until then the facts do, with their members as users look for them. */
const exception = (error: AwsError): Error => Object.assign(error, error.members);

function refusal(operation: OperationModel, error: Error, requestId: string): WireResponse {
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
