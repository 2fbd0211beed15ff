import type { Overlap, Rotation } from '@sonaqor/contract/key-rotation'
import { expiryOf, type Lifetime } from '../issue/key-draft.ts'

/** What has been chosen so far. */
export interface RotationDraft {
  readonly overlap: Overlap | undefined
  readonly lifetime: Lifetime | 'kept'
}

/** The request that a draft stands for; its end is counted from when the form was opened. */
export function rotationOf(
  overlap: Overlap,
  { lifetime }: RotationDraft,
  openedAtMs: number,
): Rotation {
  if (lifetime === 'kept') return { overlap }
  return { overlap, expiresAt: expiryOf(lifetime, openedAtMs) ?? null }
}
