// Made from the .graphql files of this folder and schema.graphql: see tests/web/operations.test.ts.

/** An operation of the API, with the types of its answer and variables. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Never there: it carries the types. */
  readonly types?: (variables: Variables) => Data;
}

export type EntityLabel = { readonly id: (string); readonly name: (string); readonly named: (boolean); readonly type: ({ readonly id: (string); }); };

export type DocumentLabel = { readonly id: (string); readonly key: (string); readonly title: (string) | null; readonly source: (string) | null; readonly publishedAt: (string) | null; };

export type ClaimParts = { readonly id: (string); readonly key: (string); readonly relation: ({ readonly id: (string); readonly family: (string); readonly label: (string); }); readonly predicate: (string); readonly polarity: ('AFFIRMED' | 'NEGATED'); readonly modality: ('ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL'); readonly confidence: (number); readonly subjects: readonly (({ readonly quote: (string); readonly entity: (EntityLabel) | null; readonly counts: ({ readonly quote: (string); }) | null; }))[]; readonly objects: readonly (({ readonly quote: (string); readonly entity: (EntityLabel) | null; readonly counts: ({ readonly quote: (string); }) | null; }))[]; readonly others: readonly (({ readonly role: ('RECIPIENT' | 'SOURCE' | 'INSTRUMENT' | 'TOPIC' | 'BENEFICIARY' | 'PURPOSE' | 'OTHER'); readonly preposition: (string) | null; readonly quote: (string); readonly entity: (EntityLabel) | null; }))[]; readonly place: ({ readonly quote: (string); readonly entity: (EntityLabel) | null; }) | null; readonly time: ({ readonly quote: (string); readonly from: (string) | null; readonly to: (string) | null; }) | null; readonly quotations: readonly (({ readonly key: (string); readonly kind: ('DIRECT' | 'INDIRECT' | 'MIXED' | 'ACCORDING_TO' | 'HEADLINE'); readonly stance: ('ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS'); readonly reason: ('PASSIVE' | 'UNKNOWN') | null; readonly cue: ({ readonly quote: (string); }) | null; readonly claimant: ({ readonly quote: (string); readonly entity: (EntityLabel) | null; }) | null; }))[]; readonly evidence: readonly (({ readonly part: ('SUBJECT' | 'TRIGGER' | 'OBJECT' | 'OTHER' | 'PLACE' | 'TIME' | 'COUNTS' | 'ROLE' | 'CLAIMANT' | 'CUE' | 'CONTENT' | 'SENTENCE'); readonly start: (number); readonly end: (number); }))[]; readonly sentence: ({ readonly start: (number); readonly end: (number); readonly quote: (string); }); readonly document: (DocumentLabel); };

export type RelationshipLabel = { readonly id: (string); readonly subject: (EntityLabel & { readonly degree: (number); }); readonly object: (EntityLabel & { readonly degree: (number); }); readonly relation: ({ readonly id: (string); readonly family: (string); readonly label: (string); }); readonly support: ({ readonly claims: (number); readonly sources: (number); readonly claimants: (number); }); readonly dispute: ({ readonly claims: (number); readonly sources: (number); readonly claimants: (number); }); readonly firstSeen: (string) | null; readonly lastSeen: (string) | null; };

export type Page = { readonly hasNextPage: (boolean); readonly endCursor: (string) | null; };

export type CandidateSide = EntityLabel & { readonly roles: readonly ((string))[]; readonly mentionCount: (number); readonly documents: ({ readonly totalCount: (number); }); readonly claims: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: ({ readonly key: (string); readonly sentence: ({ readonly quote: (string); }); readonly document: (DocumentLabel); }) | null; }))[]; }); };

