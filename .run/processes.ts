/** What the system knows of a process, so that none is ended because it has an old one's number. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** A process by its number and the moment of its birth: numbers are used again, the pair is not. */
export interface Identity {
  readonly pid: number
  readonly birth: string
}

/** Who that is now, or undefined where nobody has this number. */
export function identify(pid: number): Identity | undefined {
  const birth = process.platform === 'linux' ? birthFromProc(pid) : firstLineOfPs(pid, 'lstart=')
  return birth ? { pid, birth } : undefined
}

export function isAlive({ pid, birth }: Identity): boolean {
  return identify(pid)?.birth === birth
}

/** The whole command line, or an empty string where nobody has this number. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return firstLineOfPs(pid, 'command=')
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
}

/** Whether the system tells the working folder of a process; elsewhere `processesIn` finds none. */
export const tellsFolders = process.platform === 'linux'

/** The processes whose working folder this is. */
export function processesIn(folder: string): Identity[] {
  if (!tellsFolders) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolderOf(name) === folder)
    .map((name) => identify(Number(name)))
    .filter((identity) => identity !== undefined)
}

/** Ends a process, at first politely. Returns when it is gone. */
export async function end(
  identity: Identity,
  {
    signal = 'SIGTERM',
    patienceMs = 10_000,
  }: { signal?: NodeJS.Signals; patienceMs?: number } = {},
): Promise<void> {
  tell(identity, signal)
  if (await isGoneWithin(identity, patienceMs)) return
  tell(identity, 'SIGKILL')
  await isGoneWithin(identity, patienceMs)
}

async function isGoneWithin(identity: Identity, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false
    await delay(20)
  }
  return true
}

function tell(identity: Identity, signal: NodeJS.Signals) {
  try {
    if (isAlive(identity)) process.kill(identity.pid, signal)
  } catch (error) {
    // Between the look and the signal it may have ended by itself, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The clock ticks since boot stand in field 22; the name in field 2 may hold spaces and brackets. */
function birthFromProc(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  const ticks = fields[19]
  if (!ticks || state === 'Z') return undefined
  return `${read('/proc/sys/kernel/random/boot_id').trim()} ${ticks}`
}

function firstLineOfPs(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function workingFolderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** A process may end while it is read; what is no longer there is empty. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
