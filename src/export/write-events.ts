import { isRelationType, relationTypeRow } from '../ontology/index.js';
import { carriableId } from './carriable-id.js';
import { claimRowId } from './claim-rows.js';
import type { ClaimRow } from './export-rows.js';
import { tableOf } from './table-of.js';
import { joinTexts, replaceControls } from './text-forms.js';

type Participant = ClaimRow['subjects'][number];

/** A column of the table; sectors are looked up by the ids of entities. */
interface EventColumn {
  readonly id: string;
  readonly value: (claim: ClaimRow, sectorOf: (id: string) => string) => string | number | null;
}

const COLUMNS: readonly EventColumn[] = [
  { id: 'event_id', value: claimRowId },
  { id: 'event_date', value: ({ time, document }) => time?.from ?? document.publishedAt?.slice(0, 10) ?? null },
  {
    id: 'date_is',
    value: ({ time, document }) => (time?.from ? 'TOLD' : document.publishedAt === null ? null : 'PUBLISHED'),
  },
  { id: 'relation', value: ({ relation }) => relation },
  { id: 'cameo_root', value: ({ relation }) => rowOf(relation)?.cameo ?? null },
  { id: 'plover_category', value: ({ relation }) => rowOf(relation)?.plover ?? null },
  { id: 'actor_names', value: ({ subjects }) => namesOf(subjects) },
  { id: 'actor_ids', value: ({ subjects }) => idsOf(subjects) },
  { id: 'actor_sectors', value: ({ subjects }, sectorOf) => sectorsOf(subjects, sectorOf) },
  { id: 'recipient_names', value: ({ objects }) => namesOf(objects) },
  { id: 'recipient_ids', value: ({ objects }) => idsOf(objects) },
  { id: 'recipient_sectors', value: ({ objects }, sectorOf) => sectorsOf(objects, sectorOf) },
  { id: 'place', value: ({ place }) => place?.entity?.name ?? place?.quote ?? null },
  { id: 'mode', value: ({ modality }) => modality },
  { id: 'polarity', value: ({ polarity }) => polarity },
  { id: 'stance', value: ({ stance }) => stance },
  { id: 'claimants', value: ({ claimants }) => joinTexts(claimants.map(({ name }) => name)) },
  { id: 'source', value: ({ document }) => document.source },
  { id: 'url', value: ({ document }) => document.url },
  { id: 'sentence', value: ({ sentence }) => sentence.quote },
  { id: 'confidence', value: ({ confidence }) => confidence },
];

/**
 * A table of events for the tools of political science: a claim a row, with the CAMEO root and PLOVER category of its
 * relation, actors and recipients with their sectors, and the day: the claim's own, else that of publication.
 */
export const EVENTS = tableOf({
  header: `${COLUMNS.map(({ id }) => id).join('\t')}\n`,
  list: (rows) => rows.claims(),
  line: (claim, rows) => {
    const sectorOf = (id: string): string => rows.sectorOf(id) ?? '';
    return `${COLUMNS.map(({ value }) => cell(value(claim, sectorOf))).join('\t')}\n`;
  },
  idOf: claimRowId,
});

/** Tabs and line ends part cells and rows, and so become spaces within them. */
function cell(value: string | number | null): string {
  return replaceControls(String(value ?? '')).replace(/[\t\r\n]+/g, ' ');
}

function rowOf(relation: string): ReturnType<typeof relationTypeRow> | null {
  return isRelationType(relation) ? relationTypeRow(relation) : null;
}

function namesOf(participants: readonly Participant[]): string {
  return joinTexts(participants.map(({ entity, quote }) => entity?.name ?? quote));
}

function idsOf(participants: readonly Participant[]): string {
  return joinTexts(participants.map(({ entity }) => (entity === null ? '' : carriableId(entity.id))));
}

function sectorsOf(participants: readonly Participant[], sectorOf: (id: string) => string): string {
  return joinTexts(participants.map(({ entity }) => (entity === null ? '' : sectorOf(entity.id))));
}
