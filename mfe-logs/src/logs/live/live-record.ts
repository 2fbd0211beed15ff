import type { LogEntry } from '@sonaqor/contract/logs'

/**
 * What the live tail has shown, a line each and oldest first. The last line says what it is, and how much
 * of what came in was never shown.
 */
export function linesOf(record: readonly LogEntry[], leftOut: number): string {
  const lines = record.toReversed()
  const [first, last] = [lines[0], lines.at(-1)]
  const about = { shown: lines.length, leftOut, from: first?.at, to: last?.at }
  return [...lines, { liveTail: about }].map((line) => `${JSON.stringify(line)}\n`).join('')
}
