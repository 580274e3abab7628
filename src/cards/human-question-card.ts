import type { HumanQuestion } from "../domain/human-question.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";

/** Questions shown at once in a list; the rest is counted. */
const shown = 5;

/** What it takes to say who asked, and when. */
export type QuestionView = {
  readonly nameOf: (personId: string) => string | null;
  readonly timeZone: string;
};

function nameIn(personId: string, { nameOf }: QuestionView, { humanQuestions }: Messages): string {
  return nameOf(personId) ?? humanQuestions.somebody;
}

function askedBlocks(question: HumanQuestion, view: QuestionView, messages: Messages): Block[] {
  const { humanQuestions, format } = messages;
  const { number, askerId, askedAt } = question;
  const when = format.moment(askedAt, view.timeZone);
  return [
    text(humanQuestions.numbered(number, question.text)),
    note(humanQuestions.askedBy(nameIn(askerId, view, messages), when)),
  ];
}

/** The open questions, oldest first, each with the button that opens it; nothing when there is none. */
export function openBlocks(open: readonly HumanQuestion[], view: QuestionView, messages: Messages): Block[] {
  if (open.length === 0) return [];
  const said = messages.humanQuestions;
  const more = open.length - shown;
  const answerButton = ({ number }: HumanQuestion) =>
    actions({
      label: said.open.open,
      line: `/cairn repondre ${number}`,
      spoken: said.open.openThis(number),
    });
  return [
    text(said.open.waiting(open.length)),
    ...open
      .slice(0, shown)
      .flatMap((question) => [...askedBlocks(question, view, messages), answerButton(question)]),
    ...(more > 0
      ? [text(said.others(more)), actions({ label: said.open.all, line: "/cairn repondre" })]
      : []),
  ];
}

/** What waits for the referents. */
export function openCard(open: readonly HumanQuestion[], view: QuestionView, messages: Messages): Card {
  const { title, none } = messages.humanQuestions.open;
  return { title, blocks: open.length === 0 ? [text(none)] : openBlocks(open, view, messages) };
}

/** The message to a referent that tells of nothing else. */
export function questionsReminderCard(
  open: readonly HumanQuestion[],
  view: QuestionView,
  messages: Messages,
): Card {
  return { title: messages.humanQuestions.reminder.title, blocks: openBlocks(open, view, messages) };
}

/** One question with all that happened to it, and how to answer it. */
export function questionCard(question: HumanQuestion, view: QuestionView, messages: Messages): Card {
  const { humanQuestions, format } = messages;
  const { one } = humanQuestions;
  const { number, state, history, answer } = question;
  const how = { open: one.how(number), answered: one.howToCorrect(number), withdrawn: one.withdrawn };
  const happened = history.map((event) =>
    one.happened(
      event.kind,
      nameIn(event.personId, view, messages),
      format.moment(event.at, view.timeZone),
      event.kind === "asked" ? null : event.text,
    ),
  );
  return {
    title: one.title(number),
    blocks: [
      text(question.text),
      ...(answer === null ? [] : [text(humanQuestions.answer(answer.text))]),
      { type: "list", items: happened },
      note(how[state]),
    ],
  };
}

function withdrawButton({ number }: HumanQuestion, { humanQuestions }: Messages): Block {
  const { withdraw, withdrawThis } = humanQuestions.forwarded;
  return actions({ label: withdraw, line: `/cairn retirer ${number}`, spoken: withdrawThis(number) });
}

/** That a question went to the referents, with its number. */
export function forwardedCard(question: HumanQuestion, messages: Messages): Card {
  const { forwarded } = messages.humanQuestions;
  return {
    title: forwarded.title(question.number),
    blocks: [
      text(question.text),
      note(forwarded.next),
      note(forwarded.kept),
      withdrawButton(question, messages),
    ],
  };
}

/** A person's own questions that wait. */
export function askedCard(mine: readonly HumanQuestion[], timeZone: string, messages: Messages): Card {
  const { own, numbered, others } = messages.humanQuestions;
  const more = mine.length - shown;
  const listed = mine
    .slice(0, shown)
    .flatMap((question) => [
      text(numbered(question.number, question.text)),
      note(messages.format.moment(question.askedAt, timeZone)),
      withdrawButton(question, messages),
    ]);
  const blocks = [...listed, ...(more > 0 ? [text(others(more))] : [])];
  return { title: own.title, blocks: [...(mine.length === 0 ? [text(own.none)] : blocks), note(own.how)] };
}

function pairBlocks({ number, text: asked, answer }: HumanQuestion, { humanQuestions }: Messages): Block[] {
  const said = answer === null ? [] : [text(humanQuestions.answer(answer.text))];
  return [text(humanQuestions.numbered(number, asked)), ...said];
}

/** What was answered before and resembles the question, with the way on. */
export function similarCard(asked: string, known: readonly HumanQuestion[], messages: Messages): Card {
  const { similar } = messages.humanQuestions;
  return {
    title: similar.title,
    blocks: [
      text(similar.intro),
      ...known.flatMap((question) => pairBlocks(question, messages)),
      actions({ label: similar.anyway, line: `/cairn transmettre ${asked} confirmer` }),
    ],
  };
}

/** That an answer is recorded, and who hears of it. */
export function answeredCard(question: HumanQuestion, asker: string | null, messages: Messages): Card {
  const { answered, numbered, answer: said } = messages.humanQuestions;
  const { number, answer, history } = question;
  const isCorrection = history.at(-1)?.kind === "corrected";
  return {
    title: isCorrection ? answered.corrected(number) : answered.title(number),
    blocks: [
      text(numbered(number, question.text)),
      ...(answer === null ? [] : [text(said(answer.text))]),
      note(asker === null ? answered.gone : answered.told(asker)),
    ],
  };
}

/** That a question is withdrawn. */
export function withdrawnCard({ number, text: asked }: HumanQuestion, { humanQuestions }: Messages): Card {
  const { withdrawn, numbered } = humanQuestions;
  return { title: withdrawn.title(number), blocks: [text(numbered(number, asked)), note(withdrawn.text)] };
}

/** What the referents answered, found by `words` or all of it; nobody is named. */
export function faqCard(
  words: string,
  found: readonly HumanQuestion[],
  timeZone: string,
  messages: Messages,
): Card {
  const { faq, others } = messages.humanQuestions;
  if (found.length === 0)
    return { title: faq.title, blocks: [text(words === "" ? faq.none : faq.notFound(words))] };
  const more = found.length - shown;
  const listed = found.slice(0, shown).flatMap((question) => {
    const when = question.answer === null ? null : messages.format.moment(question.answer.at, timeZone);
    return [...pairBlocks(question, messages), ...(when === null ? [] : [note(faq.answered(when))])];
  });
  const rest = more > 0 ? [text(others(more)), note(faq.narrow)] : [];
  return { title: faq.title, blocks: [...listed, ...rest] };
}

/** What the asker is told, where they asked. */
export function answerCard(question: HumanQuestion, view: QuestionView, messages: Messages): Card {
  const { message, answer: said } = messages.humanQuestions;
  const { number, askerId, answer, history } = question;
  const isCorrection = history.at(-1)?.kind === "corrected";
  const named = (personId: string) => nameIn(personId, view, messages);
  return {
    title: isCorrection ? message.corrected(number) : message.title(number),
    blocks: [
      text(message.asked(named(askerId), question.text)),
      ...(answer === null ? [] : [text(said(answer.text)), note(message.by(named(answer.personId)))]),
    ],
  };
}
