export const help = `Usage: aws-backup-mock simulate <file> [options]
       aws-backup-mock import [folder] [file] [options]
       aws-backup-mock serve [options]
       aws-backup-mock compare <file>...

simulate: what a backup plan will do and keep, without an AWS account. The file is a plan as
"aws backup get-backup-plan" prints it, a CloudFormation template, a plan or state as "terraform show -json" prints it,
a fixture, or a world that serve --save wrote. Exit codes: 0 success, 1 problems were found and --fail-on problems given,
2 wrong usage.

import: a live account as a fixture, read with the AWS SDK of the project in this folder by calls that describe, get and
list. It is written to the file, which may only be an earlier import, or printed. With a folder of answers of the AWS CLI,
it reads these. Exit codes: 0 success, 1 the account could not be read, 2 wrong usage.

serve: an account of AWS Backup, EFS and FSx over HTTP, for any SDK, the AWS CLI and curl.

compare: replays records of AWS's answers, each on a fresh mock, and prints the differences. Exit codes: 0 all records hold,
1 some differ, 2 a file is not a valid record.

Options of simulate:
  --resource <TYPE:NAME=SIZE[,+GROWTH/day][,TAG=VALUE]...>
                      a resource to back up, or the size of one in the file: EBS:data=100GiB,+1GiB/day,stage=prod.
                      The types are those of AWS Backup; may be repeated
  --parameter <NAME=VALUE>
                      a parameter of the template; may be repeated
  --for <time>        how far to look (default: 400 days); a number means days
  --prices <file>     prices of a Region, for costs; may be repeated
  --json              print everything as JSON
  --svg <file>        also write a picture
  --fail-on problems  end with exit code 1 if there are problems
  --region <name>, --account <id>, --now <date>
                      where and when it begins (default: those of the plan, or as for serve)

Options of import:
  --profile <name>    the profile of the AWS configuration (default: AWS_PROFILE, or the SDK's default)
  --region <name>     the Region to read (default: that of the profile or of the environment; of a folder, that of most ARNs)
  --scrub             replace account ids, names, ids and values of tags, each by the same one everywhere
  --every-point       describe every recovery point and read its tags: two more calls for each
  --calls-per-second <number>
                      the most calls in a second (default: 10)

Options of serve:
  --port <number>     where to listen; 0 takes any free port (default: 4577)
  --host <address>    (default: 127.0.0.1) There is no authentication: with an address that is not a
                      loopback address, other machines can read and change the account
  --allowed-hosts <names>
                      host names that clients may use besides loopback names: backup-mock,host.docker.internal
  --region <name>     the Region of requests that are not signed (default: us-east-1)
  --account <id>      the account's twelve digits (default: 123456789012)
  --accounts <map>    accounts by access key: AKIAONE=111111111111,AKIATWO=222222222222
  --clock <mode>      auto (default): waiting for something unfinished lets time pass; manual: only
                      POST /_mock/clock moves it; system: it follows this machine's clock
  --now <date>        when a new world begins: 2026-01-01T00:00:00Z (the default) or epoch milliseconds
  --durations <time>  how long work takes: 0, "5 seconds", or by kind: backupJob=1m,efsFileSystem=5s
  --seed <file>       the world at the start: a fixture, or a world that --save wrote
  --save <file>       where to save the world at the end; may be the file of --seed, which need not exist then
  --quiet             do not print a line for each request
  --help              print this
  --version           print the version

SIGINT (Ctrl+C), SIGTERM and SIGHUP save the world and end it; a second one ends it at once.
Exit codes of serve: 0 success, 1 could not listen or save, 2 wrong usage.
`;