export type DocumentsData = { readonly documents: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (DocumentLabel & { readonly claims: ({ readonly totalCount: (number); }); readonly quotations: ({ readonly totalCount: (number); }); }); }))[]; }); };
export type DocumentsVariables = {
  readonly where?: DocumentFilter | undefined;
  readonly after?: string | undefined;
};
export const DOCUMENTS: Operation<DocumentsData, DocumentsVariables> = {
  name: 'Documents',
  text: "query Documents($where:DocumentFilter$after:String){documents(where:$where order:LATEST first:50 after:$after){totalCount pageInfo{...Page}edges{node{...DocumentLabel claims(first:0){totalCount}quotations(first:0){totalCount}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type ReaderData = { readonly document: (DocumentLabel & { readonly url: (string) | null; readonly text: (string); readonly timeAnchor: (string) | null; readonly furniture: readonly (({ readonly start: (number); readonly end: (number); }))[]; readonly duplicateOf: (DocumentLabel) | null; readonly diagnostics: readonly (({ readonly code: (string); readonly severity: ('INFO' | 'WARNING'); readonly message: (string); }))[]; }) | null; };
export type ReaderVariables = {
  readonly id: string;
};
export const READER: Operation<ReaderData, ReaderVariables> = {
  name: 'Reader',
  text: "query Reader($id:ID!){document(id:$id){...DocumentLabel url text timeAnchor furniture{start end}duplicateOf{...DocumentLabel}diagnostics{code severity message}}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type ReaderMentionsData = { readonly document: ({ readonly mentions: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: ({ readonly key: (string); readonly kind: ('NAME' | 'NOMINAL' | 'PRONOUN'); readonly start: (number); readonly end: (number); readonly type: ({ readonly id: (string); }); readonly entity: (EntityLabel) | null; }); }))[]; }); }) | null; };
export type ReaderMentionsVariables = {
  readonly id: string;
  readonly after?: string | undefined;
};
export const READER_MENTIONS: Operation<ReaderMentionsData, ReaderMentionsVariables> = {
  name: 'ReaderMentions',
  text: "query ReaderMentions($id:ID!$after:String){document(id:$id){mentions(first:200 after:$after){totalCount pageInfo{...Page}edges{node{key kind start end type{id}entity{...EntityLabel}}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment EntityLabel on Entity{id name named type{id}}",
};

export type ReaderClaimsData = { readonly document: ({ readonly claims: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (ClaimParts & { readonly incident: ({ readonly id: (string); readonly label: (string); }) | null; }) | null; }))[]; }); }) | null; };
export type ReaderClaimsVariables = {
  readonly id: string;
  readonly after?: string | undefined;
};
export const READER_CLAIMS: Operation<ReaderClaimsData, ReaderClaimsVariables> = {
  name: 'ReaderClaims',
  text: "query ReaderClaims($id:ID!$after:String){document(id:$id){claims(first:100 after:$after){totalCount pageInfo{...Page}edges{node{...ClaimParts incident{id label}}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment ClaimParts on Claim{id key relation{id family label}predicate polarity modality confidence subjects{quote entity{...EntityLabel}counts{quote}}objects{quote entity{...EntityLabel}counts{quote}}others{role preposition quote entity{...EntityLabel}}place{quote entity{...EntityLabel}}time{quote from to}quotations{key kind stance reason cue{quote}claimant{quote entity{...EntityLabel}}}evidence{part start end}sentence{start end quote}document{...DocumentLabel}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type ReaderQuotationsData = { readonly document: ({ readonly quotations: ({ readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: ({ readonly key: (string); readonly kind: ('DIRECT' | 'INDIRECT' | 'MIXED' | 'ACCORDING_TO' | 'HEADLINE'); readonly stance: ('ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS'); readonly claimant: ({ readonly start: (number); readonly end: (number); readonly quote: (string); }) | null; readonly cue: ({ readonly start: (number); readonly end: (number); }) | null; readonly content: readonly (({ readonly start: (number); readonly end: (number); }))[]; }); }))[]; }); }) | null; };
export type ReaderQuotationsVariables = {
  readonly id: string;
  readonly after?: string | undefined;
};
export const READER_QUOTATIONS: Operation<ReaderQuotationsData, ReaderQuotationsVariables> = {
  name: 'ReaderQuotations',
  text: "query ReaderQuotations($id:ID!$after:String){document(id:$id){quotations(first:200 after:$after){pageInfo{...Page}edges{node{key kind stance claimant{start end quote}cue{start end}content{start end}}}}}}fragment Page on PageInfo{hasNextPage endCursor}",
};

export type AddDocumentsData = { readonly addDocuments: ({ readonly results: readonly (({ readonly outcome: ('ADDED' | 'UPDATED' | 'UNCHANGED'); readonly document: (DocumentLabel & { readonly claims: ({ readonly totalCount: (number); }); }) | null; }))[]; readonly userErrors: readonly (({ readonly message: (string); readonly path: readonly ((string))[]; }))[]; }); };
export type AddDocumentsVariables = {
  readonly documents: readonly (DocumentInput)[];
};
export const ADD_DOCUMENTS: Operation<AddDocumentsData, AddDocumentsVariables> = {
  name: 'AddDocuments',
  text: "mutation AddDocuments($documents:[DocumentInput!]!){addDocuments(documents:$documents){results{outcome document{...DocumentLabel claims(first:0){totalCount}}}userErrors{message path}}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type ReadTextData = { readonly extract: ({ readonly userErrors: readonly (({ readonly message: (string); }))[]; readonly extractions: readonly (({ readonly text: (string); readonly timeAnchor: (string) | null; readonly furniture: readonly (({ readonly start: (number); readonly end: (number); }))[]; readonly mentions: readonly (({ readonly key: (string); readonly start: (number); readonly end: (number); readonly referent: (string); readonly type: ({ readonly id: (string); }); }))[]; readonly referents: readonly (({ readonly key: (string); readonly name: (string); readonly named: (boolean); readonly type: ({ readonly id: (string); }); }))[]; readonly quotations: readonly (({ readonly key: (string); readonly stance: ('ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS'); readonly reason: ('PASSIVE' | 'UNKNOWN') | null; readonly claimant: ({ readonly start: (number); readonly end: (number); readonly quote: (string); readonly referent: (string) | null; }) | null; readonly cue: ({ readonly start: (number); readonly end: (number); }) | null; readonly content: readonly (({ readonly start: (number); readonly end: (number); }))[]; }))[]; readonly claims: readonly (({ readonly key: (string); readonly predicate: (string); readonly polarity: ('AFFIRMED' | 'NEGATED'); readonly modality: ('ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL'); readonly quotations: readonly ((string))[]; readonly confidence: (number); readonly relation: ({ readonly id: (string); readonly family: (string); readonly label: (string); }); readonly trigger: ({ readonly start: (number); readonly end: (number); }); readonly subjects: readonly (({ readonly start: (number); readonly end: (number); readonly quote: (string); readonly referent: (string) | null; }))[]; readonly objects: readonly (({ readonly start: (number); readonly end: (number); readonly quote: (string); readonly referent: (string) | null; }))[]; readonly others: readonly (({ readonly start: (number); readonly end: (number); }))[]; readonly place: ({ readonly start: (number); readonly end: (number); readonly quote: (string); }) | null; readonly time: ({ readonly start: (number); readonly end: (number); readonly quote: (string); readonly from: (string) | null; readonly to: (string) | null; }) | null; readonly sentence: ({ readonly start: (number); readonly end: (number); }); }))[]; readonly diagnostics: readonly (({ readonly code: (string); readonly message: (string); }))[]; }))[]; }); };
export type ReadTextVariables = {
  readonly text: string;
  readonly publishedAt?: string | undefined;
};
export const READ_TEXT: Operation<ReadTextData, ReadTextVariables> = {
  name: 'ReadText',
  text: "query ReadText($text:String!$publishedAt:DateOrTime){extract(text:$text publishedAt:$publishedAt){userErrors{message}extractions{text timeAnchor furniture{start end}mentions{key start end referent type{id}}referents{key name named type{id}}quotations{key stance reason claimant{start end quote referent}cue{start end}content{start end}}claims{key predicate polarity modality quotations confidence relation{id family label}trigger{start end}subjects{start end quote referent}objects{start end quote referent}others{start end}place{start end quote}time{start end quote from to}sentence{start end}}diagnostics{code message}}}}",
};

export type SourcesData = { readonly statistics: ({ readonly claimsBySource: readonly (({ readonly value: (string); readonly count: (number); }))[]; }); };
export type SourcesVariables = Readonly<Record<never, never>>;
export const SOURCES: Operation<SourcesData, SourcesVariables> = {
  name: 'Sources',
  text: "query Sources{statistics{claimsBySource{value count}}}",
};

export type EntityPageData = { readonly entity: (EntityLabel & { readonly key: (string); readonly aliases: readonly ((string))[]; readonly roles: readonly ((string))[]; readonly degree: (number); readonly mentionCount: (number); readonly referents: readonly ((string))[]; readonly sector: ({ readonly id: (string); readonly description: (string); }) | null; readonly type: ({ readonly description: (string); }); readonly judgements: readonly (({ readonly id: (string); readonly verdict: ('SAME' | 'DIFFERENT' | 'UNSURE'); readonly left: (string); readonly right: (string); readonly by: ('ALGORITHM' | 'PERSON'); readonly reason: (string); readonly at: (string); readonly undoes: (string) | null; }))[]; readonly documents: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (DocumentLabel) | null; }))[]; }); readonly relationships: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (RelationshipLabel); }))[]; }); readonly offices: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (RelationshipLabel & { readonly claims: ({ readonly edges: readonly (({ readonly node: ({ readonly id: (string); readonly role: ({ readonly quote: (string); }) | null; readonly tense: ('CURRENT' | 'FORMER' | 'FUTURE') | null; readonly document: ({ readonly id: (string); readonly key: (string); }); }) | null; }))[]; }); }); }))[]; }); readonly said: ({ readonly totalCount: (number); }); readonly about: ({ readonly totalCount: (number); }); readonly there: ({ readonly totalCount: (number); }); }) | null; };
export type EntityPageVariables = {
  readonly id: string;
  readonly where?: ClaimFilter | undefined;
  readonly relationshipWhere?: RelationshipFilter | undefined;
};
export const ENTITY_PAGE: Operation<EntityPageData, EntityPageVariables> = {
  name: 'EntityPage',
  text: "query EntityPage($id:ID!$where:ClaimFilter$relationshipWhere:RelationshipFilter){entity(id:$id){...EntityLabel key aliases roles degree mentionCount referents sector{id description}type{description}judgements{id verdict left right by reason at undoes}documents(first:50){totalCount edges{node{...DocumentLabel}}}relationships(where:$relationshipWhere order:CLAIMS first:100){totalCount edges{node{...RelationshipLabel}}}offices:relationships(where:{relation:{in:[\"LEADS\" \"WORKS_FOR\" \"MEMBER_OF\" \"CITIZEN_OF\"]}}order:CLAIMS first:20){totalCount edges{node{...RelationshipLabel claims(first:1){edges{node{id role{quote}tense document{id key}}}}}}}said:claims(part:CLAIMANT where:$where first:0){totalCount}about:claims(part:PARTICIPANT where:$where first:0){totalCount}there:claims(part:PLACE where:$where first:0){totalCount}}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}fragment RelationshipLabel on Relationship{id subject{...EntityLabel degree}object{...EntityLabel degree}relation{id family label}support{claims sources claimants}dispute{claims sources claimants}firstSeen lastSeen}",
};

