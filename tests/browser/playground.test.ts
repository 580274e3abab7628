import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { play } from "../../playground/activities.ts";
import { type TenantPerson, tenantPerson } from "../../playground/tenant.ts";
import { checkCard } from "../support/adaptive-checker.ts";
import { keepPicture, openBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

/** The opening of the fourth quarter's collection, and the day of December's digest. */
const at = "2027-01-04T09:30:00+01:00";

/** What a text would become if anything read it as Markdown, HTML or a mention. */
const hostile = "**gras** [lien](https://evil.example) <at>Tous</at> <b>x</b>";
const marks = "a, b, i, em, strong, at, img, li";

const energie: TenantPerson = tenantPerson({ email: "energie@cluster.example", name: "Énergie" });
const technique: TenantPerson = tenantPerson({ email: "technique@cluster.example", name: "Technique" });

let browser: Browser;
let teams: Playground;
beforeAll(async () => {
  browser = await openBrowser();
  teams = await startPlayground(browser, at);
});
afterAll(async () => {
  await teams?.close();
  await browser?.close();
});

async function press(card: Locator, button: string | RegExp): Promise<void> {
  await card.getByRole("button", { name: button }).click();
}

async function type(form: Locator, field: string, text: string): Promise<void> {
  await form.getByRole("textbox", { name: field }).fill(text);
}

/** The form that came last. */
function lastForm(): Locator {
  return teams.cards("Donner un chiffre").last();
}

describe("an owner in Teams", () => {
  it("is reminded when the moment comes, without having asked anything", async () => {
    const reminder = teams.cards("La collecte est ouverte");
    await reminder.waitFor();
    expect(await reminder.getByRole("button").allInnerTexts()).toEqual([
      "Électricité des bureaux, T4 2026",
      "Gaz naturel (kWh PCS de la facture), T4 2026",
      "Eau du robinet, T4 2026",
      "Papier acheté, T4 2026",
      "Voir toutes les échéances",
      "Me le rappeler demain",
    ]);
    await keepPicture(teams.page, "playground-reminder");
  });

  it("gives the figure from the reminder's button, and sees the receipt", async () => {
    await press(teams.cards("La collecte est ouverte"), /^Gaz naturel/u);
    const form = lastForm();
    await form.waitFor();
    expect(await form.getByRole("combobox", { name: "Trimestre" }).inputValue()).toBe("T4 2026");
    await type(form, "Valeur", "3 571");
    await keepPicture(teams.page, "playground-form");
    await press(form, "Enregistrer");
    await teams.cards("C’est noté, merci !").filter({ hasText: "3\u202F571\u00A0kWh PCS" }).waitFor();
    await keepPicture(teams.page, "playground-receipt");
  });

  it("types saisir electricite, is asked again about an implausible figure, and mends it", async () => {
    await teams.say("saisir electricite");
    const form = lastForm();
    await form.waitFor();
    await type(form, "Valeur", "99999999");
    await type(form, "Note", hostile);
    await press(form, "Enregistrer");
    const doubt = teams.cards("Est-ce bien ce chiffre ?");
    await doubt.waitFor();
    await keepPicture(teams.page, "playground-implausible");
    await press(doubt, "Corriger");
    const again = lastForm();
    await again.waitFor();
    expect(await again.getByRole("textbox", { name: "Note" }).inputValue()).toBe(hostile);
    await type(again, "Valeur", "3 261,2");
    await press(again, "Enregistrer");
    await teams.cards("C’est noté, merci !").filter({ hasText: "3\u202F261,2\u00A0kWh" }).waitFor();
  });

  it("sees what was written as it was written: no link, no bold, no mention comes of it", async () => {
    await teams.say("cairn historique electricite T4 2026");
    const history = teams.cards("Historique : Électricité des bureaux");
    await history.waitFor();
    expect(await history.textContent()).toContain(hostile);
    expect(await history.locator(marks).count()).toBe(0);
    await keepPicture(history, "playground-history");
  });

  it("is asked which number was meant when it can be read in two ways", async () => {
    await teams.say("saisir eau 18.123");
    const doubt = teams.cards("« 18.123 » peut vouloir dire 18\u202F123 ou 18,123.");
    await doubt.waitFor();
    expect(await doubt.getByRole("button").allInnerTexts()).toEqual(["C’est 18123", "C’est 18,123"]);
    await keepPicture(teams.page, "playground-ambiguous");
    await press(doubt, "C’est 18,123");
    await teams.cards("C’est noté, merci !").filter({ hasText: "18,123 m3" }).waitFor();
  });

  it("may not give somebody else's figure", async () => {
    await teams.say("saisir avion 12");
    await teams.cards("L’indicateur avion n’est pas le vôtre").waitFor();
  });
});

describe("the cluster's channel", () => {
  it("has the digest, with its chart drawn", async () => {
    await teams.open(/Plan d’actions/u);
    const digest = teams.cards("Le point du mois : décembre 2026");
    await digest.waitFor();
    expect(await digest.textContent()).toContain("Données d’exemple : ces chiffres sont inventés.");
    const bars = digest.locator("svg [role=img]");
    await bars.first().waitFor();
    expect(await bars.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")))).toEqual([
      "T1, 2021 (référence), 10.50, 2026, 8.77",
      "T2, 2021 (référence), 8.90, 2026, 8.06",
      "T3 partiel, 2021 (référence), 6.42, 2026, 3.43",
      // Teams' own words for a bar that is not there; the sentences below the chart say that there is no figure.
      "T4, 2021 (référence), 12.52, 2026, 0",
    ]);
    expect(await bars.first().locator("path").count()).toBe(2);
    await teams.page.getByRole("button", { name: "Hide log panel" }).click();
    // The picture of the README.
    await keepPicture(teams.page, "playground-channel");
    await teams.page.setViewportSize({ width: 1440, height: 3000 });
    await keepPicture(digest, "playground-digest");
  });

  it("shows everybody what another person asks there", async () => {
    const text = "<at>Cairn</at> cairn bilan 2025";
    const mentioned = { id: "28:cairn", name: "Cairn" };
    const entities = [{ type: "mention", text: "<at>Cairn</at>", mentioned }];
    const answered = await play(teams.door, technique, "channel", { type: "message", text, entities });
    expect(answered.status).toBe(200);
    await teams.cards("Bilan des gaz à effet de serre 2025").waitFor();
  });
});

