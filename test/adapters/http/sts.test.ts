import { closeAll, served } from "./support";

afterEach(closeAll);

const signed = (service: string, accessKeyId = "AKIDEXAMPLE") => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  "content-type": "application/x-www-form-urlencoded; charset=utf-8",
});

async function asked(body: string, headers: Record<string, string>, options = {}) {
  const { aws, endpoint } = await served(options);
  const response = await fetch(`${endpoint.url}/`, { method: "POST", headers, body });
  return {
    aws,
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
  };
}

test("GetCallerIdentity names the account of the access key", async () => {
  const accounts = { AKIATWO: "222222222222" };
  const body = "Action=GetCallerIdentity&Version=2011-06-15";
  const { aws, status, type, text } = await asked(body, signed("sts", "AKIATWO"), { accounts });
  expect([status, type]).toEqual([200, "text/xml"]);
  expect(text).toContain("<Account>222222222222</Account>");
  expect(text).toContain("<Arn>arn:aws:iam::222222222222:root</Arn>");
  expect(text).toContain('<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">');
  expect(aws.calls()).toEqual([]);
});

test("other actions of STS are refused in its form, and recorded", async () => {
  const { aws, status, text } = await asked("Action=AssumeRole&Version=2011-06-15", signed("sts"));
  expect(status).toBe(501);
  expect(text).toMatch(/<ErrorResponse xmlns=.*<Code>UnknownCommand<\/Code><Message>[^<]*AssumeRole/);
  expect(aws.unhandledCalls()).toMatchObject([{ service: "sts", operation: "AssumeRole" }]);
});

test("a form for another service is no request to STS", async () => {
  const { status } = await asked("Action=ListQueues", signed("sqs"));
  expect(status).toBe(404);
});
