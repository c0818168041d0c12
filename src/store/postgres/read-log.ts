import type { Judgement, JudgementDraft, Retraction, RetractionDraft } from '../../domain/index.js';
import type { Change } from '../store.js';
import type { Connection } from './connections.js';

/** Changes with a position above `after`, ascending. @throws SyntaxError where a draft is not JSON */
export async function readChanges(
  { query }: Connection,
  options: { readonly after: number; readonly limit: number },
): Promise<readonly Change[]> {
  const rows = await query
    .selectFrom('changes')
    .leftJoin('judgements', 'judgements.ordinal', 'changes.judgement')
    .leftJoin('retractions', 'retractions.ordinal', 'changes.retraction')
    .select([
      'changes.position',
      'changes.kind',
      'changes.document_id',
      'judgements.ordinal as judgementOrdinal',
      'judgements.judgement',
      'retractions.ordinal as retractionOrdinal',
      'retractions.retraction',
    ])
    .where('position', '>', options.after)
    .orderBy('position')
    .limit(options.limit)
    .execute();
  return rows.map((row): Change => {
    const { position, kind } = row;
    // A line without its judgement or retraction is parsed as nothing, and reported as damage.
    if (kind === 'JUDGED') {
      return { position, kind, judgement: toJudgement(row.judgementOrdinal ?? 0, row.judgement ?? '') };
    }
    if (kind === 'CLAIM_RETRACTED') {
      return { position, kind, retraction: toRetraction(row.retractionOrdinal ?? 0, row.retraction ?? '') };
    }
    return { position, kind, documentId: (row.document_id ?? Buffer.alloc(0)).toString('utf8') };
  });
}

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
