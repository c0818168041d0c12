import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering';
import { drawNames } from './draw-names.js';
import type { DrawnGraph, EdgeLook } from './drawn-graph.js';
import { familyKeyOf, lookOf } from './entity-looks.js';
import { glideLarge } from './glide.js';
import { drawnDegrees, edgeBends, type GraphModel } from './graph-model.js';
import { channelsOf, type Palette, readPalette } from './palette.js';
import { runLayout } from './run-layout.js';
import { GROUND, ShapeProgram } from './shape-program.js';

/** Where people put nodes, by entity. */
export type Pins = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** What the drawing tells of what people do with it. */
export interface DrawingEvents {
  readonly onSelect: (id: string | null) => void;
  readonly onSelectEdge: (id: string) => void;
  readonly onExpand: (id: string) => void;
  readonly onPin: (id: string, position: { readonly x: number; readonly y: number }) => void;
}

/** A drawing of a graph in an element of the page. */
export interface Drawing {
  readonly graph: DrawnGraph;
  readonly sigma: Sigma;
  /** Shows a model in the place of the last; what was there before stays where it is. */
  show(model: GraphModel, pins: Pins, seeds: ReadonlySet<string>): void;
  select(id: string | null): void;
  /** The entities whose names are drawn. */
  namesShown(): ReadonlySet<string>;
  /** Takes the colours of the theme anew. */
  recolor(): void;
  stop(): void;
}

/** Beyond this many edges they are drawn as plain lines, one between two entities, and cannot be clicked. */
const MOST_ARROWS = 2500;

/** Draws into an element until it is stopped. */
export function drawGraph(element: HTMLElement, events: DrawingEvents): Drawing {
  const graph: DrawnGraph = new MultiDirectedGraph();
  let palette: Palette = readPalette();
  GROUND.color = channelsOf(palette.ground);
  const sigma = new Sigma(graph, element, {
    allowInvalidContainer: true,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { line: EdgeLineProgram, arrow: EdgeArrowProgram, curve: EdgeCurvedArrowProgram },
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    enableEdgeEvents: true,
    minEdgeThickness: 1.3,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: Math.max(40, Math.min(110, element.clientWidth * 0.12)),
    zIndex: false,
  }) as unknown as Sigma;
  let shown: GraphModel = { nodes: [], edges: [] };
  let order: readonly string[] = [];
  let seeds: ReadonlySet<string> = new Set();
  let selected: string | null = null;
  let hovered: string | null = null;
  let named: ReadonlySet<string> = new Set();
  let stopLayout = (): void => undefined;

  const drawing: Drawing = {
    graph,
    sigma,
    show: (model, pins, middle) => {
      stopLayout();
      seeds = middle;
      shown = model;
      const degrees = drawnDegrees(model);
      order = [...degrees].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
      order = [...middle, ...order.filter((id) => !middle.has(id))];
      const changed = fillGraph(graph, model, { pins, palette, degrees, scale: scaleOf(element) });
      const large = model.edges.length > MOST_ARROWS;
      sigma.setSetting('enableEdgeEvents', !large);
      sigma.setSetting('enableCameraPanning', !large);
      element.dataset.resting = String(!changed);
      if (!changed) sigma.refresh();
      else {
        stopLayout = layOut(graph, pins, (over) => {
          element.dataset.resting = String(over);
          sigma.refresh();
        });
      }
    },
    select: (id) => {
      selected = id;
      sigma.refresh({ skipIndexation: true });
    },
    namesShown: () => named,
    recolor: () => {
      palette = readPalette();
      GROUND.color = channelsOf(palette.ground);
      fillGraph(graph, shown, { pins: new Map(), palette, degrees: drawnDegrees(shown), scale: scaleOf(element) });
      sigma.refresh();
    },
    stop: () => {
      stopLayout();
      stopGliding();
      sizes.disconnect();
      sigma.kill();
    },
  };

  sigma.setSetting('edgeReducer', (id, data) => {
    const near = hovered ?? selected;
    if (near === null || !graph.hasNode(near)) return data;
    return graph.hasExtremity(id, near) ? { ...data, size: (data.size ?? 1) * 1.8 } : { ...data, color: palette.line };
  });
  sigma.on('afterRender', () => {
    named = drawNames(sigma, graph, { selected, hovered, order, seeds }, palette);
  });
  sigma.on('enterNode', ({ node }) => hover(node));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('clickNode', ({ node }) => events.onSelect(node));
  sigma.on('clickStage', () => events.onSelect(null));
  sigma.on('clickEdge', ({ edge }) => events.onSelectEdge(edge));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.onExpand(node);
  });
  const sizes = new ResizeObserver(() => sigma.resize().refresh());
  sizes.observe(element);
  followDrags(sigma, graph, events);
  const stopGliding = glideLarge(sigma, element, () => shown.edges.length > MOST_ARROWS);
  return drawing;

  function hover(id: string | null): void {
    hovered = id;
    element.classList.toggle('over-node', id !== null);
    sigma.refresh({ skipIndexation: true });
  }
}