export type EntityClaimsData = { readonly entity: ({ readonly claims: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (ClaimParts) | null; }))[]; }); }) | null; };
export type EntityClaimsVariables = {
  readonly id: string;
  readonly part: 'SUBJECT' | 'OBJECT' | 'OTHER' | 'PARTICIPANT' | 'PLACE' | 'CLAIMANT' | 'ANY';
  readonly where?: ClaimFilter | undefined;
  readonly after?: string | undefined;
};
export const ENTITY_CLAIMS: Operation<EntityClaimsData, EntityClaimsVariables> = {
  name: 'EntityClaims',
  text: "query EntityClaims($id:ID!$part:ClaimPart!$where:ClaimFilter$after:String){entity(id:$id){claims(part:$part where:$where order:LATEST first:20 after:$after){totalCount pageInfo{...Page}edges{node{...ClaimParts}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment ClaimParts on Claim{id key relation{id family label}predicate polarity modality confidence subjects{quote entity{...EntityLabel}counts{quote}}objects{quote entity{...EntityLabel}counts{quote}}others{role preposition quote entity{...EntityLabel}}place{quote entity{...EntityLabel}}time{quote from to}quotations{key kind stance reason cue{quote}claimant{quote entity{...EntityLabel}}}evidence{part start end}sentence{start end quote}document{...DocumentLabel}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type MergeData = { readonly mergeEntities: ({ readonly entities: readonly ((EntityLabel))[]; readonly judgements: readonly (({ readonly id: (string); }))[]; readonly userErrors: readonly (({ readonly message: (string); }))[]; }); };
export type MergeVariables = {
  readonly entities: readonly (string)[];
  readonly reason: string;
};
export const MERGE: Operation<MergeData, MergeVariables> = {
  name: 'Merge',
  text: "mutation Merge($entities:[ID!]!$reason:String!){mergeEntities(entities:$entities reason:$reason){entities{...EntityLabel}judgements{id}userErrors{message}}}fragment EntityLabel on Entity{id name named type{id}}",
};

export type UnmergeData = { readonly unmergeEntities: ({ readonly entities: readonly ((EntityLabel))[]; readonly judgements: readonly (({ readonly id: (string); }))[]; readonly userErrors: readonly (({ readonly message: (string); }))[]; }); };
export type UnmergeVariables = {
  readonly target: UnmergeTarget;
  readonly reason: string;
};
export const UNMERGE: Operation<UnmergeData, UnmergeVariables> = {
  name: 'Unmerge',
  text: "mutation Unmerge($target:UnmergeTarget!$reason:String!){unmergeEntities(target:$target reason:$reason){entities{...EntityLabel}judgements{id}userErrors{message}}}fragment EntityLabel on Entity{id name named type{id}}",
};

export type SurroundingsData = { readonly neighborhood: ({ readonly truncated: (boolean); readonly entities: readonly (({ readonly distance: (number); readonly entity: (EntityLabel & { readonly degree: (number); }); }))[]; readonly relationships: readonly ((RelationshipLabel))[]; }); };
export type SurroundingsVariables = {
  readonly seeds: readonly (string)[];
  readonly where?: RelationshipFilter | undefined;
  readonly limit: number;
};
export const SURROUNDINGS: Operation<SurroundingsData, SurroundingsVariables> = {
  name: 'Surroundings',
  text: "query Surroundings($seeds:[ID!]!$where:RelationshipFilter$limit:Int!){neighborhood(seeds:$seeds depth:1 where:$where limit:$limit){truncated entities{distance entity{...EntityLabel degree}}relationships{...RelationshipLabel}}}fragment EntityLabel on Entity{id name named type{id}}fragment RelationshipLabel on Relationship{id subject{...EntityLabel degree}object{...EntityLabel degree}relation{id family label}support{claims sources claimants}dispute{claims sources claimants}firstSeen lastSeen}",
};

export type RelationshipPageData = { readonly relationships: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (RelationshipLabel); }))[]; }); };
export type RelationshipPageVariables = {
  readonly where?: RelationshipFilter | undefined;
  readonly first: number;
  readonly after?: string | undefined;
};
export const RELATIONSHIP_PAGE: Operation<RelationshipPageData, RelationshipPageVariables> = {
  name: 'RelationshipPage',
  text: "query RelationshipPage($where:RelationshipFilter$first:Int!$after:String){relationships(where:$where order:CLAIMS first:$first after:$after){totalCount pageInfo{...Page}edges{node{...RelationshipLabel}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment RelationshipLabel on Relationship{id subject{...EntityLabel degree}object{...EntityLabel degree}relation{id family label}support{claims sources claimants}dispute{claims sources claimants}firstSeen lastSeen}fragment EntityLabel on Entity{id name named type{id}}",
};

