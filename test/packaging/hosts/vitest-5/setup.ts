import "aws-backup-mock/vitest";
