import type { IncomingMessage } from "node:http";
import type { RequestTarget } from "../request-target";
import type { HttpAnswer } from "../send";

/** Whether a request is for the page, and not for an operation of a service, whose requests are signed or name a target. */
export const isForPage = (
  { method, headers }: IncomingMessage,
  path: string,
  query: RequestTarget["query"],
): boolean =>
  method === "GET" &&
  path === "/" &&
  headers.authorization === undefined &&
  headers["x-amz-target"] === undefined &&
  query["Action"] === undefined;

/** Whether the page looks at the mock, which it does at every change. Moving the clock is worth a line in a log. */
export const isLooking = ({ headers, url }: IncomingMessage): boolean =>
  headers["sec-fetch-site"] === "same-origin" && url !== "/_mock/clock";

/** The page. It is loaded when first asked for: most endpoints never show it. */
export async function pageAnswer(): Promise<HttpAnswer> {
  const { html, scriptHash, styleHash } = await import("./page-file");
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyFor(scriptHash, styleHash),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: html,
  };
}

/** Only the page's own script and style, requests to this endpoint only, and no text that becomes markup. */
const policyFor = (scriptHash: string, styleHash: string): string =>
  [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
