import type { Member, ServiceModel } from "../model";

/** The members of an operation's output, or of the resources in one of its members: `DescribeFileSystems.FileSystems`. */
export function describedMembers(model: ServiceModel, path: string): readonly Member[] {
  const [operation = "", member] = path.split(".");
  const output = model.operation(operation)?.output;
  const described = member === undefined ? output : output?.member(member)?.target;
  const resource = described?.type === "list" ? described.item : described;
  if (resource?.type !== "structure") throw new Error(`No structure ${path} to read items by.`);
  return resource.members;
}
