export { type ExportOptions, type ExportPart, exportGraph, exportParts } from './export-graph.js';
export type {
  AttributionRow,
  ClaimantRow,
  ClaimExtentRow,
  ClaimRow,
  ConflictRow,
  DocumentRow,
  EdgeClaimRow,
  EdgeRow,
  EntityReference,
  EntityRow,
  ExportRows,
  NodeRow,
  ParticipantRow,
  SupportRow,
} from './export-rows.js';
export { EXPORTERS, type ExporterRow, exporterRow } from './exporters.js';
export { toGraphology } from './to-graphology.js';
