import { type Fault, PlatformError } from "../platform.ts";

/** Slack's words that are not a plain `rejected` (docs.slack.dev/reference/methods, "Errors" of each method used). */
const faultsByCode: Readonly<Record<string, Fault>> = {
  ratelimited: "rate_limited",
  rate_limited: "rate_limited",
  message_limit_exceeded: "rate_limited",
  invalid_auth: "unauthorised",
  not_authed: "unauthorised",
  account_inactive: "unauthorised",
  token_revoked: "unauthorised",
  token_expired: "unauthorised",
  missing_scope: "unauthorised",
  no_permission: "unauthorised",
  not_allowed_token_type: "unauthorised",
  access_denied: "unauthorised",
  ekm_access_denied: "unauthorised",
  org_login_required: "unauthorised",
  team_access_not_granted: "unauthorised",
  channel_not_found: "gone",
  is_archived: "gone",
  not_in_channel: "gone",
  message_not_found: "gone",
  thread_not_found: "gone",
  user_not_found: "gone",
  user_not_visible: "gone",
  users_not_found: "gone",
  user_not_in_channel: "gone",
  user_disabled: "gone",
  cannot_dm_bot: "gone",
  messages_tab_disabled: "gone",
  internal_error: "unreachable",
  fatal_error: "unreachable",
  service_unavailable: "unreachable",
  request_timeout: "unreachable",
};

/** How long to wait when Slack says "too fast" without a number, in seconds: its smallest tier is one call a minute. */
const unsaidDelayS = 60;

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function byCode(code: string, cause: unknown): PlatformError {
  const fault = faultsByCode[code] ?? "rejected";
  return new PlatformError(fault, code, {
    cause,
    retryAfterS: fault === "rate_limited" ? unsaidDelayS : null,
  });
}

function byStatus(status: unknown, cause: unknown): PlatformError {
  const code = `http_${String(status)}`;
  if (status === 429) return new PlatformError("rate_limited", code, { cause, retryAfterS: unsaidDelayS });
  const isTheirs = typeof status !== "number" || status >= 500;
  return new PlatformError(isTheirs ? "unreachable" : "rejected", code, { cause });
}

/** The system's word for a request that came to nothing, wherever it hides in the chain of causes. */
function systemCode(error: unknown): string {
  for (let each = error, depth = 0; each !== undefined && depth < 5; each = field(each, "cause"), depth++) {
    const code = field(each, "code");
    if (typeof code === "string" && !code.startsWith("slack_webapi_")) return code;
  }
  return "no_answer";
}

/** What the Web API client threw, as one of our few; the original is the `cause`. */
export function platformErrorOf(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  switch (field(error, "code")) {
    case "slack_webapi_platform_error":
      return byCode(String(field(field(error, "data"), "error")), error);
    case "slack_webapi_rate_limited_error": {
      const delay = field(error, "retryAfter");
      const retryAfterS = typeof delay === "number" && delay >= 0 ? delay : unsaidDelayS;
      return new PlatformError("rate_limited", "ratelimited", { cause: error, retryAfterS });
    }
    case "slack_webapi_http_error":
      return byStatus(field(error, "statusCode"), error);
    default:
      return new PlatformError("unreachable", systemCode(error), { cause: error });
  }
}
