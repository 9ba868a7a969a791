/**
 * Asks nothing of a command of the three services, and of any other what it cannot have: commands of all services look
 * alike, but a command's stack is typed with the inputs of all operations of its service, and their members tell.
 */
export type OfOwnService<Stack> = [InputsOf<Stack>] extends [never]
  ? unknown
  : [MemberOf<InputsOf<Stack>> & Telltale] extends [never]
    ? { readonly "this mock stands for AWS Backup, EFS and FSx only": never }
    : unknown;

/** One member name for each service that inputs of no other service have. */
type Telltale = "BackupVaultName" | "MountTargetId" | "StorageVirtualMachineId";

type MemberOf<Inputs> = Inputs extends unknown ? keyof Inputs : never;

/** The inputs of all operations that go through a stack; never where its types do not tell. */
type InputsOf<Stack> = Stack extends { remove(middleware: infer Middleware): unknown }
  ? InputsThrough<Middleware>
  : never;

type InputsThrough<Middleware> = Middleware extends (
  next: (args: infer Args) => Promise<never>,
  context: never,
) => unknown
  ? Args extends { input: infer Inputs }
    ? Inputs
    : never
  : never;
