import type { LiveStream } from '../../core/live/index.ts'

interface Line {
  readonly id: string
}

/** A stream of notes, under the names that the contract has for the tail of logs. */
export const noteTail: LiveStream = {
  name: 'logs',
  start: 'tail',
  stop: 'untail',
  ended: 'untailed',
  access: 'logs:read',
  open: async () => {
    const seen = new Set<string>()
    return {
      topic: 'notes',
      async read(scope) {
        const notes = await scope.inApps(scope.db<Line>('toy_notes').select('id').orderBy('id'))
        const entries = notes.filter(({ id }) => !seen.has(id))
        for (const { id } of entries) seen.add(id)
        return entries.length > 0 ? { entries, dropped: 0 } : null
      },
    }
  },
}
