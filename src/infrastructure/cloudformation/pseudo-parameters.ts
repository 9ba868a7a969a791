import { arn, type Place, uuidOf } from "../../core/basics";
import { noValue } from "./function-types";

/** The values that every template has, by name. */
export function pseudoParameters(place: Place, stackName: string): ReadonlyMap<string, unknown> {
  const id = arn(
    "cloudformation",
    place,
    `stack/${stackName}/${uuidOf(`${place.accountId}/${place.region}/${stackName}`)}`,
  );
  const [, partition = "aws"] = id.split(":");
  return new Map<string, unknown>([
    ["AWS::AccountId", place.accountId],
    ["AWS::NoValue", noValue],
    ["AWS::NotificationARNs", []],
    ["AWS::Partition", partition],
    ["AWS::Region", place.region],
    ["AWS::StackId", id],
    ["AWS::StackName", stackName],
    ["AWS::URLSuffix", partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"],
  ]);
}
