/**
 * Refuses, at compile time, commands of services other than the three. Commands of all services have the same shape, but
 * the type of a command's middleware stack lists the inputs of all operations of its service, and their members differ.
 */
export type OfKnownService<Stack> = [InputsOf<Stack>] extends [never]
  ? unknown
  : [MemberOf<InputsOf<Stack>> & DistinctMember] extends [never]
    ? { readonly "this mock stands for AWS Backup, EFS and FSx only": never }
    : unknown;

/** For each of the three services, a member name that inputs of no other service have. */
type DistinctMember = "BackupVaultName" | "MountTargetId" | "StorageVirtualMachineId";

type MemberOf<Inputs> = Inputs extends unknown ? keyof Inputs : never;

/** The inputs of all operations of a stack; `never` if its type does not list them. */
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
