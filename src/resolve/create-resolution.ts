import type { ReferentKey } from '../domain/index.js';
import type { Cluster, MutableCluster } from './atoms.js';
import { addReferents, removeReferent, takeJudgement } from './change-referents.js';
import { describeCluster } from './describe-cluster.js';
import { algorithmsJudgements, idleJudgements, peoplesJudgements } from './explain.js';
import { followBearers } from './follow-bearers.js';
import { followLikenesses } from './follow-likenesses.js';
import { createJudgementLog } from './judgement-log.js';
import { type ChangeUnderWay, createPlacement, leastKeyOf, referentsOf } from './place-referents.js';
import { referentKeys } from './referent-keys.js';
import type { Resolution, ResolutionChange, ResolutionOptions } from './resolution.js';
import { weighJudgements } from './weigh-judgements.js';

/** A resolution without documents and judgements. Pure: it reads nothing but what it is given. */
export function createResolution(options: ResolutionOptions = {}): Resolution {
  const placement = createPlacement(options);
  const log = createJudgementLog();
  const documents = new Map<string, readonly ReferentKey[]>();
  const context = { placement, log, knowledge: options };

  const makeChange = (make: (change: ChangeUnderWay) => void): ResolutionChange => {
    const change: ChangeUnderWay = {
      clusters: new Set(),
      renamed: new Set(),
      moved: new Set(),
      reweighed: new Set(),
      contested: new Set(),
    };
    make(change);
    followBearers({ ...context, change });
    followLikenesses({ ...context, change });
    if (change.reweighed.size > 0) weighJudgements(placement, log, change);
    return change;
  };
  const removeDocument = (documentId: string, change: ChangeUnderWay): void => {
    for (const key of documents.get(documentId) ?? []) removeReferent(key, { ...context, change });
    documents.delete(documentId);
  };
  const clusterOf = (key: ReferentKey): MutableCluster | null => placement.referents.get(key)?.atom.cluster ?? null;

  return {
    get size() {
      return placement.clusters.size;
    },
    putDocument: (extraction, keys = referentKeys(extraction)) =>
      makeChange((change) => {
        removeDocument(extraction.id, change);
        addReferents(extraction, keys, { ...context, change });
        documents.set(extraction.id, [...keys.values()].slice());
      }),
    deleteDocument: (documentId) => makeChange((change) => removeDocument(documentId, change)),
    applyJudgement: (judgement) => makeChange((change) => takeJudgement(judgement, { ...context, change })),
    groupIdOf: (key) => placement.referents.get(key)?.atom.group.id ?? null,
    clusterOf,
    clustersByName: (name) => [...new Set([...placement.names.find(name)].map((atom) => atom.cluster))],
    nameForms: function* () {
      for (const { form, atoms } of placement.names.all()) {
        yield { form, clusters: [...new Set(atoms.map((atom) => atom.cluster))] };
      }
    },
    clusters: () => placement.clusters.values(),
    entityIdOf: (cluster) => leastKeyOf(inside(cluster)),
    entityOf: (cluster) => {
      const id = leastKeyOf(inside(cluster));
      return id === null ? null : describeCluster(id, referentsOf(inside(cluster)));
    },
    referentsOf: (cluster) => referentsOf(inside(cluster)),
    judgementsOf: (cluster) => [
      ...peoplesJudgements(inside(cluster), log, clusterOf),
      ...algorithmsJudgements(inside(cluster), placement.apart),
    ],
    idleJudgements: () => idleJudgements(log, (key) => placement.referents.has(key)),
  };
}

/** Every cluster that leaves the resolution is one of its own. */
function inside(cluster: Cluster): MutableCluster {
  return cluster as MutableCluster;
}
