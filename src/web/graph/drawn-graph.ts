import type { MultiDirectedGraph } from 'graphology';
import type { Shape } from './entity-looks.js';

/** How a node is drawn, and where. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  shape: Shape;
  type: 'shape';
}

/** How an edge is drawn. */
export interface EdgeLook {
  size: number;
  color: string;
  type: 'line' | 'arrow' | 'curve';
  curvature: number;
  label: string;
}

/** The graph as it stands on the page. */
export type DrawnGraph = MultiDirectedGraph<NodeLook, EdgeLook>;
