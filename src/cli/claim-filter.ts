import { ClaimgraphError } from '../base/index.js';
import type { Given, Option } from './command.js';
import { textOption } from './options.js';

/** The options that choose claims, for every command that lists or exports them. */
export const CLAIM_FILTER_OPTIONS: readonly Option[] = [
  { flags: '--relation <type>', description: 'of that relation type, such as KILL' },
  { flags: '--subject <entity>', description: 'with that subject: a name, an id' },
  { flags: '--object <entity>', description: 'with that object' },
  { flags: '--participant <entity>', description: 'with that entity as subject, object or other participant' },
  { flags: '--claimant <entity>', description: 'attributed to that entity' },
  { flags: '--place <entity>', description: 'at that place' },
  { flags: '--stance <stance>', description: 'of the claimant: ASSERTS, DENIES, DOUBTS, ASKS, CONFIRMS' },
  { flags: '--polarity <polarity>', description: 'AFFIRMED or NEGATED' },
  { flags: '--modality <modality>', description: 'ACTUAL, POSSIBLE, PLANNED, REQUESTED or HYPOTHETICAL' },
  { flags: '--source <source>', description: 'from that publisher, site or feed' },
  { flags: '--document <id>', description: 'from that document' },
  { flags: '--from <day>', description: 'whose own time reaches that day or later' },
  { flags: '--to <day>', description: 'whose own time begins on that day or earlier' },
  { flags: '--where <json>', description: 'a filter as GraphQL takes it: \'{"confidence":{"gte":0.8}}\'' },
];

/** The filter that the options ask for together; null where they ask for everything. @throws ClaimgraphError FILTER_INVALID where `--where` is not JSON. */
export function claimFilter(given: Given): unknown {
  const parts: unknown[] = EQUAL_FIELDS.flatMap((field) => {
    const value = textOption(given, field);
    if (value === null) return [];
    return [{ [field]: { eq: UPPER_CASE_FIELDS.has(field) ? value.toUpperCase() : value } }];
  });
  const from = textOption(given, 'from');
  const to = textOption(given, 'to');
  if (from !== null || to !== null) {
    parts.push({ time: { overlaps: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } } });
  }
  const where = parseWhere(textOption(given, 'where'));
  if (where !== null) parts.push(where);
  return parts.length === 0 ? null : parts.length === 1 ? parts[0] : { AND: parts };
}

const EQUAL_FIELDS = [
  'relation',
  'subject',
  'object',
  'participant',
  'claimant',
  'place',
  'stance',
  'polarity',
  'modality',
  'source',
  'document',
] as const;
const UPPER_CASE_FIELDS: ReadonlySet<string> = new Set(['relation', 'stance', 'polarity', 'modality']);

function parseWhere(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ClaimgraphError(
      'FILTER_INVALID',
      `--where takes JSON such as {"relation":{"eq":"KILL"}}, but got "${text}". In a shell, put it in single quotes.`,
      { where: text },
    );
  }
}
