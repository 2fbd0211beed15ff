/** The one part of the wiring that its package publishes without a type. */
declare module '@module-federation/webpack-bundler-runtime/dist/consumes.js' {
  import type { ConsumesOptions } from '@module-federation/webpack-bundler-runtime/bundler'

  export function consumes(options: ConsumesOptions): void
}
