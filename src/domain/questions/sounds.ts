/** Letters and groups of letters that French says alike, in the order in which they are made one. */
const alike: readonly (readonly [written: RegExp, heard: string])[] = [
  [/(.)\1+/g, "$1"],
  [/ph/g, "f"],
  [/qu|q|k|c(?=[aoulrt])|c$/g, "k"],
  [/[tc]i(?=on)/g, "si"],
  [/sc(?=[eiy])|ç|c(?=[eiy])/g, "s"],
  [/z/g, "s"],
  [/x/g, "ks"],
  [/g(?=[eiy])/g, "j"],
  [/gu(?=[eiy])|gh/g, "g"],
  [/y/g, "i"],
  [/(?<=[^cs])h|^h/g, ""],
  [/eau|au/g, "o"],
  [/ai|ei|et$|er$|ez$|ee$/g, "e"],
  [/[ae]m(?=[bp])|[ae]n(?=[^aeiouy]|$)/g, "a~"],
  [/(.)\1+/g, "$1"],
  [/(?<=[^c])(?:[sxtdp]+|es?)$/g, ""],
];

/** How a folded word sounds, roughly: the same for "objectif" and "objektif", "électricité" and "elektrissité". */
export function soundOf(folded: string): string {
  return alike.reduce((word, [written, heard]) => word.replace(written, heard), folded);
}
