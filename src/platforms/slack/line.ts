import type { Address } from "../platform.ts";
import { unescaped } from "./escape.ts";

/** A chat line, whether its answer is for everybody in the conversation, and which one that is, where there is one. */
export type Asked = { readonly line: string; readonly shared: boolean; readonly conversation?: Address };

/** What a person typed, out of Slack's markup: links and names become the text that was typed or shown. */
function typed(text: string): string {
  const shown = text.replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/gu, (_, target: string, label?: string) => {
    if (/^mailto:/iu.test(target)) return label ?? target.slice("mailto:".length);
    if (/^https?:/iu.test(target)) return label !== undefined && target.endsWith(label) ? label : target;
    if (/^[#@!]/u.test(target)) return target.charAt(0).replace("!", "@") + (label ?? target.slice(1));
    return label ?? target;
  });
  return unescaped(shown).trim();
}

/** Splits off `partager` (or `share`) as the last word. */
function asked(line: string): Asked {
  const [last] = /(?:^|\s+)(?:partager|share)$/iu.exec(line) ?? [];
  return last === undefined ? { line, shared: false } : { line: line.slice(0, -last.length), shared: true };
}

/** The line of a slash command. */
export function commandLine(command: string, text: string): Asked {
  const { line, shared } = asked(typed(text));
  return { line: `${command} ${line}`.trim(), shared };
}

/** The line of a message to Cairn, which may begin with its name; without any words, a call for help. */
export function messageLine(text: string, botUserId: string | null): Asked {
  const named =
    botUserId === null ? text : text.replace(new RegExp(`^\\s*<@${botUserId}(?:\\|[^<>]*)?>`, "u"), "");
  const { line, shared } = asked(typed(named).replace(/^[\s,:]+/u, ""));
  return { line: line === "" ? "/cairn aide" : line, shared };
}

/** The question that a message asks, whoever it speaks to; without any words, a call for what can be asked. */
export function questionLine(text: string): Asked {
  const asked = text.replace(/^(?:\s*<@[^<>]*>[\s,:]*)+/u, "");
  return { line: `/question ${typed(asked)}`.trim(), shared: false };
}
