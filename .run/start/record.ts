/** Which processes belong to a data folder, so that a start after a crash finds what was left. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivately } from '../private-file.ts'
import { end, identify, isAlive, type Identity } from '../processes.ts'

interface Entry extends Identity {
  readonly name: string
}

export interface Record {
  /** Writes down a process that was just started. */
  add(name: string, pid: number): void
  /** Nothing is left to be found. */
  close(): void
}

const self = 'start'

/** Makes the data folder ours alone: ends what a killed start left, or refuses while one runs. */
export async function openRecord(dataDir: string): Promise<Record> {
  const file = join(dataDir, 'processes.json')
  mkdirSync(dataDir, { recursive: true })
  const left = readEntries(file).filter(isAlive)
  const running = left.find(({ name }) => name === self)
  if (running) {
    throw new Error(
      `It runs already with the data in ${dataDir} (process ${running.pid}). Stop that first, ` +
        'or start a second one with its own SONAQOR_DATA_DIR and PORT.',
    )
  }
  if (left.length > 0)
    console.log(`ending   ${left.map(({ name }) => name).join(', ')} of a start that was killed`)
  await Promise.all(left.map((entry) => end(entry)))

  let entries: Entry[] = []
  const add = (name: string, pid: number) => {
    const identity = identify(pid)
    if (!identity) return
    entries = [...entries.filter((entry) => entry.name !== name), { name, ...identity }]
    writePrivately(file, `${JSON.stringify(entries, null, 2)}\n`)
  }
  add(self, process.pid)
  return { add, close: () => rmSync(file, { force: true }) }
}

/** A file that cannot be read names nobody. */
function readEntries(file: string): Entry[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry[]
  } catch {
    return []
  }
}
