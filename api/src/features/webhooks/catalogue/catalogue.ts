/** Which events may be subscribed to, and what each of them is. */
import {
  eventSummaries,
  offeredEvents,
  payloadOf,
  type OfferedEvent,
} from '@sonaqor/contract/webhook-catalogue'
import { exampleOf as exampleIn } from '@sonaqor/contract/webhook-examples'
import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import { z } from 'zod'
import { Problem } from '../../../core/problems/index.ts'

export type OfferedType = OfferedEvent

export const offeredTypes: readonly OfferedType[] = offeredEvents

const byName: ReadonlyMap<string, OfferedType> = new Map(
  offeredTypes.map((type) => [type.name, type]),
)

export const typeNamed = (name: string): OfferedType | undefined => byName.get(name)

/** A whole payload of that type. */
export function exampleOf(name: string): Record<string, unknown> | undefined {
  const type = typeNamed(name)
  return type && exampleIn(type.name)
}

/** Every word of `q` stands in the name or in the summary; those whose names have them all come first. */
export function listEventTypes({ q = '' }: { readonly q?: string | undefined }): {
  data: EventTypeEntry[]
} {
  const words = q.toLowerCase().split(/\s+/)
  const hasAll = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const found = offeredTypes
    .map(entryOf)
    .filter(({ name, summary }) => hasAll(`${name} ${summary}`))
  return {
    data: found.toSorted((one, other) => Number(hasAll(other.name)) - Number(hasAll(one.name))),
  }
}

export function showEventType(name: string): EventTypeEntry {
  const type = typeNamed(name)
  if (type) return entryOf(type)
  throw new Problem('not-found', { detail: 'There is no such type of events in the catalogue.' })
}

/** All others tell of an app, by its id. */
export const isOfTenant = ({ ref }: OfferedType): boolean =>
  !(ref instanceof z.ZodObject && 'appId' in ref.shape)

const entries = new Map<string, EventTypeEntry>()

function entryOf(type: OfferedType): EventTypeEntry {
  const known = entries.get(type.name)
  if (known) return known
  const [area = ''] = type.name.split('.')
  const entry = {
    name: type.name,
    area,
    summary: eventSummaries[type.name],
    scope: type.scope,
    isOfTenant: isOfTenant(type),
    schema: schemaOf(type),
    example: exampleIn(type.name),
  }
  entries.set(type.name, entry)
  return entry
}

/** Of what is sent: it may say more one day, and nobody may refuse it for that. */
const schemaOf = (type: OfferedType) =>
  z.toJSONSchema(payloadOf(type), {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  }) as Record<string, unknown>
