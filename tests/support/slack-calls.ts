import { botToken } from "./strict-slack-peer.ts";

export type Asked = Record<string, unknown>;

/** Calls the methods of a Web API as the bot's SDK does: a form whose structured fields are JSON. */
export function callsTo(apiUrl: () => string) {
  const call = async (method: string, asked: Asked, authorization: string | null = `Bearer ${botToken}`) => {
    const fields = Object.entries(asked).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const body = new URLSearchParams(Object.fromEntries(fields));
    const response = await fetch(apiUrl() + method, { method: "POST", headers, body });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get("retry-after"), text };
  };
  const answerOf = async (...given: Parameters<typeof call>) => JSON.parse((await call(...given)).text);
  return { call, answerOf };
}
