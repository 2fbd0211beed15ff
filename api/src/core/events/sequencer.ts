/**
 * Numbers committed events. Every process stands ready; the one that holds the advisory lock does the
 * work. The lock lives as long as its connection, and all numbering is done on that connection, so a
 * process that dies or is cut off can neither keep others out nor come back and number twice.
 */
import { createRounds } from '../clock/index.ts'
import { keepConnected } from '../database/index.ts'
import type { Ground } from '../foundation/index.ts'

export interface Sequencer {
  close(): Promise<void>
}

const lockKey = 5_201_003
const batch = 1000

export function startSequencer({ database, bus, log }: Ground): Sequencer {
  let isElected = false
  const connection = keepConnected(database, 'sonaqor sequencer', log, async () => {
    // The lock went with the connection before; this one has to stand for election anew.
    isElected = false
  })

  const stand = async () => {
    const query = 'select pg_try_advisory_lock($1) as won'
    const [row] = await connection.query<{ won: boolean }>(query, [lockKey])
    return row?.won === true
  }

  const number = async () => {
    const query = 'select app.number_events($1) as numbered'
    const [row] = await connection.query<{ numbered: number }>(query, [batch])
    const numbered = row?.numbered ?? 0
    if (numbered > 0) bus.wake('numbered')
    if (numbered === batch) rounds.now()
  }

  const rounds = createRounds(
    async () => {
      if (!connection.isOpen()) return
      isElected ||= await stand()
      if (isElected) await number()
    },
    { everyMs: 1000, log },
  )
  const stopHearing = bus.on('events', rounds.now)
  return {
    close: async () => {
      stopHearing()
      await rounds.close()
      await connection.close()
    },
  }
}
