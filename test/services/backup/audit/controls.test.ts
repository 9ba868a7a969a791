import { account, clientsId, compliant, nonCompliant, orders, ordersId, volumeId } from "./controls-support";

test("controls leave out types that AWS does not judge", async () => {
  const timestream = "arn:aws:timestream:us-east-1:123456789012:database/sales/table/orders";
  const { aws, plan, statuses } = account();
  aws.seed({ resources: [{ arn: timestream }] });
  await plan({}, orders);
  expect(await statuses("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN")).toEqual({
    [ordersId]: compliant,
    [clientsId]: nonCompliant,
    [volumeId]: nonCompliant,
  });
});

test("a control of recovery points leaves out those of Timestream", async () => {
  const ResourceArn = "arn:aws:timestream:us-east-1:123456789012:database/sales/table/orders";
  const points = [{ ResourceArn }, { ResourceArn: orders }].map((point, index) => ({
    ...point,
    RecoveryPointArn: `arn:aws:backup:us-east-1:123456789012:recovery-point:${index}`,
  }));
  const { statuses } = account({ backup: { recoveryPoints: points } });
  expect(await statuses("BACKUP_RECOVERY_POINT_ENCRYPTED")).toEqual({
    [`AWS::Backup::RecoveryPoint/${points[1]?.RecoveryPointArn}`]: compliant,
  });
});

test("a scope limits a control to types, ids or a tag", async () => {
  const control = "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN";
  expect(await account().statuses(control, {}, { ComplianceResourceTypes: ["EBS"] })).toEqual({
    [volumeId]: nonCompliant,
  });
  expect(await account().statuses(control, {}, { ComplianceResourceIds: ["orders"] })).toEqual({
    [ordersId]: nonCompliant,
  });
  expect(await account().statuses(control, {}, { Tags: { tier: "gold" } })).toEqual({
    [ordersId]: nonCompliant,
  });
  expect(await account().statuses(control, {}, { Tags: { tier: "" } })).toEqual({
    [ordersId]: nonCompliant,
    [clientsId]: nonCompliant,
  });
});

test("a control report counts what complies, and prints parameters and scope", async () => {
  const { plan, report } = account();
  await plan({}, orders);
  const items = await report(
    "CONTROL_COMPLIANCE_REPORT",
    {
      ControlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      ControlScope: { ComplianceResourceTypes: ["DynamoDB", "EBS"], Tags: { tier: "" } },
    },
    {
      ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: "90" }],
    },
  );
  const common = {
    accountId: "123456789012",
    region: "us-east-1",
    frameworkName: "Audit",
    frameworkDescription: "All of it",
    lastEvaluationTime: expect.stringMatching(/^2026-03-04T10:0\d:\d\d\.000Z$/),
  };
  expect(items).toEqual([
    {
      ...common,
      controlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      controlComplianceStatus: "NON_COMPLIANT",
      numResourcesCompliant: 1,
      numResourcesNonCompliant: 1,
      controlFrequency: "Twelve_Hours",
      controlScope: "{ComplianceResourceTypes: [DynamoDB, EBS],Tags: {tier=}}",
      controlParameters: "",
    },
    {
      ...common,
      controlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      controlComplianceStatus: "INSUFFICIENT_DATA",
      numResourcesCompliant: 0,
      numResourcesNonCompliant: 0,
      controlFrequency: null,
      controlScope: "",
      controlParameters: '{"requiredRetentionDays":"90"}',
    },
  ]);
});
