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

// Most texts have nothing odd in them: one look at each unit tells, and spares the replacements.
const ODD_IN_ATTRIBUTES = /[^ !#-%'-;=?-\u0084\u0086-\u2027\u2029-\ud7ff\ue000-\ufffd]/;
const ODD_IN_CONTENT = /[^ -%'-;=?-\u0084\u0086-\u2027\u2029-\ud7ff\ue000-\ufffd]/;

/** The text for an attribute in double quotes or for the content of an element; forbidden characters become U+FFFD. */
export function escapeXml(text: string): string {
  return ODD_IN_ATTRIBUTES.test(text) ? replaceControls(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, entityOf) : text;
}

/** The text for the content of an element alone, where quotation marks may stand: much shorter for JSON. */
export function escapeXmlContent(text: string): string {
  return ODD_IN_CONTENT.test(text) ? replaceControls(text).replace(/[&<>\t\n\r\u0085\u2028]/g, entityOf) : text;
}

function entityOf(character: string): string {
  return ENTITIES.get(character) as string;
}
