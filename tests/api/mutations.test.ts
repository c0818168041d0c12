import { describe, expect, it } from 'vitest';
import { followKnowledge } from '../../src/pipeline/index.js';
import { DEFAULT_MAX_DOCUMENT } from '../../src/read/index.js';
import { serveForTest } from '../support/serve-knowledge.js';

const ADD = `mutation ($documents: [DocumentInput!]!) { addDocuments(documents: $documents) {
  results { outcome document { id key title publishedAt claims { totalCount edges { node { document { key } } } } } }
  userErrors { code claimgraph message path } } }`;
const MERGE = `mutation ($entities: [ID!]!, $reason: String!) { mergeEntities(entities: $entities, reason: $reason) {
  entities { key name } judgements { id verdict by reason left right } userErrors { code claimgraph path } } }`;
const UNMERGE = `mutation ($target: UnmergeTarget!) { unmergeEntities(target: $target, reason: "Two people.") {
  entities { key name } judgements { id undoes } userErrors { code claimgraph path } } }`;
const ARTICLE = {
  id: 'n1',
  title: 'Mayor meets dockers',
  publishedAt: '2031-04-05',
  text: 'Mayor Ines Ortolan met Bruno Salt in Port Avel on Friday. Salt accused Ortolan of lying.',
};

interface Accusation {
  readonly node: {
    readonly sentence: { readonly quote: string };
    readonly relation: { readonly id: string; readonly claims: number };
  };
}

describe('addDocuments', () => {
  it('reads a document, and the graph holds it in the same answer', async () => {
    const { ask } = await serveForTest([]);
    const { data, errors } = await ask(ADD, { documents: [ARTICLE] });
    expect(errors).toEqual([]);
    expect(data.addDocuments.userErrors).toEqual([]);
    const [{ outcome, document }] = data.addDocuments.results;
    expect([outcome, document.key, document.title, document.publishedAt]).toEqual([
      'ADDED',
      'n1',
      'Mayor meets dockers',
      '2031-04-05',
    ]);
    expect((await ask('{ statistics { documents } }')).data.statistics.documents).toBe(1);
  });

  it('says of the same again that nothing changed, and of another text that it did', async () => {
    const { ask } = await serveForTest([]);
    const outcomes: string[] = [];
    for (const document of [ARTICLE, ARTICLE, { ...ARTICLE, text: 'Nobody met anybody.' }]) {
      outcomes.push((await ask(ADD, { documents: [document] })).data.addDocuments.results[0].outcome);
    }
    expect(outcomes).toEqual(['ADDED', 'UNCHANGED', 'UPDATED']);
  });

  it('tells what each change of one operation left, not what an earlier one had read', async () => {
    const { ask } = await serveForTest([]);
    const { data, errors } = await ask(
      `mutation ($first: DocumentInput!, $second: DocumentInput!) {
        first: addDocuments(documents: [$first]) { results { document { title claims { edges { node {
          sentence { quote } relation { id claims } } } } } } }
        second: addDocuments(documents: [$second]) { results { document { title claims { edges { node {
          sentence { quote } relation { id claims } } } } } } }
      }`,
      {
        first: { id: 'n1', title: 'One', text: 'Bruno Salt accused Ines Ortolan of lying.' },
        second: {
          id: 'n1',
          title: 'Two',
          text: 'Ines Ortolan accused Bruno Salt of theft. Cara Poe accused Ines Ortolan of lying.',
        },
      },
    );
    expect(errors).toEqual([]);
    const [{ document }] = data.second.results;
    expect(document.title).toBe('Two');
    const accusations = document.claims.edges.filter(({ node }: Accusation) => node.relation.id === 'ACCUSE');
    expect(accusations.map(({ node }: Accusation) => [node.sentence.quote, node.relation.claims])).toEqual([
      ['Ines Ortolan accused Bruno Salt of theft.', 2],
      ['Cara Poe accused Ines Ortolan of lying.', 2],
    ]);
  });

  it('names the document that cannot be read, and keeps the others', async () => {
    const { ask } = await serveForTest([]);
    const documents = [
      { text: ' \n' },
      ARTICLE,
      { id: 'x'.repeat(600), text: 'Some text.' },
      { text: 'a'.repeat(DEFAULT_MAX_DOCUMENT + 1) },
    ];
    const { data } = await ask(ADD, { documents });
    expect(data.addDocuments.results.map(({ document }: { document: { key: string } }) => document.key)).toEqual([
      'n1',
    ]);
    expect(data.addDocuments.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', claimgraph: 'INPUT_EMPTY', path: ['documents', '0'] },
      { code: 'BAD_USER_INPUT', claimgraph: 'INPUT_MALFORMED', path: ['documents', '2'] },
      { code: 'BAD_USER_INPUT', claimgraph: 'INPUT_TOO_LARGE', path: ['documents', '3'] },
    ]);
  });

  it('takes odd text as it comes', async () => {
    const { ask } = await serveForTest([]);
    const texts = [
      '__proto__ killed constructor.',
      '\u0000\u0001 a',
      'a \u202e b \u05d0',
      '👩‍👩‍👧 met 👨.',
      'x'.repeat(20_000),
    ];
    const { data, errors } = await ask(ADD, { documents: texts.map((text) => ({ text, id: text.slice(0, 12) })) });
    expect(errors).toEqual([]);
    expect(data.addDocuments.results.length).toBe(texts.length);
  });
});

