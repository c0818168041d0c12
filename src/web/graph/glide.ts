import type Sigma from 'sigma';

/**
 * Lets a large graph be moved smoothly where each drawing of it takes long: while it is dragged, what is drawn is moved
 * as a picture, and drawn anew when it is let go, or when much of the view would be empty.
 * @param isLarge whether the graph is large now; otherwise sigma moves it
 * @returns what ends it
 */
export function glideLarge(sigma: Sigma, element: HTMLElement, isLarge: () => boolean): () => void {
  let from: { readonly x: number; readonly y: number } | null = null;

  const shift = (x: number, y: number): void => {
    const still = x === 0 && y === 0;
    for (const [layer, canvas] of Object.entries(sigma.getCanvases())) {
      if (DRAWN_LAYERS.has(layer)) canvas.style.transform = still ? '' : `translate(${x}px, ${y}px)`;
      else canvas.style.visibility = still ? '' : 'hidden';
    }
  };
  const settle = (event: PointerEvent): void => {
    if (from === null) return;
    const camera = sigma.getCamera();
    const before = sigma.viewportToFramedGraph(from);
    const after = sigma.viewportToFramedGraph(event);
    const { x, y } = camera.getState();
    shift(0, 0);
    camera.setState({ x: x + before.x - after.x, y: y + before.y - after.y });
    from = { x: event.x, y: event.y };
  };
  const onDown = (event: PointerEvent): void => {
    const free = event.button === 0 && event.isPrimary && !element.classList.contains('over-node');
    from = free && isLarge() ? { x: event.x, y: event.y } : null;
  };
  const onMove = (event: PointerEvent): void => {
    if (from === null) return;
    const { width, height } = sigma.getDimensions();
    const [x, y] = [event.x - from.x, event.y - from.y];
    if (Math.abs(x) > width * 0.4 || Math.abs(y) > height * 0.4) settle(event);
    else shift(x, y);
  };
  const onUp = (event: PointerEvent): void => {
    const moved = from !== null && (event.x !== from.x || event.y !== from.y);
    if (moved) settle(event);
    from = null;
  };
  // To find what lies under the pointer, sigma reads the drawing back, which waits for all of it.
  const onMouse = (event: MouseEvent): void => {
    if (from !== null) event.stopImmediatePropagation();
  };
  element.addEventListener('pointerdown', onDown, true);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('mousemove', onMouse, true);
  return () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('mousemove', onMouse, true);
  };
}

/** Layers that hold something while nothing is pointed at; the others only cost time to be put together. */
const DRAWN_LAYERS: ReadonlySet<string> = new Set(['edges', 'nodes', 'labels']);
