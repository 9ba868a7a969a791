import type { AnyService } from "../core/service";
import { backupService } from "../services/backup";

/** All services, joined where one acts on another. */
export function joinedServices(): readonly AnyService[] {
  return [backupService({ services: [] })];
}
