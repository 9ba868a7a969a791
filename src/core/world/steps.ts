import { type DueStep, type EpochMs, nextOf, outcomeOf } from "../time";
import type { AnyService } from "./service";
import type { Transaction } from "./transaction";

type Services = ReadonlyMap<string, AnyService>;

/** Takes the steps due up to an instant, in order, at most `limit`. Returns the number taken. */
export function takeSteps(
  services: Services,
  transaction: Transaction,
  until: EpochMs,
  limit: number,
): number {
  let steps = 0;
  for (; steps < limit; steps++) {
    const due = transaction.agenda.due(until);
    if (!due) break;
    transaction.now = Math.max(transaction.now, due.at);
    takeStep(services, transaction, due);
  }
  return steps;
}

function takeStep(services: Services, transaction: Transaction, { table: address, sequence }: DueStep): void {
  const { table } = address;
  const service = services.get(address.service);
  const found = service && transaction.stepTarget(service, address);
  const records = found?.records;
  const record = records?.at(sequence);
  const next = record && nextOf(record);
  const step = next && service?.steps[table]?.[next.step];
  if (!found || !step) {
    throw new Error(`Unknown step ${next?.step} of ${table} ${sequence} on the agenda.`);
  }
  const { fails } = outcomeOf(record) ?? {};
  const failure = fails && service.kinds[table]?.failures?.[fails.state];
  if (failure?.at.includes(next.step)) failure.fail(record, found.account, fails?.message);
  else step(record, found.account);
  const after = records?.at(sequence);
  // Otherwise time would never pass this step.
  if (after && nextOf(after)?.order === next.order) {
    throw new Error(`Step ${next.step} of ${table} ${sequence} did not schedule or clear its next step.`);
  }
}
