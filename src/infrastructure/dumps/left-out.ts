import { isObject, type Members } from "../../seeding/members";
import type { Entry } from "../entry";
import type { Warning } from "../result";

/** Up to this many losses of the same member have a warning each. */
const mostNamed = 3;

interface Loss {
  readonly name: string;
  readonly member: string;
  readonly why: string;
}

/** What was left out of entries, because the mock cannot show it as AWS did. */
export class LeftOut {
  readonly #losses = new Map<string, Loss[]>();

  /** The entry without a member; undefined if it has none at this path. */
  without({ list, item, name }: Entry, member: string, problem: string): Members | undefined {
    // What is wrong with one item of a list concerns the list.
    const path = member.replace(/(\[\d+\])+$/, "");
    const rest = withoutMember(item, path.match(/[^.[\]]+/g) ?? []);
    if (!rest) return undefined;
    const group = `${list}.${path.replace(/\[\d+\]/g, "[]")}`;
    const losses = this.#losses.get(group) ?? [];
    losses.push({ name, member: path, why: problem.split("; ", 1).join("") });
    this.#losses.set(group, losses);
    return rest;
  }

  /** A warning for each loss, or one for many of the same kind. */
  get warnings(): readonly Warning[] {
    return [...this.#losses].flatMap(([group, losses]) => {
      const [first] = losses;
      if (!first) return [];
      if (losses.length <= mostNamed) {
        return losses.map(({ name, member, why }) => ({
          where: `${name}.${member}`,
          text: `${why}; it was left out`,
        }));
      }
      const text = `it was left out of ${losses.length} entries, because of ${first.name} for example: ${first.why}`;
      return [{ where: group, text }];
    });
  }
}

/** A value without the member at a path; undefined if there is none. */
function withoutMember(value: unknown, path: readonly string[]): Members | undefined {
  const [name = "", ...inner] = path;
  if (!isObject(value) || value[name] === undefined) return undefined;
  const { [name]: member, ...others } = value;
  if (inner.length === 0) return others;
  const rest = Array.isArray(member) ? withoutInList(member, inner) : withoutMember(member, inner);
  return rest && { ...others, [name]: rest };
}

function withoutInList(
  items: readonly unknown[],
  [index, ...inner]: readonly string[],
): unknown[] | undefined {
  const position = Number(index);
  const rest = withoutMember(items[position], inner);
  return rest && items.map((item, at) => (at === position ? rest : item));
}
