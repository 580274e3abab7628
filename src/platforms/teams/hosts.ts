import type { TeamsSettings } from "./settings.ts";

/** Where Microsoft's connectors are: only they are answered, and called with our token. */
const microsoft = [/(?:^|\.)botframework\.com$/u, /(?:^|\.)teams\.microsoft\.com$/u];

/** Of trafficmanager.net, of which anybody can rent a name, only Teams' own. */
const traffic = "smba.trafficmanager.net";

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname);
}

/** Whether Cairn may call that service: Teams' own over TLS, those added by the settings, or this machine in local mode. */
export function isAllowedService(serviceUrl: string, settings: TeamsSettings): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, host, username, password } = new URL(serviceUrl);
  if (username !== "" || password !== "") return false;
  if (settings.local) return isLoopback(hostname) && (protocol === "http:" || protocol === "https:");
  if (settings.allowedHosts.includes(host)) return protocol === "https:" || isLoopback(hostname);
  if (protocol !== "https:") return false;
  return hostname === traffic || microsoft.some((each) => each.test(hostname));
}
