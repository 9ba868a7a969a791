import * as backupSdk from "@aws-sdk/client-backup";
import { accessPointOperations } from "../../scripts/model/access-points";

/** The operations of AWS Backup that the installed client is too old for. */
export { accessPointOperations as newerOperations };

export const isNewer = (service: string, operation: string): boolean =>
  service === "backup" && accessPointOperations.includes(operation);

type AnyClass = new (...args: never[]) => object;

/** The middleware of every command, which other middleware is added next to. */
const endpointPlugin = {
  applyToStack: (stack: {
    addRelativeTo(
      middleware: <Next>(next: Next) => Next,
      options: { relation: "before"; toMiddleware: string; name: string },
    ): void;
  }) =>
    stack.addRelativeTo(next => next, {
      relation: "before",
      toMiddleware: "serializerMiddleware",
      name: "endpointV2Middleware",
    }),
};

/** A command class of a newer client, made as the SDK makes its own. It has no wire format. */
export function newerCommand(operation: string): AnyClass {
  return backupSdk.$Command
    .classBuilder<never, never, never, never, never>()
    .m(() => [endpointPlugin as never])
    .s("CryoControllerUserManager", operation, {})
    .n("BackupClient", `${operation}Command`)
    .f()
    .build();
}

const classes = new Map<string, AnyClass>();

/** The class of a newer command, the same one at each call. */
export function newerClass(operation: string): AnyClass {
  const known = classes.get(operation) ?? newerCommand(operation);
  classes.set(operation, known);
  return known;
}
