import type { AwsError } from "../../core/errors";
import type { Target } from "../target";
import { readWireInput } from "./decode";
import { errorResponse, outputResponse, plainError } from "./encode";
import { UnreadableRequest, type WireRequest, type WireResponse } from "./request";
import { Router, signatureOf } from "./routes";

/** Carries the facts of a service's error past the dispatch, which hands out whatever the adapter makes of them. */
class ServiceError extends Error {
  readonly facts: AwsError;

  constructor(facts: AwsError) {
    super(facts.message);
    this.facts = facts;
  }
}

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
    const { service, region, accessKeyId } = signatureOf(request);
    const { operation, labels } = this.#router.route(request, service);
    const answer = await this.#target.dispatch({
      service: operation.service,
      operation: operation.name,
      input: readWireInput(operation, request, labels),
      place: this.#target.placeOf({
        ...(region !== undefined && { region }),
        ...(accessKeyId !== undefined && { accessKeyId }),
      }),
      exception: facts => new ServiceError(facts),
    });
    if (!("error" in answer)) return outputResponse(operation, answer.output, answer.requestId);
    if (!(answer.error instanceof ServiceError)) throw answer.error;
    return errorResponse(operation.service, answer.error.facts, answer.requestId);
  }
}

/** What is no call of an operation has no number among the calls. */
const noRequestId = "00000000-0000-0000-0000-000000000000";