describe('deleteDocument', () => {
  it('takes a document away with exactly its claims', async () => {
    const { ask } = await serveForTest();
    const before = (await ask('{ claims { edges { node { id document { key } } } } }')).data.claims.edges;
    const { data } = await ask('mutation { deleteDocument(id: "b") { deletedId userErrors { code } } }');
    expect(data.deleteDocument.userErrors).toEqual([]);
    expect((await ask(`{ node(id: "${data.deleteDocument.deletedId}") { id } }`)).data.node).toBeNull();
    const after = (await ask('{ claims { edges { node { id document { key } } } } }')).data.claims.edges;
    expect(after).toEqual(
      before.filter(({ node }: { node: { document: { key: string } } }) => node.document.key !== 'b'),
    );
  });

  it('says that there is none', async () => {
    const { ask } = await serveForTest();
    const { data, errors } = await ask(
      'mutation { deleteDocument(id: "nosuch") { deletedId userErrors { code claimgraph path } } }',
    );
    expect(errors).toEqual([]);
    expect(data.deleteDocument).toEqual({
      deletedId: null,
      userErrors: [{ code: 'NOT_FOUND', claimgraph: 'DOCUMENT_NOT_FOUND', path: ['id'] }],
    });
  });
});

describe('mergeEntities and unmergeEntities', () => {
  it('make two entities one, and two again by taking the judgement back', async () => {
    const { ask } = await serveForTest();
    const entities = '{ entities { edges { node { key name } } } }';
    const before = (await ask(entities)).data;
    const ids = [(await ask('{ entity(id: "Bo Ray") { id } }')).data.entity.id, 'Cy Poe'];
    const { data, errors } = await ask(MERGE, { entities: ids, reason: 'One man under two names.' });
    expect(errors).toEqual([]);
    expect(data.mergeEntities.userErrors).toEqual([]);
    expect(data.mergeEntities.entities.length).toBe(1);
    const [judgement] = data.mergeEntities.judgements;
    expect([judgement.verdict, judgement.by, judgement.reason]).toEqual(['SAME', 'PERSON', 'One man under two names.']);
    // Both old ids still lead to the one entity.
    const again = await ask(`{ node(id: "${ids[0]}") { id } entity(id: "Cy Poe") { id judgements { reason } } }`);
    expect(again.data.node.id).toBe(again.data.entity.id);
    expect(again.data.entity.judgements).toContainEqual({ reason: 'One man under two names.' });
    const undone = await ask(UNMERGE, { target: { judgement: judgement.id } });
    expect(undone.data.unmergeEntities.judgements[0].undoes).toBe(judgement.id);
    expect((await ask(entities)).data).toEqual(before);
  });

  it('set referents apart', async () => {
    const { ask } = await serveForTest();
    const { referents } = (await ask('{ entity(id: "Ann Lee") { referents } }')).data.entity;
    expect(referents.length).toBeGreaterThan(1);
    const { data } = await ask(UNMERGE, {
      target: { referents: { entity: 'Ann Lee', referents: [referents.at(-1)] } },
    });
    expect(data.unmergeEntities.userErrors).toEqual([]);
    expect(data.unmergeEntities.entities.map(({ key }: { key: string }) => key)).toContain(referents.at(-1));
  });

  it('name what is wrong, and do nothing', async () => {
    const { ask, knowledge } = await serveForTest();
    const { position } = knowledge;
    const one = await ask(MERGE, { entities: ['Bo Ray'], reason: 'r' });
    expect(one.data.mergeEntities).toMatchObject({
      entities: [],
      judgements: [],
      userErrors: [{ code: 'BAD_USER_INPUT' }],
    });
    const nobody = await ask(MERGE, { entities: ['Bo Ray', 'Nobody Atall'], reason: 'r' });
    expect(nobody.data.mergeEntities.userErrors[0].code).toBe('NOT_FOUND');
    const none = await ask(UNMERGE, { target: { judgement: 'j99' } });
    expect(none.data.unmergeEntities.userErrors[0].claimgraph).toBe('JUDGEMENT_NOT_FOUND');
    const both = await ask(UNMERGE, { target: { judgement: 'j1', referents: { entity: 'a', referents: [] } } });
    expect(both.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(knowledge.position).toBe(position);
  });
});

describe('markDistinct', () => {
  it('takes a pair off the list of those that may be one', async () => {
    const company = ['Ilva Conte'];
    const served = await serveForTest([
      { id: 'a', people: ['A. R. Marlo', ...company] },
      { id: 'b', people: ['Alberto Marlo', ...company] },
    ]);
    const list = '{ mergeCandidates { totalCount edges { node { left { name } right { name } score features } } } }';
    const before = (await served.ask(list)).data.mergeCandidates;
    expect(before.edges.map(({ node }: { readonly node: unknown }) => node)).toEqual([
      {
        left: { name: 'A. R. Marlo' },
        right: { name: 'Alberto Marlo' },
        score: 0.65,
        features: ['INITIALS', 'PERSON'],
      },
    ]);
    const judge = `mutation { markDistinct(entities: ["A. R. Marlo", "Alberto Marlo"], reason: "father and son") {
      entities { name } judgements { verdict } userErrors { code }
    } }`;
    expect((await served.ask(judge)).data.markDistinct).toEqual({
      entities: [{ name: 'A. R. Marlo' }, { name: 'Alberto Marlo' }],
      judgements: [{ verdict: 'DIFFERENT' }],
      userErrors: [],
    });
    expect((await served.ask(list)).data.mergeCandidates.totalCount).toBe(0);
  });
});

describe('updateDocument', () => {
  it('changes what is told, keeps the rest, and reads anew', async () => {
    const { ask } = await serveForTest([]);
    await ask(ADD, { documents: [ARTICLE] });
    const change = `mutation ($changes: DocumentChanges!) { updateDocument(id: "n1", changes: $changes) {
      result { outcome document { key title text publishedAt } } userErrors { code claimgraph path }
    } }`;
    const first = (await ask(change, { changes: { title: 'Another title', publishedAt: null } })).data.updateDocument;
    expect(first).toEqual({
      result: {
        outcome: 'UPDATED',
        document: { key: 'n1', title: 'Another title', text: ARTICLE.text, publishedAt: null },
      },
      userErrors: [],
    });
    const second = await ask(change, { changes: { text: 'Ines Ortolan met Cara Poe.' } });
    expect(second.data.updateDocument.result.document).toMatchObject({ key: 'n1', title: 'Another title' });
    expect((await ask('{ entityByName(name: "Cara Poe") { name } }')).data.entityByName).toHaveLength(1);
    expect((await ask(change, { changes: { text: null } })).data.updateDocument.result.outcome).toBe('UNCHANGED');
    const blank = (await ask(change, { changes: { text: ' ' } })).data.updateDocument;
    expect(blank).toMatchObject({ result: null, userErrors: [{ claimgraph: 'INPUT_EMPTY' }] });
  });
});

describe('deleteDocument with dryRun', () => {
  it('tells what would go, and what went', async () => {
    const { ask } = await serveForTest();
    const remove = (dryRun: boolean): string =>
      `mutation { deleteDocument(id: "b", dryRun: ${dryRun}) { deletedId effect { claims entities relationships } } }`;
    const count = '{ statistics { claims entities relationships } }';
    const before = (await ask(count)).data.statistics;
    const { deletedId, effect } = (await ask(remove(true))).data.deleteDocument;
    expect(deletedId).toBeNull();
    expect((await ask(count)).data.statistics).toEqual(before);
    expect((await ask(remove(false))).data.deleteDocument.effect).toEqual(effect);
    const after = (await ask(count)).data.statistics;
    for (const what of ['claims', 'entities', 'relationships']) {
      expect([what, before[what] - after[what]]).toEqual([what, effect[what]]);
    }
  });
});

describe('retractClaim and restoreClaim', () => {
  it('keep a claim out of the graph, with the reason, and let it in again', async () => {
    const { ask, knowledge } = await serveForTest();
    const list = '{ claims { totalCount } relationships { totalCount } document(id: "a") { claims { totalCount } } }';
    const before = (await ask(list)).data;
    const decide = (what: string, id: string): string => `mutation { ${what}(id: "${id}", reason: "Read wrongly.") {
      claim { id retraction { reason } } userErrors { claimgraph }
    } }`;
    const retracted = (await ask(decide('retractClaim', 'a#c2'))).data.retractClaim;
    expect(retracted).toMatchObject({ claim: { retraction: { reason: 'Read wrongly.' } }, userErrors: [] });
    const without = (await ask(list)).data;
    expect(without.claims.totalCount).toBe(before.claims.totalCount - 1);
    expect(without.document.claims.totalCount).toBe(before.document.claims.totalCount - 1);
    // It can still be named, and is listed apart.
    const { id } = retracted.claim;
    const again = (
      await ask(
        `{ node(id: "${id}") { ... on Claim { retraction { id } } } retractedClaims { edges { node { claim { id } } } } }`,
      )
    ).data;
    expect(again).toEqual({
      node: { retraction: { id: 'x1' } },
      retractedClaims: { edges: [{ node: { claim: { id } } }] },
    });
    // Another reader of the same store comes to the same graph, whether it follows the log or begins anew.
    const other = await followKnowledge(knowledge.store, { resources: knowledge.resources });
    expect(other.graph.claimCount).toBe(without.claims.totalCount);
    const { position } = knowledge;
    await ask(decide('retractClaim', 'a#c2'));
    expect(knowledge.position).toBe(position);
    expect((await ask(decide('restoreClaim', id))).data.restoreClaim.claim.retraction).toBeNull();
    expect((await ask(list)).data).toEqual(before);
    await other.catchUp();
    expect(other.graph.claimCount).toBe(before.claims.totalCount);
    for (const wrong of ['a#c99', 'nosuch#c1']) {
      const answer = (await ask(decide('retractClaim', wrong))).data.retractClaim;
      expect(answer).toEqual({ claim: null, userErrors: [{ claimgraph: 'CLAIM_NOT_FOUND' }] });
    }
    expect((await ask(decide('retractClaim', 'nonsense'))).data.retractClaim.userErrors[0].claimgraph).toBe(
      'ID_INVALID',
    );
  });
});
