import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Shape } from './entity-looks.js';

/** What the program reads of a node besides what sigma knows. */
export interface ShapedNode extends NodeDisplayData {
  readonly shape: Shape;
}

/** Corners of the shapes, and by what part of the way from face to face they are turned; no corners is a circle. */
const SHAPE_CORNERS: Readonly<Record<Shape, readonly [corners: number, turn: number]>> = {
  circle: [0, 0],
  square: [4, 0],
  diamond: [4, 0.5],
  triangle: [3, 0],
  hexagon: [6, 0],
  pentagon: [5, 0],
};

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_ground'] as const;

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_from;
varying float v_radius;
varying vec2 v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 from = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + from, 1)).xy, 0, 1);
  v_from = from;
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_from;
varying float v_radius;
varying vec2 v_shape;
uniform float u_correctionRatio;
uniform vec4 u_ground;
const float pi = 3.14159265;
void main() {
  float reach = length(v_from);
  if (v_shape.x > 0.5) {
    float sector = 2.0 * pi / v_shape.x;
    float angle = atan(v_from.x, -v_from.y) + v_shape.y * sector;
    float face = cos(floor(0.5 + angle / sector) * sector - angle) * reach;
    reach = face / cos(pi / v_shape.x) * 0.88;
  }
  float border = u_correctionRatio * 2.0;
  float outside = reach - v_radius + border;
  #ifdef PICKING_MODE
  if (outside > border) gl_FragColor = vec4(0.0);
  else gl_FragColor = v_color;
  #else
  float rim = smoothstep(-v_radius * 0.16 - border, -v_radius * 0.16, outside);
  vec4 color = mix(v_color, u_ground, rim);
  float seen = 1.0 - smoothstep(0.0, border, outside);
  gl_FragColor = mix(vec4(0.0), color, seen);
  #endif
}`;

/** The colour of the page's ground, 0 to 1, of which the rim that parts nodes is made. */
export const GROUND: { color: readonly [number, number, number] } = { color: [1, 1, 1] };

/** Draws nodes as circles or regular polygons with a thin rim. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const [corners, turn] = SHAPE_CORNERS[(data as ShapedNode).shape] ?? SHAPE_CORNERS.circle;
    this.array.set([data.x, data.y, data.size, corners, turn, floatColor(data.color), nodeIndex], startIndex);
  }

  setUniforms(parameters: RenderParams, { gl, uniformLocations }: Parameters<NodeProgram['setUniforms']>[1]): void {
    gl.uniform1f(uniformLocations.u_correctionRatio!, parameters.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio!, parameters.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, parameters.matrix);
    gl.uniform4f(uniformLocations.u_ground!, ...GROUND.color, 1);
  }
}
