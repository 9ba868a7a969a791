import type { Member, ServiceModel } from "../model";

/** The members of an operation's output, or of the things in one of its members: `DescribeFileSystems.FileSystems`. */
export function membersShown(model: ServiceModel, path: string): readonly Member[] {
  const [operation = "", member] = path.split(".");
  const output = model.operation(operation)?.output;
  const shown = member === undefined ? output : output?.member(member)?.target;
  const thing = shown?.type === "list" ? shown.item : shown;
  if (thing?.type !== "structure") throw new Error(`There is no structure ${path} to read items by.`);
  return thing.members;
}