export type RelationshipClaimsData = { readonly node: (({ readonly __typename: 'Relationship' } & RelationshipLabel & { readonly claims: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (ClaimParts) | null; }))[]; }); }) | { readonly __typename: '' }) | null; };
export type RelationshipClaimsVariables = {
  readonly id: string;
  readonly after?: string | undefined;
};
export const RELATIONSHIP_CLAIMS: Operation<RelationshipClaimsData, RelationshipClaimsVariables> = {
  name: 'RelationshipClaims',
  text: "query RelationshipClaims($id:ID!$after:String){node(id:$id){__typename ...on Relationship{...RelationshipLabel claims(first:25 after:$after){totalCount pageInfo{...Page}edges{node{...ClaimParts}}}}}}fragment RelationshipLabel on Relationship{id subject{...EntityLabel degree}object{...EntityLabel degree}relation{id family label}support{claims sources claimants}dispute{claims sources claimants}firstSeen lastSeen}fragment EntityLabel on Entity{id name named type{id}}fragment Page on PageInfo{hasNextPage endCursor}fragment ClaimParts on Claim{id key relation{id family label}predicate polarity modality confidence subjects{quote entity{...EntityLabel}counts{quote}}objects{quote entity{...EntityLabel}counts{quote}}others{role preposition quote entity{...EntityLabel}}place{quote entity{...EntityLabel}}time{quote from to}quotations{key kind stance reason cue{quote}claimant{quote entity{...EntityLabel}}}evidence{part start end}sentence{start end quote}document{...DocumentLabel}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type ConnectionsData = { readonly paths: ({ readonly explanation: (string); readonly searchedEntities: (number); readonly truncated: (boolean); readonly maxHops: (number); readonly from: (EntityLabel); readonly to: (EntityLabel); readonly paths: readonly (({ readonly length: (number); readonly cost: (number); readonly explanation: (string); readonly hops: readonly (({ readonly direction: ('FORWARD' | 'BACKWARD'); readonly from: (EntityLabel); readonly to: (EntityLabel); readonly relationship: (RelationshipLabel & { readonly claims: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (ClaimParts) | null; }))[]; }); }); readonly parallel: readonly (({ readonly direction: ('FORWARD' | 'BACKWARD'); readonly relationship: (RelationshipLabel); }))[]; }))[]; }))[]; }); };
export type ConnectionsVariables = {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly k: number;
  readonly where?: RelationshipFilter | undefined;
};
export const CONNECTIONS: Operation<ConnectionsData, ConnectionsVariables> = {
  name: 'Connections',
  text: "query Connections($from:ID!$to:ID!$maxHops:Int!$k:Int!$where:RelationshipFilter){paths(from:$from to:$to maxHops:$maxHops k:$k where:$where){explanation searchedEntities truncated maxHops from{...EntityLabel}to{...EntityLabel}paths{length cost explanation hops{direction from{...EntityLabel}to{...EntityLabel}relationship{...RelationshipLabel claims(first:2){totalCount edges{node{...ClaimParts}}}}parallel{direction relationship{...RelationshipLabel}}}}}}fragment EntityLabel on Entity{id name named type{id}}fragment RelationshipLabel on Relationship{id subject{...EntityLabel degree}object{...EntityLabel degree}relation{id family label}support{claims sources claimants}dispute{claims sources claimants}firstSeen lastSeen}fragment ClaimParts on Claim{id key relation{id family label}predicate polarity modality confidence subjects{quote entity{...EntityLabel}counts{quote}}objects{quote entity{...EntityLabel}counts{quote}}others{role preposition quote entity{...EntityLabel}}place{quote entity{...EntityLabel}}time{quote from to}quotations{key kind stance reason cue{quote}claimant{quote entity{...EntityLabel}}}evidence{part start end}sentence{start end quote}document{...DocumentLabel}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type EntityNamesData = { readonly nodes: readonly ((({ readonly __typename: 'Entity' } & EntityLabel & { readonly degree: (number); }) | { readonly __typename: '' }) | null)[]; };
export type EntityNamesVariables = {
  readonly ids: readonly (string)[];
};
export const ENTITY_NAMES: Operation<EntityNamesData, EntityNamesVariables> = {
  name: 'EntityNames',
  text: "query EntityNames($ids:[ID!]!){nodes(ids:$ids){__typename ...on Entity{...EntityLabel degree}}}fragment EntityLabel on Entity{id name named type{id}}",
};

export type HomeData = { readonly statistics: ({ readonly documents: (number); readonly entities: (number); readonly relationships: (number); readonly claims: (number); readonly attributedClaims: (number); }); readonly entities: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (EntityLabel & { readonly degree: (number); readonly roles: readonly ((string))[]; readonly sector: ({ readonly description: (string); }) | null; }); }))[]; }); readonly incidents: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: ({ readonly id: (string); readonly label: (string); readonly from: (string) | null; readonly to: (string) | null; readonly sources: (number); readonly conflicts: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: ({ readonly kind: ('POLARITY' | 'CAUSE' | 'AGENT' | 'COUNT' | 'VICTIM' | 'TIME' | 'PLACE'); readonly explanation: (string); }); }))[]; }); }); }))[]; }); readonly documents: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (DocumentLabel & { readonly claims: ({ readonly totalCount: (number); }); }); }))[]; }); };
export type HomeVariables = {
  readonly where?: ClaimFilter | undefined;
};
export const HOME: Operation<HomeData, HomeVariables> = {
  name: 'Home',
  text: "query Home($where:ClaimFilter){statistics(where:$where){documents entities relationships claims attributedClaims}entities(order:DEGREE where:{named:{eq:true}degree:{gte:1}}first:12){totalCount edges{node{...EntityLabel degree roles sector{description}}}}incidents(contested:true order:TIME where:{time:{exists:true}}last:5){totalCount edges{node{id label from to sources conflicts(first:3){totalCount edges{node{kind explanation}}}}}}documents(order:LATEST first:6){totalCount edges{node{...DocumentLabel claims(first:0){totalCount}}}}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type SuggestionsData = { readonly search: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: ({ readonly form: (string); readonly match: ('EXACT' | 'PREFIX' | 'WORD' | 'SUBSTRING' | 'TEXT'); readonly snippet: (string); readonly marks: readonly (({ readonly start: (number); readonly end: (number); }))[]; readonly found: (({ readonly __typename: 'Entity' } & EntityLabel & { readonly degree: (number); readonly roles: readonly ((string))[]; }) | ({ readonly __typename: 'Quotation' } & { readonly key: (string); readonly content: readonly (({ readonly quote: (string); }))[]; readonly document: (DocumentLabel); }) | ({ readonly __typename: 'Claim' } & { readonly id: (string); readonly key: (string); readonly predicate: (string); readonly relation: ({ readonly label: (string); }); readonly sentence: ({ readonly quote: (string); }); readonly document: (DocumentLabel); })) | null; }); }))[]; }); };
export type SuggestionsVariables = {
  readonly text: string;
  readonly kinds?: readonly ('ENTITY' | 'CLAIM' | 'QUOTATION')[] | undefined;
  readonly first?: number | undefined;
};
export const SUGGESTIONS: Operation<SuggestionsData, SuggestionsVariables> = {
  name: 'Suggestions',
  text: "query Suggestions($text:String!$kinds:[SearchKind!]$first:Int=8){search(text:$text kinds:$kinds first:$first){totalCount edges{node{form match snippet marks{start end}found{__typename ...on Entity{...EntityLabel degree roles}...on Quotation{key content{quote}document{...DocumentLabel}}...on Claim{id key predicate relation{label}sentence{quote}document{...DocumentLabel}}}}}}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type OntologyData = { readonly relationTypes: readonly (({ readonly id: (string); readonly family: (string); readonly label: (string); readonly claims: (number); }))[]; readonly entityTypes: readonly (({ readonly id: (string); readonly description: (string); readonly entities: (number); }))[]; readonly exportFormats: readonly (({ readonly id: (string); readonly title: (string); readonly description: (string); }))[]; };
export type OntologyVariables = Readonly<Record<never, never>>;
export const ONTOLOGY: Operation<OntologyData, OntologyVariables> = {
  name: 'Ontology',
  text: "query Ontology{relationTypes{id family label claims}entityTypes{id description entities}exportFormats{id title description}}",
};

export type IncidentsData = { readonly incidents: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: ({ readonly id: (string); readonly label: (string); readonly kind: (string); readonly from: (string) | null; readonly to: (string) | null; readonly sources: (number); readonly places: readonly ((EntityLabel))[]; readonly claims: ({ readonly totalCount: (number); }); readonly conflicts: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: ({ readonly kind: ('POLARITY' | 'CAUSE' | 'AGENT' | 'COUNT' | 'VICTIM' | 'TIME' | 'PLACE'); readonly explanation: (string); }); }))[]; }); }); }))[]; }); };
export type IncidentsVariables = {
  readonly where?: ClaimFilter | undefined;
  readonly contested: boolean;
  readonly order: 'CLAIMS' | 'SOURCES' | 'TIME' | 'DOCUMENT';
  readonly after?: string | undefined;
};
export const INCIDENTS: Operation<IncidentsData, IncidentsVariables> = {
  name: 'Incidents',
  text: "query Incidents($where:ClaimFilter$contested:Boolean!$order:IncidentOrder!$after:String){incidents(where:$where contested:$contested order:$order first:25 after:$after){totalCount pageInfo{...Page}edges{node{id label kind from to sources places{...EntityLabel}claims(first:0){totalCount}conflicts(first:3){totalCount edges{node{kind explanation}}}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment EntityLabel on Entity{id name named type{id}}",
};

