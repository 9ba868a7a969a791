import { isAccountId, isRegionName, type Place, parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { DeliveryChannel, ReportSetting } from "../records/report-plans";

const complianceTemplates = ["CONTROL_COMPLIANCE_REPORT", "RESOURCE_COMPLIANCE_REPORT"];
const jobTemplates = ["BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT", "SCAN_JOB_REPORT"];
const formats = ["CSV", "JSON"];
const mostFrameworks = 1_000;

const isGiven = (list: readonly string[] | undefined): list is readonly string[] =>
  list !== undefined && list.length > 0;

/** Whether a report covers other accounts than its own. */
export const isCrossAccount = ({ Accounts, OrganizationUnits }: ReportSetting): boolean =>
  isGiven(Accounts) || isGiven(OrganizationUnits);

/** Whether a report covers other Regions than its own. */
export const isCrossRegion = ({ Regions }: ReportSetting, { region }: Place): boolean =>
  isGiven(Regions) && Regions.some(other => other !== region);

/** Why the setting of a report plan is invalid; undefined when it is valid. */
export function settingFault(account: BackupView, setting: ReportSetting): string | undefined {
  const { ReportTemplate, FrameworkArns = [] } = setting;
  const isCompliance = complianceTemplates.includes(ReportTemplate);
  if (!isCompliance && !jobTemplates.includes(ReportTemplate)) {
    return `Invalid parameter: ReportTemplate ${ReportTemplate}`;
  }
  if (isGiven(FrameworkArns)) {
    if (isCrossAccount(setting)) {
      return "Invalid parameter: For multi-account, multi-Region reports, use Accounts, OrganizationUnits and Regions";
    }
    if (!isCompliance) return `Invalid parameter: FrameworkArns cannot be used with ${ReportTemplate}`;
    if (FrameworkArns.length > mostFrameworks) {
      return `Invalid parameter: a report can cover at most ${mostFrameworks} frameworks`;
    }
    const unknown = FrameworkArns.find(arn => !isFramework(account, arn));
    if (unknown !== undefined) return `Invalid parameter: there is no framework ${unknown}`;
  }
  return coverageFault(setting);
}

function isFramework(account: BackupView, arn: string): boolean {
  const parts = parseArn(arn);
  if (!parts) return false;
  const { region, accountId } = parts;
  return account.at({ region, accountId }).backup.frameworks.by("arn", arn).size > 0;
}

function coverageFault({
  Accounts = [],
  OrganizationUnits = [],
  Regions = [],
}: ReportSetting): string | undefined {
  const account = Accounts.find(id => id !== "ROOT" && !isAccountId(id));
  if (account !== undefined) return `Invalid parameter: Accounts ${account}`;
  const unit = OrganizationUnits.find(id => !/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/.test(id));
  if (unit !== undefined) return `Invalid parameter: OrganizationUnits ${unit}`;
  const region = Regions.find(name => name !== "*" && !isRegionName(name));
  return region === undefined ? undefined : `Invalid parameter: Regions ${region}`;
}

/** Why a delivery channel is invalid for a report with this setting; undefined when it is valid. */
export function channelFault(
  { S3BucketName, Formats = [] }: DeliveryChannel,
  setting: ReportSetting,
  place: Place,
): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(S3BucketName)) {
    return `Invalid parameter: S3BucketName ${S3BucketName}`;
  }
  const unknown = Formats.find(format => !formats.includes(format));
  if (unknown !== undefined) return `Invalid parameter: Formats ${unknown}`;
  if (new Set(Formats).size < Formats.length) return "Invalid parameter: Formats names a format twice";
  const isMultiple = isCrossAccount(setting) || isCrossRegion(setting, place);
  return isMultiple && Formats.includes("JSON")
    ? "Invalid parameter: multi-account, multi-Region reports support the CSV format only"
    : undefined;
}

/** A setting with AWS's defaults for omitted members. */
export const settingWithDefaults = (setting: ReportSetting): ReportSetting => ({
  ...setting,
  NumberOfFrameworks: setting.NumberOfFrameworks ?? setting.FrameworkArns?.length ?? 0,
});

/** A channel with AWS's defaults: reports are CSV files by default. */
export const channelWithDefaults = (channel: DeliveryChannel): DeliveryChannel => ({
  ...channel,
  Formats: isGiven(channel.Formats) ? channel.Formats : ["CSV"],
});
