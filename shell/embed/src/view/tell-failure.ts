import type { Text } from '@sonaqor/module/texts'
import { embedErrorOf, type Circumstances, type Fault } from '../host/failure.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import { mannerOf } from '../stage/manner.ts'

/** Tells the page of a failure, in the words that its reader sees. */
export function tellFailure(
  { state }: Pick<Host, 'state'>,
  { onFailed }: Pick<PlaceRequest, 'onFailed'>,
  fault: Fault,
  circumstances: Circumstances,
  reason: Text = fault.reason,
): void {
  onFailed?.(embedErrorOf(fault, mannerOf(state()).say(reason), circumstances))
}