export type AccountsData = { readonly incident: ({ readonly id: (string); readonly label: (string); readonly kind: (string); readonly from: (string) | null; readonly to: (string) | null; readonly sources: (number); readonly places: readonly ((EntityLabel))[]; readonly participants: readonly ((EntityLabel))[]; }) | null; readonly compareAccounts: ({ readonly accounts: readonly (({ readonly source: (string) | null; readonly anonymous: (boolean); readonly claimant: (EntityLabel) | null; readonly claims: ({ readonly totalCount: (number); readonly edges: readonly (({ readonly node: (ClaimParts) | null; }))[]; }); }))[]; readonly conflicts: readonly (({ readonly kind: ('POLARITY' | 'CAUSE' | 'AGENT' | 'COUNT' | 'VICTIM' | 'TIME' | 'PLACE'); readonly explanation: (string); readonly a: ({ readonly id: (string); }); readonly b: ({ readonly id: (string); }); }))[]; }); };
export type AccountsVariables = {
  readonly incident: string;
};
export const ACCOUNTS: Operation<AccountsData, AccountsVariables> = {
  name: 'Accounts',
  text: "query Accounts($incident:ID!){incident(id:$incident){id label kind from to sources places{...EntityLabel}participants{...EntityLabel}}compareAccounts(incident:$incident){accounts{source anonymous claimant{...EntityLabel}claims(first:12){totalCount edges{node{...ClaimParts}}}}conflicts{kind explanation a{id}b{id}}}}fragment EntityLabel on Entity{id name named type{id}}fragment ClaimParts on Claim{id key relation{id family label}predicate polarity modality confidence subjects{quote entity{...EntityLabel}counts{quote}}objects{quote entity{...EntityLabel}counts{quote}}others{role preposition quote entity{...EntityLabel}}place{quote entity{...EntityLabel}}time{quote from to}quotations{key kind stance reason cue{quote}claimant{quote entity{...EntityLabel}}}evidence{part start end}sentence{start end quote}document{...DocumentLabel}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type TimelineData = { readonly timeline: ({ readonly undated: (number); readonly truncated: (boolean); readonly buckets: readonly (({ readonly from: (string); readonly to: (string); readonly claims: (number); readonly denied: (number); }))[]; }); };
export type TimelineVariables = {
  readonly where?: ClaimFilter | undefined;
  readonly bucket: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';
};
export const TIMELINE: Operation<TimelineData, TimelineVariables> = {
  name: 'Timeline',
  text: "query Timeline($where:ClaimFilter$bucket:TimelineBucketLength!){timeline(where:$where bucket:$bucket){undated truncated buckets{from to claims denied}}}",
};

export type PlacesData = { readonly entities: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: (EntityLabel & { readonly country: (string) | null; readonly coordinates: ({ readonly latitude: (number); readonly longitude: (number); }) | null; readonly claims: ({ readonly totalCount: (number); }); }); }))[]; }); };
export type PlacesVariables = {
  readonly where?: ClaimFilter | undefined;
  readonly after?: string | undefined;
};
export const PLACES: Operation<PlacesData, PlacesVariables> = {
  name: 'Places',
  text: "query Places($where:ClaimFilter$after:String){entities(where:{type:{eq:\"PLACE\"}named:{eq:true}}order:MENTIONS first:200 after:$after){totalCount pageInfo{...Page}edges{node{...EntityLabel country coordinates{latitude longitude}claims(part:PLACE where:$where first:0){totalCount}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment EntityLabel on Entity{id name named type{id}}",
};

