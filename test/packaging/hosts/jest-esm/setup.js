import "aws-backup-mock/jest";
