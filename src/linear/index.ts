export { type AveragedPerceptron, createAveragedPerceptron } from './averaged-perceptron.js';
export { hashString, mixFeature } from './hash-feature.js';
export { createHashedPerceptron } from './hashed-perceptron.js';
export { type LinearModel, unpackModel } from './linear-model.js';
export { LARGEST_WEIGHT } from './model-format.js';
export { type ModelParts, packModel } from './pack-model.js';
export { createWeights, type TrainingWeights } from './training-weights.js';