export type MergeCandidatesData = { readonly mergeCandidates: ({ readonly totalCount: (number); readonly pageInfo: (Page); readonly edges: readonly (({ readonly node: ({ readonly score: (number); readonly features: readonly (('SURNAME' | 'FIRST_WORD' | 'INITIALS' | 'FEWER_NAMES' | 'SPELLING' | 'NEAR_SPELLING' | 'ACRONYM' | 'ROLE' | 'PERSON' | 'ORGANIZATION' | 'PLACE' | 'COUNTRY' | 'DATE' | 'OTHER_ROLE' | 'SAME_DOCUMENT'))[]; readonly left: (CandidateSide); readonly right: (CandidateSide); }); }))[]; }); };
export type MergeCandidatesVariables = {
  readonly after?: string | undefined;
};
export const MERGE_CANDIDATES: Operation<MergeCandidatesData, MergeCandidatesVariables> = {
  name: 'MergeCandidates',
  text: "query MergeCandidates($after:String){mergeCandidates(first:10 after:$after){totalCount pageInfo{...Page}edges{node{score features left{...CandidateSide}right{...CandidateSide}}}}}fragment Page on PageInfo{hasNextPage endCursor}fragment CandidateSide on Entity{...EntityLabel roles mentionCount documents(first:0){totalCount}claims(part:PARTICIPANT order:LATEST first:2){totalCount edges{node{key sentence{quote}document{...DocumentLabel}}}}}fragment EntityLabel on Entity{id name named type{id}}fragment DocumentLabel on Document{id key title source publishedAt}",
};

