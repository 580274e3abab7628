/**
 * Run in a page beside Microsoft's renderer (the global `AdaptiveCards`): draws a card as wide as asked, and says
 * what is wrong with it. Read by tests/support/card-page.ts.
 */

/** A face about as wide as that of Teams, and its spacings. */
const hostConfig = {
  fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  supportsInteractivity: true,
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
};

/** More of Markdown than Teams reads: what stays as it is here is shown as it is there. */
function asMarkdown(text) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .replaceAll(/&lt;at>(.*?)&lt;\/at>/gu, "<mark>$1</mark>")
    .replaceAll(/!?\[([^\]]*)\]\(([^)]*)\)/gu, '<a href="$2">$1</a>')
    .replaceAll(/(https?:\/\/|www\.)\S+/gu, "<a>$&</a>")
    .replaceAll(/(\*\*?|__?|~~?|`)(\S(?:.*?\S)?)\1/gu, "<b>$2</b>")
    .replaceAll(/^ {0,3}(?:#{1,6}|[-+*]|\d+[.)]|&gt;|>) .*$/gmu, "<ul><li>$&</li></ul>")
    .replaceAll(/^ {0,3}(?:-{3,}|\*{3,})$/gmu, "<hr>");
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = asMarkdown(text);
  result.didProcess = true;
};

function nameOf(element) {
  return `${element.tagName.toLowerCase()} "${element.textContent.slice(0, 40)}"`;
}

/** Whether an element shows the whole of what is in it: fields scroll, and what is inline has no box of its own. */
function isCut(element) {
  if (/^(?:INPUT|SELECT|TEXTAREA)$/u.test(element.tagName)) return false;
  return getComputedStyle(element).display !== "inline" && element.scrollWidth > element.clientWidth + 1;
}

/** Whether it is in a button alone in its row, and already as wide as the card: its label ends with "…". */
function isInWidestButton(element) {
  const button = element.closest("button");
  const row = button?.closest(".ac-actionSet");
  return button != null && row != null && row.querySelectorAll("button").length === 1;
}

/** What sticks out of the card, or is cut by its own box. */
function overflows(box) {
  const right = box.getBoundingClientRect().right + 1;
  const elements = [...box.querySelectorAll("*")].filter(({ tagName }) => tagName !== "OPTION");
  const out = elements.filter((element) => element.getBoundingClientRect().right > right);
  const cut = elements.filter((element) => isCut(element) && !isInWidestButton(element));
  return [...out.map((e) => `sticks out: ${nameOf(e)}`), ...cut.map((e) => `is cut: ${nameOf(e)}`)];
}

/** Draws a card in a box of that width; tells the problems, what became of its text, and its words. */
globalThis.drawCard = (card, widthPx) => {
  const box = document.createElement("div");
  box.id = "card";
  box.style = `width:${widthPx}px;background:white`;
  document.body.style = "margin:0;background:#eee";
  document.body.replaceChildren(box);
  const context = new AdaptiveCards.SerializationContext();
  const adaptive = new AdaptiveCards.AdaptiveCard();
  adaptive.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  adaptive.parse(card, context);
  const drawn = adaptive.render();
  if (drawn === undefined) return { events: ["nothing was drawn"], overflows: [], marks: [], words: "" };
  box.append(drawn);
  const found = adaptive.validateProperties().validationEvents.map(({ message }) => message);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const marks = [...box.querySelectorAll("a, b, i, em, strong, mark, code, li, hr, img, script, iframe")];
  return {
    events: [...parsed, ...found],
    overflows: overflows(box),
    marks: marks.map(nameOf),
    words: box.textContent,
  };
};
