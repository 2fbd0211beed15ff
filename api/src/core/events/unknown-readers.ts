import { systemPrincipal } from '../access/index.ts'
import type { EventReader } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'

/**
 * An event is kept until every reader is through with it, so one that has gone from the product keeps all of
 * them. Its place is told of and not taken away: it may be of a release that runs beside this one.
 */
export async function tellOfUnknown(
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  readers: readonly Pick<EventReader, 'name'>[],
): Promise<void> {
  const known = readers.map(({ name }) => name)
  const unknown = await scopes.run(systemPrincipal('events', null), async ({ db }) =>
    db<{ name: string }>('event_readers').whereNotIn('name', known).select('name'),
  )
  for (const { name } of unknown) {
    log.warn({ reader: name }, 'events are kept for a reader that nobody knows')
  }
}