export type MarkDistinctData = { readonly markDistinct: ({ readonly judgements: readonly (({ readonly id: (string); }))[]; readonly userErrors: readonly (({ readonly message: (string); }))[]; }); };
export type MarkDistinctVariables = {
  readonly entities: readonly (string)[];
  readonly reason: string;
};
export const MARK_DISTINCT: Operation<MarkDistinctData, MarkDistinctVariables> = {
  name: 'MarkDistinct',
  text: "mutation MarkDistinct($entities:[ID!]!$reason:String!){markDistinct(entities:$entities reason:$reason){judgements{id}userErrors{message}}}",
};

export interface DocumentFilter {
  readonly AND?: readonly (DocumentFilter)[];
  readonly OR?: readonly (DocumentFilter)[];
  readonly NOT?: DocumentFilter;
  readonly id?: DocumentCondition;
  readonly title?: TextCondition;
  readonly text?: TextCondition;
  readonly source?: TextCondition;
  readonly url?: TextCondition;
  readonly publishedAt?: DateCondition;
}

export interface DocumentCondition {
  readonly eq?: string;
  readonly ne?: string;
  readonly in?: readonly (string)[];
  readonly notIn?: readonly (string)[];
  readonly exists?: boolean;
}

export interface TextCondition {
  readonly eq?: string;
  readonly ne?: string;
  readonly in?: readonly (string)[];
  readonly notIn?: readonly (string)[];
  readonly contains?: string;
  readonly exists?: boolean;
}

