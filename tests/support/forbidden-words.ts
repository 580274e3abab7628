/**
 * What no message may say (docs/methode.md, 8). The French list is article D229-106 of the code de
 * l'environnement (decree 2022-539): "neutre en carbone", "zéro carbone", "avec une empreinte carbone
 * nulle", "climatiquement neutre", "intégralement compensé", "100 % compensé", or anything of the same
 * meaning. Net totals and coverage rates are the Bilan Carbone's: its pillars are neither added nor
 * subtracted (method, 2.1).
 */
const forbidden: readonly RegExp[] = [
  /\bneutres?\b/iu,
  /\bneutral(?:ity|e)?\b/iu,
  /neutralis/iu,
  /z[ée]ro[ -](?:carbone|émission)/iu,
  /\bzero[ -](?:carbon|emission)/iu,
  /(?:empreinte|bilan)(?: carbone)? nulle?\b/iu,
  /carbone nul\b/iu,
  /\bcompensé(?:e?s?)(?!\p{L})/iu,
  /\boffset(?:s|ting)?\b/iu,
  /\bcarbon[ -](?:positive|negative|free)\b/iu,
  /\bnet[ -]?zero\b/iu,
  /\b(?:total|bilan|solde|émissions?) (?:nets?|nettes?)\b/iu,
  /\bnet (?:total|emissions?|balance|footprint)\b/iu,
  /\b(?:taux|ratio) de (?:couverture|compensation)\b/iu,
  /\b(?:coverage|offset) (?:rate|ratio)\b/iu,
];

/** What of a text is forbidden. */
export function forbiddenIn(text: string): string[] {
  return forbidden.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}
