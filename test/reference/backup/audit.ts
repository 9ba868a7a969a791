import { controls, reportPlan } from "../../services/backup/world";
import { described, judged, type ReferenceRules, recorded, shown } from "./rules";

const framework = (members: object) => ({ FrameworkName: "pass", FrameworkControls: controls, ...members });
const inPlan = (ControlScope: object) =>
  framework({
    FrameworkControls: [{ ControlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", ControlScope }],
  });
const report = (members: object) => ({ ...reportPlan, ReportPlanName: "pass", ...members });
const delivered = (Formats: readonly string[]) =>
  report({ ReportDeliveryChannel: { S3BucketName: "orders", Formats } });

const tagOfScope = judged("FrameworkControls.ControlScope.Tags", "at most one", inPlan, {
  takes: [{ Tags: { a: "b" } }, { Tags: { a: "" } }],
  refuses: [{ Tags: { a: "b", c: "d" } }],
});

export const auditRules = {
  CreateFramework: [
    tagOfScope,
    described(
      "FrameworkControls.ControlScope.ComplianceResourceIds",
      "one resource",
      "A scope may name several resources",
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "audit/frameworks",
      "a repeated request creates no second framework, and another request with the name is refused",
    ),
    shown(
      "FrameworkControls.ControlScope",
      "limits a control to types, ids or a tag",
      "audit/controls",
      "a scope limits a control to types, ids or a tag",
    ),
    recorded(
      "FrameworkControls",
      "not those of another framework",
      "a-second-framework-with-the-same-controls-is-refused",
    ),
  ],
  CreateReportPlan: [
    judged("ReportDeliveryChannel.Formats", "CSV and JSON, each once", delivered, {
      takes: [["CSV", "JSON"]],
      refuses: [["XML"], ["CSV", "CSV"]],
    }),
    recorded(
      "ReportDeliveryChannel.Formats",
      "CSV by default",
      "a-report-plan-delivers-csv-unless-told-otherwise",
    ),
    judged(
      "ReportSetting.ReportTemplate",
      "one of those of AWS",
      (ReportTemplate: string) => report({ ReportSetting: { ReportTemplate } }),
      { takes: ["SCAN_JOB_REPORT"], refuses: ["OTHER_REPORT"] },
    ),
    shown(
      "ReportPlanName",
      "a name is taken once",
      "audit/report-plans",
      "a repeated request creates no second plan, and another request with the name is refused",
    ),
    recorded("ReportSetting.FrameworkArns", "are optional", "a-compliance-report-needs-no-frameworks"),
  ],
  DeleteFramework: [
    shown(
      "",
      "not while it is deployed",
      "audit/frameworks",
      "while a framework is being changed it can be neither updated nor deleted",
    ),
  ],
  DeleteReportPlan: [recorded("", "it is gone", "a-deleted-report-plan-is-gone")],
  DescribeFramework: [
    described(
      "FrameworkStatus",
      "PARTIALLY_ACTIVE without recording by AWS Config",
      "as if AWS Config recorded everything",
    ),
  ],
  DescribeReportJob: [
    shown(
      "",
      "of jobs of the last 30 days",
      "audit/report-jobs",
      "a deleted plan makes no more reports, and its report jobs stay listed for 30 days",
    ),
  ],
  DescribeReportPlan: [
    shown(
      "",
      "as it was created",
      "audit/report-plans",
      "a report plan takes a while to deploy, and is then described as it was created",
    ),
  ],
  StartReportJob: [
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "audit/report-jobs",
      "a repeated request starts no second report job",
    ),
  ],
  UpdateFramework: [
    judged(
      "FrameworkControls.ControlScope.Tags",
      "at most one",
      (Tags: object) => ({ ...inPlan({ Tags }), FrameworkName: "audit" }),
      { takes: [{ a: "b" }], refuses: [{ a: "b", c: "d" }] },
    ),
    shown(
      "",
      "keeps what is left out",
      "audit/frameworks",
      "an update changes the given members and keeps the rest",
    ),
  ],
  UpdateReportPlan: [
    shown(
      "",
      "keeps what is left out",
      "audit/report-plans",
      "an update changes the given members and keeps the rest",
    ),
  ],
} satisfies Partial<ReferenceRules>;
