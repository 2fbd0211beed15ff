import type { Overlap, Rotation } from '@sonaqor/contract/key-rotation'
import { endOf, type Expiry } from '../expiry/expiry.ts'

/** What has been chosen so far. */
export interface RotationDraft {
  readonly overlap: Overlap | undefined
  readonly expiry: Expiry
}

/** The request that a draft stands for; its end is counted from when the form was opened. */
export function rotationOf(
  overlap: Overlap,
  { expiry }: RotationDraft,
  openedAtMs: number,
): Rotation {
  const expiresAt = endOf(expiry, openedAtMs)
  return expiresAt === undefined ? { overlap } : { overlap, expiresAt }
}
