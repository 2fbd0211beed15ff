/** Which processes belong to a data folder, so that a start after a crash finds what was left. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { writePrivately } from '../private-file.ts'
import { end, identify, isAlive, type Identity } from '../processes.ts'

interface Entry extends Identity {
  readonly name: string
}

export interface Record {
  /** Writes down a process that was just started. */
  add(name: string, pid: number): void
  /** From now on the next start may wait for our end instead of being refused. */
  stopping(): void
  /** Nothing is left to be found. */
  close(): void
}

const self = 'start'
const selfStopping = 'stopping'
/** Whoever lost its starter a moment ago notices within this time. */
const noticeMs = 1500
/** Longer than a start takes at most to stop all that it has started. */
const stopMs = 60_000

/** Makes the data folder ours alone: ends what a killed start left, or refuses while one runs. */
export async function openRecord(dataDir: string): Promise<Record> {
  const file = join(dataDir, 'processes.json')
  mkdirSync(dataDir, { recursive: true })
  await refuseWhileOneRuns(dataDir, file)
  const left = readEntries(file).filter(isAlive)
  if (left.length > 0) {
    console.log(`ending   ${left.map(({ name }) => name).join(', ')} of a start before this one`)
  }
  for (const entry of left) await end(entry, { patienceMs: stopMs })

  let entries: Entry[] = []
  const add = (name: string, pid: number) => {
    const identity = identify(pid)
    if (!identity) return
    entries = [...entries.filter((entry) => entry.name !== name), { name, ...identity }]
    writePrivately(file, `${JSON.stringify(entries, null, 2)}\n`)
  }
  add(self, process.pid)
  return {
    add,
    stopping: () => {
      entries = entries.filter(({ name }) => name !== self)
      add(selfStopping, process.pid)
    },
    close: () => rmSync(file, { force: true }),
  }
}

async function refuseWhileOneRuns(dataDir: string, file: string): Promise<void> {
  const deadline = Date.now() + noticeMs
  const running = () => readEntries(file).find((entry) => entry.name === self && isAlive(entry))
  while (running() && Date.now() < deadline) await delay(100)
  const one = running()
  if (!one) return
  throw new Error(
    `It runs already with the data in ${dataDir} (process ${one.pid}). Stop that first, ` +
      'or start a second one with its own SONAQOR_DATA_DIR and PORT.',
  )
}

/** A file that cannot be read names nobody. */
function readEntries(file: string): Entry[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry[]
  } catch {
    return []
  }
}
