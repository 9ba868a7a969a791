require("aws-backup-mock/jest");
