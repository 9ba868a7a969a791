import { type Appointment, type EpochMs, nextOf } from "../time";
import type { AnyService } from "./service";
import type { Transaction } from "./transaction";

type Services = ReadonlyMap<string, AnyService>;

/** Takes the steps that are due up to an instant, in order, no more than so many. Returns how many it took. */
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
    const [at, appointment] = due;
    transaction.now = Math.max(transaction.now, at);
    takeStep(services, transaction, appointment);
  }
  return steps;
}

function takeStep(services: Services, transaction: Transaction, appointment: Appointment): void {
  const { table, sequence } = appointment;
  const service = services.get(appointment.service);
  const found = service && transaction.appointed(service, appointment);
  const records = found?.records;
  const record = records?.at(sequence);
  const next = record && nextOf(record);
  const step = next && service?.steps[table]?.[next.step];
  if (!found || !step) {
    throw new Error(`The agenda names the step ${next?.step} of ${table} ${sequence}, which there is not.`);
  }
  step(record, found.account);
  const after = records?.at(sequence);
  // Time would stand still for ever.
  if (after && nextOf(after)?.order === next.order) {
    throw new Error(`The step ${next.step} of ${table} ${sequence} left itself on the agenda.`);
  }
}
