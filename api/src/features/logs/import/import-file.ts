/**
 * Reads a file and has its lines kept, lot by lot. What becomes of each line is counted once, and a line is
 * counted as kept only where it is found behind the writing.
 */
import type { Foundation } from '../../../core/foundation/index.ts'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { LogLine } from '../write/log-line.ts'
import type { LogWriter } from '../write/log-writer.ts'
import { readAccessLine, type Taken } from './access-line.ts'
import { lotsOf, type FileLine } from './file-lines.ts'
import { Sames, toLine, type Importing } from './imported-line.ts'
import { keepDays, keptOf } from './imports.store.ts'

export interface ImportWays {
  readonly path: string
  readonly of: Importing
  /** Before this instant lines are forgotten by the plan. */
  readonly planKeepsFrom: Date
  /** Until when such lines are kept all the same; null where they are left out. */
  readonly keptUntil: Date | null
  /** Makes room for lines of these instants. */
  readonly makeRoom: (instants: readonly Date[]) => Promise<void>
  readonly writer: LogWriter
  readonly told: (so: Imported, bytes: number) => void
  /** Whether the line of this id came in by the writer, and not by that of another import. */
  readonly isOwn: (id: string) => boolean
  /** A line that was not kept as it is, and why. */
  readonly remark: (number: number, why: string) => void
}

/** What became of the lines; the first is the sum of the others. */
export interface Imported {
  readonly read: number
  readonly kept: number
  readonly there: number
  readonly tooOld: number
  readonly blank: number
  readonly unreadable: number
  /** Of those that are kept: how many could be read for one of these alone. */
  readonly taken: Readonly<Record<Taken, number>>
  readonly first: Date | null
  readonly last: Date | null
}

type Counts = { -readonly [Name in keyof Imported]: Imported[Name] }

/** More days than any plan keeps, and fewer than would burden the database. */
const daysMax = 800

export async function importFile(foundation: Foundation, ways: ImportWays): Promise<Imported> {
  const counts: Counts = {
    read: 0,
    kept: 0,
    there: 0,
    tooOld: 0,
    blank: 0,
    unreadable: 0,
    taken: { cut: 0, report: 0 },
    first: null,
    last: null,
  }
  const days = new Set<string>()
  const reader = new Reader(ways, counts, foundation.clock.now())
  for await (const { lines, bytes } of lotsOf(ways.path)) {
    const read = lines.flatMap((line) => reader.lineIn(line) ?? [])
    await keepLot(foundation, ways, counts, days, read)
    ways.told(counts, bytes)
  }
  return counts
}

interface Read {
  readonly number: number
  readonly at: Date
  readonly taken: Taken | null
  readonly line: LogLine
}

class Reader {
  readonly #ways: ImportWays
  readonly #counts: Counts
  readonly #now: Date
  readonly #sames = new Sames()

  constructor(ways: ImportWays, counts: Counts, now: Date) {
    this.#ways = ways
    this.#counts = counts
    this.#now = now
  }

  lineIn({ number, text }: FileLine): Read | null {
    this.#counts.read += 1
    if (text === null) return this.#unreadable(number, 'it is longer than a line may be')
    if (text.trim() === '') {
      this.#counts.blank += 1
      return null
    }
    const numbered = this.#sames.numbered(text)
    const reading = readAccessLine(text)
    if ('why' in reading) return this.#unreadable(number, reading.why)
    const { at, taken } = reading
    if (at > this.#now) return this.#unreadable(number, 'its moment is still to come')
    const { planKeepsFrom, keptUntil } = this.#ways
    if (at < planKeepsFrom && keptUntil === null) {
      this.#counts.tooOld += 1
      return null
    }
    const line = toLine(reading, numbered, this.#ways.of)
    return line && { number, at, taken, line }
  }

  #unreadable(number: number, why: string): null {
    this.#counts.unreadable += 1
    this.#ways.remark(number, why)
    return null
  }
}

async function keepLot(
  foundation: Foundation,
  ways: ImportWays,
  counts: Counts,
  days: Set<string>,
  read: readonly Read[],
): Promise<void> {
  if (read.length === 0) return
  const { of, writer, isOwn, remark } = ways
  const house = systemPrincipal('importing logs', of.tenantId, of.environment)
  const ids = read.map(({ line }) => line.id)
  const found = () => foundation.scopes.run(house, (scope) => keptOf(scope, ids))
  await makeDays(foundation, ways, days, read)
  const before = await found()
  const fresh = read.filter(({ line }) => !before.has(line.id))
  counts.there += read.length - fresh.length
  await Promise.all(fresh.map(({ line }) => writer.write(line)))
  const after = fresh.length === 0 ? before : await found()
  for (const { number, at, taken, line } of fresh) {
    if (!after.has(line.id)) {
      counts.unreadable += 1
      remark(number, 'the database does not take it')
      continue
    }
    if (!isOwn(line.id)) {
      counts.there += 1
      continue
    }
    counts.kept += 1
    if (taken) counts.taken = { ...counts.taken, [taken]: counts.taken[taken] + 1 }
    if (taken === 'cut')
      remark(number, 'it ends within its agent, and is kept with what there is of it')
    if (!counts.first || at < counts.first) counts.first = at
    if (!counts.last || at > counts.last) counts.last = at
  }
}

async function makeDays(
  { scopes }: Foundation,
  { of, keptUntil, planKeepsFrom, makeRoom }: ImportWays,
  days: Set<string>,
  read: readonly Read[],
): Promise<void> {
  const fresh = new Map<string, Date>()
  for (const { at } of read) {
    const day = at.toISOString().slice(0, 10)
    if (!days.has(day)) fresh.set(day, at)
  }
  if (fresh.size === 0) return
  if (days.size + fresh.size > daysMax) {
    throw new Error(`Its lines are of more than ${daysMax} days. Split the file.`)
  }
  const old = [...fresh].filter(([, at]) => at < planKeepsFrom).map(([day]) => day)
  if (keptUntil && old.length > 0) {
    const house = systemPrincipal('importing logs', of.tenantId, of.environment)
    await scopes.run(house, (scope) => keepDays(scope, old, keptUntil))
  }
  await makeRoom([...fresh.values()])
  for (const day of fresh.keys()) days.add(day)
}
