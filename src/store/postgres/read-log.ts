import type { Judgement, JudgementDraft, Retraction, RetractionDraft } from '../../domain/index.js';
import type { Change } from '../store.js';
import type { Connection } from './connections.js';

/** Changes with a position above `after`, ascending. @throws SyntaxError where a draft is not JSON */
export async function readChanges(
  { client }: Connection,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Change[]> {
  const { rows } = await client.query<ChangeRow>({
    name: 'claimgraph_changes',
    text: READ_CHANGES,
    values: [after, limit],
  });
  return rows.map((row): Change => {
    const { position, kind } = row;
    // A line without its judgement or retraction is parsed as nothing, and reported as damage.
    if (kind === 'JUDGED') {
      return { position, kind, judgement: toJudgement(row.judgement ?? 0, row.judged ?? '') };
    }
    if (kind === 'CLAIM_RETRACTED') {
      return { position, kind, retraction: toRetraction(row.retraction ?? 0, row.retracted ?? '') };
    }
    return { position, kind, documentId: (row.document_id ?? Buffer.alloc(0)).toString('utf8') };
  });
}

interface ChangeRow {
  readonly position: number;
  readonly kind: Change['kind'];
  readonly document_id: Buffer | null;
  readonly judgement: number | null;
  readonly judged: string | null;
  readonly retraction: number | null;
  readonly retracted: string | null;
}

// Drafts are looked up one by one: most lines have none, and a join would be planned for half of the log.
const READ_CHANGES = `SELECT position, kind, document_id,
    changes.judgement, (SELECT made.judgement FROM judgements AS made WHERE ordinal = changes.judgement) AS judged,
    changes.retraction, (SELECT made.retraction FROM retractions AS made WHERE ordinal = changes.retraction) AS retracted
  FROM changes WHERE position > $1 ORDER BY position LIMIT $2`;

/** Every judgement, oldest first. @throws SyntaxError where one is not JSON */
export async function readJudgements({ query }: Connection): Promise<readonly Judgement[]> {
  const rows = await query.selectFrom('judgements').selectAll().orderBy('ordinal').execute();
  return rows.map(({ ordinal, judgement }) => toJudgement(ordinal, judgement));
}

/** Every retraction, oldest first. @throws SyntaxError where one is not JSON */
export async function readRetractions({ query }: Connection): Promise<readonly Retraction[]> {
  const rows = await query.selectFrom('retractions').selectAll().orderBy('ordinal').execute();
  return rows.map(({ ordinal, retraction }) => toRetraction(ordinal, retraction));
}

function toJudgement(ordinal: number, json: string): Judgement {
  return { ...(JSON.parse(json) as JudgementDraft), id: `j${ordinal}` };
}

function toRetraction(ordinal: number, json: string): Retraction {
  return { ...(JSON.parse(json) as RetractionDraft), id: `x${ordinal}` };
}
