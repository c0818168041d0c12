import { replaceControls } from './text-forms.js';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // Readers fold unescaped white space within attributes, and line ends everywhere; some count the last two as such.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\u0085', '&#133;'],
  ['\u2028', '&#8232;'],
]);

/** The text for an attribute in double quotes or for the content of an element; forbidden characters become U+FFFD. */
export function escapeXml(text: string): string {
  return replaceControls(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, (character) => ENTITIES.get(character) as string);
}
