import { replaceControls } from './text-forms.js';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // Readers fold unescaped white space within attributes, and carriage returns everywhere.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** The text for an attribute in double quotes or for the content of an element; forbidden characters become U+FFFD. */
export function escapeXml(text: string): string {
  return replaceControls(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES.get(character) as string);
}
