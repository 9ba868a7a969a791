const roleForm = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** Whether a text has the form of an IAM role's ARN; whether there is such a role, this account cannot know. */
export const isRoleArn = (text: string): boolean => roleForm.test(text);