/** True where entities came, so that the drawing has to be laid out anew. */
function fillGraph(
  graph: DrawnGraph,
  model: GraphModel,
  {
    pins,
    palette,
    degrees,
    scale,
  }: {
    readonly pins: Pins;
    readonly palette: Palette;
    readonly degrees: ReadonlyMap<string, number>;
    readonly scale: number;
  },
): boolean {
  const many = model.nodes.length > 1000;
  const plain = model.edges.length > MOST_ARROWS;
  const keptNodes = new Set(model.nodes.map(({ id }) => id));
  const keptEdges = new Set(model.edges.map(({ id }) => id));
  graph.forEachEdge((id) => void (keptEdges.has(id) || graph.dropEdge(id)));
  graph.forEachNode((id) => void (keptNodes.has(id) || graph.dropNode(id)));
  let changed = false;
  model.nodes.forEach((node, index) => {
    const { shape, key } = lookOf(node.type.id);
    const size = scale * ((many ? 2 : 5) + Math.sqrt(degrees.get(node.id) ?? 0) * (many ? 0.9 : 2.2));
    const look = {
      size,
      shape,
      color: palette.types.get(key)!,
      label: node.name,
      type: 'shape' as const,
      ...pins.get(node.id),
    };
    if (graph.hasNode(node.id)) graph.mergeNodeAttributes(node.id, look);
    else {
      graph.addNode(node.id, { ...startOf(index, graph, model, node.id), ...look });
      changed = true;
    }
  });
  const bends = plain ? new Map<string, number>() : edgeBends(model.edges);
  for (const edge of model.edges) {
    const curvature = bends.get(edge.id) ?? 0;
    const look: EdgeLook = {
      size: plain ? 0.7 : Math.min(1.8 + Math.log2(edge.support.claims + edge.dispute.claims) * 0.8, 5),
      color: palette.families.get(familyKeyOf(edge.relation.family))!,
      type: plain ? 'line' : curvature === 0 ? 'arrow' : 'curve',
      curvature,
      label: edge.relation.label,
    };
    if (graph.hasEdge(edge.id)) graph.mergeEdgeAttributes(edge.id, look);
    else {
      graph.addDirectedEdgeWithKey(edge.id, edge.subject.id, edge.object.id, look);
      changed = true;
    }
  }
  return changed;
}

/** A new entity starts beside one that it is connected with, else on a spiral; the same model starts the same way. */
function startOf(index: number, graph: DrawnGraph, model: GraphModel, id: string): { x: number; y: number } {
  const angle = index * 2.399963;
  const edge =
    graph.order === 0 || model.nodes.length > 1000
      ? undefined
      : model.edges.find((one) => one.subject.id === id || one.object.id === id);
  const other = edge === undefined ? null : edge.subject.id === id ? edge.object.id : edge.subject.id;
  const near = other !== null && graph.hasNode(other) ? graph.getNodeAttributes(other) : { x: 0, y: 0 };
  const reach = near.x === 0 ? Math.sqrt(index + 1) * 10 : 12;
  return { x: near.x + Math.cos(angle) * reach, y: near.y + Math.sin(angle) * reach };
}

/** Nodes are smaller where there is less room. */
function scaleOf({ clientWidth }: HTMLElement): number {
  return Math.min(1, Math.max(0.6, clientWidth / 800));
}

function layOut(graph: DrawnGraph, pins: Pins, onMove: (over: boolean) => void): () => void {
  const ids = graph.nodes();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const nodes = ids.map((id) => ({ id, ...graph.getNodeAttributes(id), fixed: pins.has(id) }));
  const edges = graph.mapEdges((_id, _look, from, to) => [indexes.get(from)!, indexes.get(to)!] as const);
  return runLayout(nodes, edges, (positionOf, over) => {
    ids.forEach((id, index) => {
      if (graph.hasNode(id) && !pins.has(id)) graph.mergeNodeAttributes(id, positionOf(index));
    });
    onMove(over);
  });
}

function followDrags(sigma: Sigma, graph: DrawnGraph, events: DrawingEvents): void {
  let dragged: string | null = null;
  let moved = false;
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    moved = false;
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragged === null) return;
    moved = true;
    preventSigmaDefault();
    if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox());
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
  });
  const drop = (): void => {
    if (dragged !== null && moved) {
      const { x, y } = graph.getNodeAttributes(dragged);
      events.onPin(dragged, { x, y });
    }
    dragged = null;
    sigma.setCustomBBox(null);
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
}
