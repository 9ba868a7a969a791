import { BackupClient, type ServiceInputTypes, type ServiceOutputTypes } from "@aws-sdk/client-backup";
import type {
  AbsoluteLocation,
  InitializeHandlerOptions,
  InitializeMiddleware,
  MiddlewareStack,
  Pluggable,
} from "@smithy/types";
import { mockAws } from "aws-backup-mock";

const aws = mockAws();

// The middleware and the plugin are those of the SDK, for any client and for one client.
aws.middleware satisfies InitializeMiddleware<object, object>;
aws.middleware satisfies InitializeMiddleware<ServiceInputTypes, ServiceOutputTypes>;
aws.middlewareOptions satisfies InitializeHandlerOptions & AbsoluteLocation;
aws.plugin satisfies Pluggable<object, object>;
aws.plugin satisfies Pluggable<ServiceInputTypes, ServiceOutputTypes>;

declare const stack: MiddlewareStack<object, object>;
stack.add(aws.middleware, aws.middlewareOptions);
stack.use(aws.plugin);

const { middlewareStack } = new BackupClient();
middlewareStack.add(aws.middleware, aws.middlewareOptions);
middlewareStack.use(aws.plugin);

// @ts-expect-error: a plugin is not middleware
aws.plugin satisfies InitializeMiddleware<object, object>;
