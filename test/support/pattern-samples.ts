const hex17 = "0123456789abcdef0";
const uuid = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
const line = "one-line-of-text";

/** A matching string for each pattern of the models. `model/patterns.test.ts` checks that all are listed and match. */
export const patternSamples: Readonly<Record<string, string>> = {
  "^[a-zA-Z0-9\\-\\_]{2,50}$": "a-vault",
  "^[a-zA-Z0-9\\-\\_\\.]{1,50}$": "a-name",
  "^[a-zA-Z][_a-zA-Z0-9]*$": "a_name",
  "\\S": "described",
  "^[a-zA-Z0-9_]{1,200}$": "a_name",
  "^(\\*|[a-zA-Z0-9\\-\\_]{2,50})$": "*",
  "^[\\da-z][\\da-z-]{1,48}[\\da-z](?<!-s3alias)(?<!-ext-s3alias)$": "a-view",
  "^(arn:aws[a-z-]*:backup:[a-z\\d-]+:\\d{12}:accesspoint/)[\\da-z][\\da-z-]{1,48}[\\da-z](?<!-s3alias)(?<!-ext-s3alias)$":
    "arn:aws:backup:us-east-1:123456789012:accesspoint/a-view",
  "^(arn:aws[a-z-]*:[a-z\\d-]+:[a-z\\d-]+:).+$":
    "arn:aws:backup:us-east-1:123456789012:recovery-point:a-point",
  "^(arn:aws[a-z-]*:[a-z\\d-]+:).+$": "arn:aws:s3:::a-bucket",
  "^[0-9]{12}$": "123456789012",
  "^\\d{12}$": "123456789012",
  "^.+$": "a-token",
  "^[\\s\\S]+$": "{}",
  "^.{1,256}$": "some text",
  "^.{1,2048}$": "alias/key",
  "^[ -~]{1,128}$": "rw",
  "^(?![aA]{1}[wW]{1}[sS]{1}:)([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$": "a-key",
  "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$": "a-value",
  "^[A-za-z0-9_.-]{0,63}$": "a-token",
  "^[a-z0-9-]{1,20}$": "us-east-1",
  "^[a-z]{2}-((iso[a-z]{0,1}-)|(gov-)){0,1}[a-z]+-{0,1}[0-9]{0,1}$": "us-east-1",
  "^[0-7]{3,4}$": "0755",
  "^(\\/|(\\/(?!\\.)+[^$#<>;`|&?{}^*/\\n]+){1,4})$": "/data",
  "^[A-za-z0-9\\_\\.\\:\\-\\/]*$": "/data",
  "^[0-9a-zA-Z\\*\\.\\\\/\\?\\-\\_]*$": "a-value",
  "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$": "dG9rZW4=",
  "^(?i)(true|false)$": "TRUE",
  "^[0-9](.[0-9]*)*$": "2.15",
  "^[0-9a-z\\\\-]{1,63}$": "an-alias",
  "^(?=[a-z0-9])[a-z0-9-]{1,48}[a-z0-9]$": "an-attachment",
  "^([A-Za-z0-9_-]{1,8})$": "fsx",
  "^([0-9]{1,10}):([0-9]{1,10})$": "0:0",
  "^([0-9\\[\\]\\-]*\\.){3}([0-9\\[\\]\\-]*)@tcp$": "10.0.[0-9].[1-255]@tcp",
  "^(aggr[0-9]{1,2})$": "aggr1",
  "^[1-7]:([01]\\d|2[0-3]):?([0-5]\\d)$": "1:05:00",
  "^([01]\\d|2[0-3]):?([0-5]\\d)$": "05:00",
  "^d-[0-9a-f]{10}$": "d-0123456789",
  "^(\\d{12})|(\\d{4}-\\d{4}-\\d{4})$": "1234-5678-9012",
  "^[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}$": "10.0.0.1",
  "^subnet-[0-9a-f]{8,40}$": `subnet-${hex17}`,
  "^(subnet-[0-9a-f]{8,})$": `subnet-${hex17}`,
  "^sg-[0-9a-f]{8,40}$": `sg-${hex17}`,
  "^(sg-[0-9a-f]{8,})$": `sg-${hex17}`,
  "^(vpc-[0-9a-f]{8,})$": `vpc-${hex17}`,
  "^(eni-[0-9a-f]{8,})$": `eni-${hex17}`,
  "^(rtb-[0-9a-f]{8,})$": `rtb-${hex17}`,
  "^fsmt-[0-9a-f]{8,40}$": `fsmt-${hex17}`,
  "^(fs-[0-9a-f]{8,})$": `fs-${hex17}`,
  "^(fc-[0-9a-f]{8,})$": `fc-${hex17}`,
  "^(dra-[0-9a-f]{8,})$": `dra-${hex17}`,
  "^(svm-[0-9a-f]{17,})$": `svm-${hex17}`,
  "^(task-[0-9a-f]{17,})$": `task-${hex17}`,
  "^(fsvol-[0-9a-f]{17,})$": `fsvol-${hex17}`,
  "^(backup-[0-9a-f]{8,})$": `backup-${hex17}`,
  "^((fs)?volsnap-[0-9a-f]{8,})$": `fsvolsnap-${hex17}`,
  "^((fs|fc)i?-[0-9a-f]{8,}\\..{4,253})$": `fs-${hex17}.fsx.us-east-1.amazonaws.com`,
  "^[a-zA-Z0-9_:.-]{1,203}$": "a-snapshot",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{0,4096}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,36}$": uuid,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,47}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,203}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,255}$": "/a.name",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,256}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,2000}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{1,4096}$": line,
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{3,4357}$": "s3://a-bucket/",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{4,43}$": "fd00::/64",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{4,253}$": "files.example.com",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{8,50}$": "Pa55word!",
  "^[^\\u0000\\u0085\\u2028\\u2029\\r\\n]{9,17}$": "198.19.0.0/24",
  "^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$": `fs-${hex17}`,
  "^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:access-point/fsap-[0-9a-f]{8,40}|fsap-[0-9a-f]{8,40})$": `fsap-${hex17}`,
  "^arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:access-point/fsap-[0-9a-f]{8,40}$": `arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-${hex17}`,
  "^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:(access-point/fsap|file-system/fs)-[0-9a-f]{8,40}|fs(ap)?-[0-9a-f]{8,40})$": `fs-${hex17}`,
  "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|(arn:aws[-a-z]*:kms:[a-z0-9-]+:\\d{12}:((key/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(key/mrk-[0-9a-f]{32})|(alias/[a-zA-Z0-9/_-]+))))$":
    uuid,
  "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$":
    "arn:aws:iam::123456789012:role/backup",
  "^arn:(?=[^:]+:fsx:[^:]+:\\d{12}:)((|(?=[a-z0-9-.]{1,63})(?!\\d{1,3}(\\.\\d{1,3}){3})(?![^:]*-{2})(?![^:]*-\\.)(?![^:]*\\.-)[a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$": `arn:aws:fsx:us-east-1:123456789012:file-system/fs-${hex17}`,
  "^arn:[^:]{1,63}:[^:]{0,63}:[^:]{0,63}:(?:|\\d{12}):[^/].{0,1023}$":
    "arn:aws:logs:us-east-1:123456789012:log-group:/aws/fsx/audit",
  "^arn:[^:]{1,63}:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[a-zA-Z0-9/_+=.@-]+-[a-zA-Z0-9]{6}$":
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:domain-join-AbCdEf",
};

/** A string that matches a pattern. The pattern for FSx addresses of both IP versions is too long for the table. */
export function sampleOf(pattern: string): string | undefined {
  return Object.hasOwn(patternSamples, pattern)
    ? patternSamples[pattern]
    : pattern.includes("[0-9a-fA-F]{1,4}:){7,7}")
      ? "10.0.0.1"
      : undefined;
}
