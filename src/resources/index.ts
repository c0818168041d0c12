export { loadResources, type Resources } from './load-resources.js';
