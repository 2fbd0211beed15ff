import type { Registry } from '../../releases/registry.ts'
import type { FromFrame, ToFrame } from '../messages.ts'
import type { Admission } from './admission.ts'

/** What a view in this frame has to do with the page around it. */
export interface Line {
  /** The origin of the page. */
  readonly around: string
  readonly admission: Admission
  readonly registry: Registry
  readonly send: (message: FromFrame) => void
}

/** Begins to show a view; returns how it hears what the page says from then on. */
export type ShowInFrame<Type extends ToFrame['type']> = (
  start: Extract<ToFrame, { type: Type }>,
  line: Line,
) => (message: ToFrame) => void