export interface DateCondition {
  readonly before?: string;
  readonly after?: string;
  readonly overlaps?: DayRange;
  readonly exists?: boolean;
}

export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

export interface DocumentInput {
  readonly id?: string;
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
  readonly publishedAt?: string;
}

export interface ClaimFilter {
  readonly AND?: readonly (ClaimFilter)[];
  readonly OR?: readonly (ClaimFilter)[];
  readonly NOT?: ClaimFilter;
  readonly relation?: WordCondition;
  readonly family?: WordCondition;
  readonly predicate?: TextCondition;
  readonly subject?: EntityCondition;
  readonly object?: EntityCondition;
  readonly participant?: EntityCondition;
  readonly place?: EntityCondition;
  readonly claimant?: EntityCondition;
  readonly subjectType?: WordCondition;
  readonly objectType?: WordCondition;
  readonly participantType?: WordCondition;
  readonly stance?: StanceCondition;
  readonly attributed?: BooleanCondition;
  readonly polarity?: PolarityCondition;
  readonly modality?: ModalityCondition;
  readonly time?: DateCondition;
  readonly source?: TextCondition;
  readonly document?: DocumentCondition;
  readonly publishedAt?: DateCondition;
  readonly confidence?: NumberCondition;
}

export interface WordCondition {
  readonly eq?: string;
  readonly ne?: string;
  readonly in?: readonly (string)[];
  readonly notIn?: readonly (string)[];
  readonly exists?: boolean;
}

export interface EntityCondition {
  readonly eq?: string;
  readonly ne?: string;
  readonly in?: readonly (string)[];
  readonly notIn?: readonly (string)[];
  readonly exists?: boolean;
}

export interface StanceCondition {
  readonly eq?: 'ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS';
  readonly ne?: 'ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS';
  readonly in?: readonly ('ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS')[];
  readonly notIn?: readonly ('ASSERTS' | 'DENIES' | 'DOUBTS' | 'ASKS' | 'CONFIRMS')[];
  readonly exists?: boolean;
}

export interface BooleanCondition {
  readonly eq?: boolean;
  readonly ne?: boolean;
}

export interface PolarityCondition {
  readonly eq?: 'AFFIRMED' | 'NEGATED';
  readonly ne?: 'AFFIRMED' | 'NEGATED';
  readonly in?: readonly ('AFFIRMED' | 'NEGATED')[];
  readonly notIn?: readonly ('AFFIRMED' | 'NEGATED')[];
  readonly exists?: boolean;
}

export interface ModalityCondition {
  readonly eq?: 'ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL';
  readonly ne?: 'ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL';
  readonly in?: readonly ('ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL')[];
  readonly notIn?: readonly ('ACTUAL' | 'POSSIBLE' | 'PLANNED' | 'REQUESTED' | 'HYPOTHETICAL')[];
  readonly exists?: boolean;
}

export interface NumberCondition {
  readonly eq?: number;
  readonly ne?: number;
  readonly in?: readonly (number)[];
  readonly notIn?: readonly (number)[];
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly exists?: boolean;
}

export interface RelationshipFilter {
  readonly AND?: readonly (RelationshipFilter)[];
  readonly OR?: readonly (RelationshipFilter)[];
  readonly NOT?: RelationshipFilter;
  readonly relation?: WordCondition;
  readonly family?: WordCondition;
  readonly predicate?: TextCondition;
  readonly subject?: EntityCondition;
  readonly object?: EntityCondition;
  readonly participant?: EntityCondition;
  readonly place?: EntityCondition;
  readonly claimant?: EntityCondition;
  readonly subjectType?: WordCondition;
  readonly objectType?: WordCondition;
  readonly participantType?: WordCondition;
  readonly stance?: StanceCondition;
  readonly attributed?: BooleanCondition;
  readonly polarity?: PolarityCondition;
  readonly modality?: ModalityCondition;
  readonly time?: DateCondition;
  readonly source?: TextCondition;
  readonly document?: DocumentCondition;
  readonly publishedAt?: DateCondition;
  readonly confidence?: NumberCondition;
  readonly support?: NumberCondition;
  readonly dispute?: NumberCondition;
}

export interface UnmergeTarget {
  readonly judgement?: string;
  readonly referents?: ReferentsInput;
}

export interface ReferentsInput {
  readonly entity: string;
  readonly referents: readonly (string)[];
}