type Submit = { readonly type: string; readonly data: object };
type DialogCard = {
  readonly fallbackText: string;
  readonly body: readonly {
    readonly id?: string;
    readonly value?: string;
    readonly actions?: readonly Submit[];
  }[];
};

/** The dialog's card in what an invoke was answered. */
function dialogCard(body: string): DialogCard {
  const { task }: { task: { type: string; value: { card: { content: DialogCard } } } } = JSON.parse(body);
  expect(task.type).toBe("continue");
  return task.value.card.content;
}

/** The first button of a dialog. */
function submitOf({ body }: DialogCard): Submit {
  const [first] = body.flatMap(({ actions = [] }) => actions);
  if (first?.type !== "Action.Submit") throw new Error("The dialog has no Action.Submit.");
  return first;
}

/** The indicator that a form proposes: the first that is due. */
function proposedIn({ body }: DialogCard): string | undefined {
  return body.find(({ id }) => id === "indicator")?.value;
}

// The playground shows no dialogs: what Teams would send is played, and the answer looked at.
describe("the message extension", () => {
  const invoke = async (name: string, value: object) =>
    await play(teams.door, energie, "personal", { type: "invoke", name, value });

  it("opens the form in a dialog, and says there what is wrong and then that it is noted", async () => {
    const opened = await invoke("composeExtension/fetchTask", { commandId: "saisir" });
    expect(opened.status).toBe(200);
    const form = dialogCard(opened.body);
    expect(checkCard(form)).toEqual([]);
    const { data } = submitOf(form);
    const typed = { indicator: proposedIn(form), period: "2026-T4", note: hostile };
    const wrong = await invoke("composeExtension/submitAction", {
      commandId: "saisir",
      data: { ...data, ...typed, value: "-3" },
    });
    const mend = dialogCard(wrong.body);
    expect(checkCard(mend)).toEqual([]);
    expect(JSON.stringify(mend)).toContain("« -3 » est négatif : une quantité ne peut pas l’être.");
    const right = await invoke("composeExtension/submitAction", {
      commandId: "saisir",
      data: { ...submitOf(mend).data, ...typed, value: "12,5" },
    });
    const next = dialogCard(right.body);
    expect(checkCard(next)).toEqual([]);
    expect(JSON.stringify(next)).toMatch(/"C’est noté, merci ! [^"]+, T4 2026 : 12,5\u00A0(?:kg|m3)"/u);
  });

  it("finds a progress to put in a conversation", async () => {
    const parameters = [{ name: "sujet", value: "ges 2025" }];
    const found = await invoke("composeExtension/query", { commandId: "progression", parameters });
    const { composeExtension }: { composeExtension: { attachments: { content: object }[] } } = JSON.parse(
      found.body,
    );
    expect(composeExtension.attachments.flatMap(({ content }) => checkCard(content))).toEqual([]);
    expect(composeExtension.attachments[0]?.content).toMatchObject({
      body: expect.arrayContaining([
        expect.objectContaining({ text: "Avancement : gaz à effet de serre, l’année 2025" }),
      ]),
    });
  });
});
