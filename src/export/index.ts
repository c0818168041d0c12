export { type ExportOptions, exportGraph } from './export-graph.js';
export type {
  AttributionRow,
  ClaimantRow,
  ClaimRow,
  DocumentRow,
  EdgeClaimRow,
  EdgeRow,
  EntityReference,
  ExportRows,
  NodeRow,
  ParticipantRow,
  SupportRow,
} from './export-rows.js';
export { EXPORTERS, type ExporterRow, exporterRow } from './exporters.js';
