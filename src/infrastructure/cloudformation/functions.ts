import { isObject } from "../../seeding/members";
import { zoneAt, zoneCount } from "../../services/efs/mount-targets/zones";
import { own } from "../own";
import { subRanges } from "./cidr";
import { conditionFunctions, listOf } from "./conditions";
import { type FunctionTable, noValue, type TemplateFunction } from "./function-types";
import { isMadeUp } from "./made-up";
import { evaluatedTexts, textFunctions } from "./text-functions";

const getAtt: TemplateFunction = (argument, at, evaluate, surroundings) => {
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : String(argument).split(".");
  const [logicalId = "", ...names] = evaluatedTexts(parts, at, evaluate);
  if (names.length > 0) return surroundings.attribute(logicalId, names.join("."), at);
  surroundings.problem(at, "Fn::GetAtt takes a logical id and the name of an attribute; correct it");
  return noValue;
};

const findInMap: TemplateFunction = (argument, at, evaluate, surroundings) => {
  const expected = "Fn::FindInMap takes a list of a mapping's name and two keys";
  const list = listOf(argument, 3, 4, expected, at, surroundings);
  if (list.length === 0) return noValue;
  const [name = "", first = "", second = ""] = evaluatedTexts(list.slice(0, 3), at, evaluate);
  const level = own(surroundings.mapping(name) ?? {}, first);
  const found = isObject(level) ? own(level, second) : undefined;
  if (found !== undefined) return evaluate(found, at);
  const options = list[3];
  if (isObject(options) && options["DefaultValue"] !== undefined)
    return evaluate(options["DefaultValue"], at);
  const byRegion =
    first === surroundings.place.region ? "; give another region in the options" : "; correct the key";
  surroundings.problem(at, `the mapping ${name} has no value for ${first} and ${second}${byRegion}`);
  return noValue;
};

/** A range for a network that only a deployment knows: of IPv6 if the parts are too large for IPv4. */
const madeUpRange = (bits: number): string => (bits > 32 ? "2001:db8::/56" : "10.0.0.0/16");

const cidr: TemplateFunction = (argument, at, evaluate, surroundings) => {
  const expected = "Fn::Cidr takes a list of an address range, a count and a number of bits";
  const list = listOf(argument, 2, 3, expected, at, surroundings);
  if (list.length === 0) return noValue;
  const [given = "", count = "", bits = "8"] = evaluatedTexts(list, at, evaluate);
  const range = isMadeUp(given) ? madeUpRange(Number(bits)) : given;
  const ranges = subRanges(range, Number(count), Number(bits));
  if (ranges) return ranges;
  surroundings.problem(
    at,
    `${range} does not hold ${count} ranges of ${bits} bits; make it larger, or these smaller`,
  );
  return noValue;
};

const zoneNames = (region: string): readonly string[] =>
  Array.from({ length: zoneCount(region) }, (_, index) => zoneAt(region, index).AvailabilityZoneName);

/** The functions of templates. Complete by type. */
export const templateFunctions: FunctionTable = {
  ...conditionFunctions,
  ...textFunctions,
  Ref: (argument, at, _, surroundings) => surroundings.reference(String(argument), at) ?? noValue,
  "Fn::GetAtt": getAtt,
  "Fn::FindInMap": findInMap,
  "Fn::ImportValue": (argument, at, evaluate, surroundings) => {
    const [name = ""] = evaluatedTexts([argument], at, evaluate);
    return surroundings.imported(name, at);
  },
  "Fn::GetAZs": (argument, at, evaluate, surroundings) => {
    const [region = ""] = evaluatedTexts([argument], at, evaluate);
    return zoneNames(region === "" ? surroundings.place.region : region);
  },
  "Fn::Cidr": cidr,
  "Fn::Transform": (_, at, __, surroundings) => {
    surroundings.warn(at, "the macro of Fn::Transform does not run; what it would insert is missing");
    return noValue;
  },
};
