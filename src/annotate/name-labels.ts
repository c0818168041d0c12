/** What the recogniser tells apart; MISC is any other name: a people, an event, a work. */
export const NAME_CLASSES = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type NameClass = (typeof NAME_CLASSES)[number];

/** Labels of tokens: 0 is outside, 1 to 4 begin a name of a class, 5 to 8 continue one. */
export const NAME_LABELS = 1 + 2 * NAME_CLASSES.length;
export const OUTSIDE = 0;

/** The label that begins a name of a class. */
export function beginLabel(nameClass: number): number {
  return 1 + nameClass;
}

/** The label that continues a name of a class. */
export function insideLabel(nameClass: number): number {
  return 1 + NAME_CLASSES.length + nameClass;
}

/** True for labels that continue a name. */
export function isInside(label: number): boolean {
  return label > NAME_CLASSES.length;
}

/** True where a label may follow another; `previous` is OUTSIDE at the start of a sentence. */
export function mayFollow(previous: number, label: number): boolean {
  if (!isInside(label)) return true;
  const nameClass = label - 1 - NAME_CLASSES.length;
  return previous === beginLabel(nameClass) || previous === label;
}
