/** The event that something is tried with. */
import { payloadBytesMax } from '@sonaqor/contract/webhook-bounds'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { exampleOf } from '../catalogue/catalogue.ts'

export interface Tried {
  readonly eventType: string
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/** The example of the catalogue, or one of now with what was sent in, of whatever shape that is. */
export function payloadTried(scope: Scope, { eventType, data }: Tried): Record<string, unknown> {
  const example = exampleOf(eventType)
  if (!example) {
    throw new Problem('invalid', {
      detail: 'There is no such type of events. The catalogue has all of them.',
      errors: [{ detail: 'is not in the catalogue of event types', pointer: '#/eventType' }],
    })
  }
  const payload = {
    type: eventType,
    timestamp: scope.now().toISOString(),
    data: data ?? example['data'],
  }
  if (Buffer.byteLength(JSON.stringify(payload)) <= payloadBytesMax) return payload
  throw new Problem('invalid', {
    detail: `The payload would have more than ${payloadBytesMax} bytes.`,
    errors: [
      { detail: `must leave the payload below ${payloadBytesMax} bytes`, pointer: '#/data' },
    ],
  })
}
