declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One round of the layout, in place. */
  const iterate: (settings: Readonly<Record<string, unknown>>, nodes: Float32Array, edges: Float32Array) => void;
  // biome-ignore lint/style/noDefaultExport: so the package exports it.
  export default iterate;
}
