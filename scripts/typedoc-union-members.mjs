/**
 * A plugin for typedoc: lists the members of a documented union of literals, such as `MockErrorCode`, below its comment.
 * typedoc reads their comments, but its markdown theme shows none of them.
 */
import { Comment, Converter, ReflectionKind } from "typedoc";

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, context => {
    for (const alias of context.project.getReflectionsByKind(ReflectionKind.TypeAlias)) listMembers(alias);
  });
}

/** @param {import("typedoc").Reflection} alias */
function listMembers(alias) {
  if (!alias.isDeclaration() || alias.type?.type !== "union") return;
  const { elementSummaries = [], types } = alias.type;
  if (!types.every(type => type.type === "literal")) return;
  const members = types.flatMap((type, index) => {
    const summary = elementSummaries[index] ?? [];
    return summary.length === 0 ? [] : [{ kind: "text", text: `\n- \`${type}\`: ` }, ...summary];
  });
  if (members.length === 0) return;
  alias.comment ??= new Comment();
  alias.comment.summary.push({ kind: "text", text: "\n" }, ...members);
}
