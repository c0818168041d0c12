import { describe, expect, it } from 'vitest';
import type { ClaimReference } from '../../src/domain/index.js';
import {
  compareAccounts,
  encodeNodeId,
  explainConflict,
  findNode,
  listConflicts,
  listIncidents,
  loadClaims,
  requireIncident,
} from '../../src/query/index.js';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const SHELLED = {
  relation: 'ATTACK',
  subject: 'Red Guard',
  object: 'the market',
  place: 'Homs',
  time: '2031-03-09',
} as const;
const CAST = {
  organizations: ['Red Guard', 'Blue Guard'],
  places: ['Homs'],
  referents: [{ name: 'the market', type: 'FACILITY', label: 'the market', named: false }],
} as const;
const SKETCHES: readonly ExtractionSketch[] = [
  { id: 'a', source: 'Courier', publishedAt: '2031-03-10', ...CAST, claims: [{ ...SHELLED, claimant: 'Ann Lee' }] },
  {
    id: 'b',
    source: 'Post',
    publishedAt: '2031-03-11',
    ...CAST,
    claims: [
      { ...SHELLED, claimant: 'Bo Ray', stance: 'DENIES' },
      { ...SHELLED, subject: 'Blue Guard' },
      { subject: 'Cy Poe', relation: 'CONSULT', object: 'Ann Lee', time: '2031-03-10' },
    ],
  },
];
const named = ({ documentId, claimId }: ClaimReference) => `${documentId}#${claimId}`;

describe('incidents', () => {
  it('are listed with the most claims first, or by another order', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const { edges, totalCount } = await listIncidents(knowledge, {});
    expect(edges.map(({ node }) => node.claims.map(named))).toEqual([['a#c1', 'b#c1', 'b#c2'], ['b#c3']]);
    expect(totalCount).toBe(2);
    const latest = await listIncidents(knowledge, { order: 'TIME', page: { first: 1 } });
    expect(latest.edges[0]?.node.from).toBe('2031-03-09');
    expect(latest.pageInfo.hasNextPage).toBe(true);
  });

  it('are chosen by a filter on their claims, or because accounts contradict each other', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const met = await listIncidents(knowledge, { where: { relation: { eq: 'CONSULT' } } });
    expect(met.edges.map(({ node }) => named(node.first))).toEqual(['b#c3']);
    const contested = await listIncidents(knowledge, { contested: true });
    expect(contested.edges.map(({ node }) => named(node.first))).toEqual(['a#c1']);
  });

  it('are found by the id of any of their claims', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const incident = requireIncident(knowledge, 'b#c2');
    expect(named(incident.first)).toBe('a#c1');
    expect(requireIncident(knowledge, encodeNodeId('Claim', 'b#c1'))).toEqual(incident);
    expect(await findNode(knowledge, encodeNodeId('Incident', 'a#c1'))).toEqual({ type: 'Incident', incident });
    expect(() => requireIncident(knowledge, 'nowhere#c1')).toThrow(
      expect.objectContaining({ code: 'INCIDENT_NOT_FOUND' }),
    );
  });
});

describe('conflicts', () => {
  it('are listed with both claims, and explained without taking a side', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const { edges } = await listConflicts(knowledge, { kind: 'POLARITY' });
    expect(edges.map(({ node }) => [named(node.a), named(node.b)])).toEqual([['a#c1', 'b#c1']]);
    const [a, b] = await loadClaims(knowledge, [edges[0]!.node.a, edges[0]!.node.b]);
    expect(explainConflict(knowledge, 'POLARITY', [a!, b!])).toBe(
      'Ann Lee says so (“attack”), Bo Ray says that it is not so (“attack”).',
    );
  });

  it('name both agents', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const { edges } = await listConflicts(knowledge, { kind: 'AGENT' });
    const [a, b] = await loadClaims(knowledge, [edges[0]!.node.a, edges[0]!.node.b]);
    expect(explainConflict(knowledge, 'AGENT', [a!, b!])).toBe(
      'Ann Lee says that it was Red Guard, Post that it was Blue Guard.',
    );
  });

  it('are chosen where a filter passes one of their claims', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const where = { subject: { eq: 'Blue Guard' } };
    expect((await listConflicts(knowledge, { where })).edges.map(({ node }) => node.kind)).toEqual(['AGENT']);
    await expect(listConflicts(knowledge, { kind: 'TRUTH' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

describe('compareAccounts', () => {
  it('puts the claims of each voice side by side', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const { accounts, conflicts } = await compareAccounts(knowledge, { incident: 'a#c1' });
    const name = (id: string | null) => (id === null ? null : knowledge.graph.entity(id)?.name);
    expect(accounts.map(({ claimant, source, claims }) => [name(claimant) ?? source, claims.map(named)])).toEqual([
      ['Ann Lee', ['a#c1']],
      ['Bo Ray', ['b#c1']],
      ['Post', ['b#c2']],
    ]);
    expect(conflicts).toHaveLength(2);
  });

  it('compares what happened at a place, in a stretch of time, on the word of some', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    const request = { place: 'Homs', from: '2031-03-08', to: '2031-03-09', claimants: ['Bo Ray'] };
    const { accounts, conflicts } = await compareAccounts(knowledge, request);
    expect(accounts.map(({ claims }) => claims.map(named))).toEqual([['b#c1']]);
    expect(conflicts).toEqual([]);
    expect((await compareAccounts(knowledge, { place: 'Homs', from: '2031-03-12' })).incidents).toEqual([]);
  });

  it('refuses neither, both, and a day that is none', async () => {
    const knowledge = await buildKnowledge(SKETCHES);
    for (const request of [{}, { incident: 'a#c1', place: 'Homs' }, { place: 'Homs', from: 'soon' }]) {
      await expect(compareAccounts(knowledge, request)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    }
  });
});
