import { isObject, type Members } from "../../seeding/members";

/** Loops and lengths are no macro of resources: this reader knows them. */
const ownExtensions = "AWS::LanguageExtensions";

/** The macros that a template names, other than the extensions of the language. */
export function macrosOf({ Transform }: Members): readonly string[] {
  const named: readonly unknown[] = Array.isArray(Transform)
    ? Transform
    : Transform === undefined
      ? []
      : [Transform];
  return named
    .map(macro => (isObject(macro) ? String(macro["Name"]) : String(macro)))
    .filter(name => name !== ownExtensions);
}
