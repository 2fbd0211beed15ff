/** Which events may be subscribed to. */
import type { Scope } from '@sonaqor/contract/access'
import { eventTypes } from '@sonaqor/contract/contract'
import type { EventType } from '@sonaqor/contract/event'

export type OfferedType = EventType & { readonly scope: Scope }

const kept = /^(?:jobs|notifications|internal)\.|^webhooks\.attempted$/

export const offeredTypes: readonly OfferedType[] = eventTypes.filter(
  (type): type is Extract<typeof type, { scope: Scope }> =>
    type.scope !== 'member' && !kept.test(type.name),
)

const byName = new Map(offeredTypes.map((type) => [type.name, type]))

export const typeNamed = (name: string): OfferedType | undefined => byName.get(name)

/** A whole payload of that type. */
export function exampleOf(name: string): Record<string, unknown> | undefined {
  void name
  throw new Error('not written yet')
}
