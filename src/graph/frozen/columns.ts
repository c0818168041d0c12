/** How wide the numbers of a column are. STARTS is a column of U32 with one row more: item n has the rows from n's to (n + 1)'s. */
export interface ColumnKinds {
  readonly U8: Uint8Array;
  readonly U32: Uint32Array;
  readonly STARTS: Uint32Array;
  readonly F64: Float64Array;
}

/**
 * Every column of a frozen graph: rows of what it has, and of which kind. Documents and entities are numbered in order of
 * their ids, claims in the order of the record, relationships in order of their ids, referents by document; texts, and so
 * on, go by number. Where a value may be missing, a text goes by its number and one, a choice by its place and one.
 */
export const COLUMNS = {
  documentIdBytes: { rows: 'documentIdBytes', kind: 'U8' },
  documentIdStarts: { rows: 'documents', kind: 'STARTS' },
  documentIdWide: { rows: 'documents', kind: 'U8' },
  documentIdSlots: { rows: 'documentIdSlots', kind: 'U32' },
  formBytes: { rows: 'formBytes', kind: 'U8' },
  formStarts: { rows: 'forms', kind: 'STARTS' },
  formWide: { rows: 'forms', kind: 'U8' },
  formSlots: { rows: 'formSlots', kind: 'U32' },
  textBytes: { rows: 'textBytes', kind: 'U8' },
  textStarts: { rows: 'texts', kind: 'STARTS' },
  textWide: { rows: 'texts', kind: 'U8' },
  textSlots: { rows: 'textSlots', kind: 'U32' },

  documentReferents: { rows: 'documents', kind: 'STARTS' },
  /** Of a document's referents: ascending by `referentRest`. */
  referentDocument: { rows: 'referents', kind: 'U32' },
  /** What its key says behind the document, as a text. */
  referentRest: { rows: 'referents', kind: 'U32' },
  referentEntity: { rows: 'referents', kind: 'U32' },

  entityType: { rows: 'entities', kind: 'U8' },
  entityName: { rows: 'entities', kind: 'U32' },
  entityNamed: { rows: 'entities', kind: 'U8' },
  entitySector: { rows: 'entities', kind: 'U8' },
  entityMentions: { rows: 'entities', kind: 'U32' },
  /** As JSON. */
  entityLocation: { rows: 'entities', kind: 'U32' },
  entityAliases: { rows: 'entities', kind: 'STARTS' },
  alias: { rows: 'aliases', kind: 'U32' },
  entityRoles: { rows: 'entities', kind: 'STARTS' },
  role: { rows: 'roles', kind: 'U32' },
  /** In order of their keys, so that the first one's is the entity's id. */
  entityReferents: { rows: 'entities', kind: 'STARTS' },
  entityReferent: { rows: 'referents', kind: 'U32' },
  formEntities: { rows: 'forms', kind: 'STARTS' },
  formEntity: { rows: 'formEntities', kind: 'U32' },

  documentClaims: { rows: 'documents', kind: 'STARTS' },
  documentSource: { rows: 'documents', kind: 'U32' },
  documentPublished: { rows: 'documents', kind: 'U32' },
  claimDocument: { rows: 'claims', kind: 'U32' },
  claimId: { rows: 'claims', kind: 'U32' },
  claimRelation: { rows: 'claims', kind: 'U8' },
  claimPredicate: { rows: 'claims', kind: 'U32' },
  claimParts: { rows: 'claims', kind: 'STARTS' },
  partReferent: { rows: 'parts', kind: 'U32' },
  partRole: { rows: 'parts', kind: 'U8' },
  claimLeavesOut: { rows: 'claims', kind: 'U8' },
  claimAttributed: { rows: 'claims', kind: 'U8' },
  claimStance: { rows: 'claims', kind: 'U8' },
  claimPolarity: { rows: 'claims', kind: 'U8' },
  claimModality: { rows: 'claims', kind: 'U8' },
  claimFrom: { rows: 'claims', kind: 'U32' },
  claimTo: { rows: 'claims', kind: 'U32' },
  claimConfidence: { rows: 'claims', kind: 'F64' },
  claimSentence: { rows: 'claims', kind: 'U32' },
  claimSentenceEnd: { rows: 'claims', kind: 'U32' },
  /** The incident's number and one; 0 for a claim of none. */
  claimIncident: { rows: 'claims', kind: 'U32' },
  entityClaims: { rows: 'entities', kind: 'STARTS' },
  entityClaim: { rows: 'entityClaims', kind: 'U32' },

  subject: { rows: 'relationships', kind: 'U32' },
  relation: { rows: 'relationships', kind: 'U8' },
  object: { rows: 'relationships', kind: 'U32' },
  subjectRelationships: { rows: 'entities', kind: 'STARTS' },
  relationshipClaims: { rows: 'relationships', kind: 'STARTS' },
  relationshipClaim: { rows: 'relationshipClaims', kind: 'U32' },
  supportClaims: { rows: 'relationships', kind: 'U32' },
  supportSources: { rows: 'relationships', kind: 'U32' },
  supportClaimants: { rows: 'relationships', kind: 'U32' },
  disputeClaims: { rows: 'relationships', kind: 'U32' },
  disputeSources: { rows: 'relationships', kind: 'U32' },
  disputeClaimants: { rows: 'relationships', kind: 'U32' },
  firstSeen: { rows: 'relationships', kind: 'U32' },
  lastSeen: { rows: 'relationships', kind: 'U32' },
  /** The relationships at either end of which an entity is, ascending, with what a walk asks of each. */
  entitySteps: { rows: 'entities', kind: 'STARTS' },
  stepOther: { rows: 'steps', kind: 'U32' },
  stepRelationship: { rows: 'steps', kind: 'U32' },
  stepClaims: { rows: 'steps', kind: 'U32' },
  stepSupporting: { rows: 'steps', kind: 'U32' },

  incidentKind: { rows: 'incidents', kind: 'U32' },
  incidentFrom: { rows: 'incidents', kind: 'U32' },
  incidentTo: { rows: 'incidents', kind: 'U32' },
  incidentSources: { rows: 'incidents', kind: 'U32' },
  incidentClaims: { rows: 'incidents', kind: 'STARTS' },
  incidentClaim: { rows: 'incidentClaims', kind: 'U32' },
  incidentPlaces: { rows: 'incidents', kind: 'STARTS' },
  incidentPlace: { rows: 'incidentPlaces', kind: 'U32' },
  incidentParticipants: { rows: 'incidents', kind: 'STARTS' },
  incidentParticipant: { rows: 'incidentParticipants', kind: 'U32' },
  incidentDocuments: { rows: 'incidents', kind: 'STARTS' },
  incidentDocument: { rows: 'incidentDocuments', kind: 'U32' },
  incidentConflicts: { rows: 'incidents', kind: 'STARTS' },
  conflictKind: { rows: 'conflicts', kind: 'U8' },
  conflictA: { rows: 'conflicts', kind: 'U32' },
  conflictB: { rows: 'conflicts', kind: 'U32' },

  /** People's judgements of an entity, as JSON. */
  entityDecisions: { rows: 'entities', kind: 'STARTS' },
  decision: { rows: 'decisions', kind: 'U32' },
  /** The algorithm's, of which all but these is the same everywhere. */
  entityReasons: { rows: 'entities', kind: 'STARTS' },
  reasonLeft: { rows: 'reasons', kind: 'U32' },
  reasonRight: { rows: 'reasons', kind: 'U32' },
  reasonText: { rows: 'reasons', kind: 'U32' },
  reasonScore: { rows: 'reasons', kind: 'F64' },
  /** Judgements without effect, and retractions, as JSON. */
  idle: { rows: 'idle', kind: 'U32' },
  retraction: { rows: 'retractions', kind: 'U32' },
} as const satisfies Readonly<Record<string, { readonly rows: string; readonly kind: keyof ColumnKinds }>>;

export type ColumnName = keyof typeof COLUMNS;

/** What is counted. */
export type RowsName = (typeof COLUMNS)[ColumnName]['rows'];

/** A frozen graph. */
export type Columns = { readonly [Name in ColumnName]: ColumnKinds[(typeof COLUMNS)[Name]['kind']] };

/** The columns of these names, as one step of the freezing makes them. */
export type Some<Name extends ColumnName> = Pick<Columns, Name>;

/** Names of all columns, in the order in which they are written. */
export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];
